package triptych.evaluation.source;

import java.util.List;
import java.util.Map;

import triptych.annotation.Annotation;
import triptych.core.Calibration;
import triptych.core.LabelMap;

/** What is in one plane of an image, as somebody has drawn or a model has predicted it. */
public sealed interface Content {

	/** A number for each pixel: objects, or classes. */
	record Labels(LabelMap map, Calibration calibration) implements Content {}

	/**
	 * Objects one by one, which may overlap.
	 *
	 * @param width and {@code height}: of the image, 0 where nobody says
	 */
	record Objects(int width, int height, List<Annotation> annotations) implements Content {

		static final Objects NONE = new Objects(0, 0, List.of());
	}

	/**
	 * Classes of the whole image.
	 *
	 * @param said those that it is of
	 * @param scores by class, of as many classes as are known; empty where there are none
	 */
	record Classes(List<String> said, Map<String, Double> scores) implements Content {

		/** What the scores of all classes together may differ from 1 when they are written. */
		private static final double ROUNDING = 0.01;

		/** True where the scores share one whole (softmax), so that the classes exclude each other. */
		public boolean areShares() {
			double sum = scores.values().stream().mapToDouble(s -> s).sum();
			return Math.abs(sum - 1) < ROUNDING;
		}
	}
}
