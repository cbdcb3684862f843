package triptych.draft;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import triptych.core.Detections;
import triptych.core.Placement;
import triptych.core.Plane;
import triptych.core.PlaneCrop;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.model.InferenceModel;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Fit;
import triptych.pipeline.prepare.PredictionPipeline;
import triptych.pipeline.prepare.Preprocessor;
import triptych.pipeline.prepare.RawOutputs;

/**
 * What a model gave for an image, kept: a description that prepares the image as another did does
 * not ask the model again.
 */
final class Runs {

	/** Of a plane that is not scaled, so much is looked at. */
	private static final int EDGE = 1024;

	/** Readings differ in what they want of an image. */
	private static final int KEPT = 4;

	/**
	 * What the model gave.
	 *
	 * @param prepared by what: equal lists prepare alike
	 */
	record Run(List<Object> prepared, Plane plane, RawOutputs raw) {

		<T> T read(BiFunction<List<Tensor>, Placement, T> read) {
			raw.begin();
			return raw.next(read);
		}
	}

	private final InferenceModel model;
	private final Deque<Run> runs = new ArrayDeque<>();

	Runs(InferenceModel model) {
		this.model = model;
	}

	/** The middle of a plane that the network takes as it is, as a tile of it would be. */
	static Plane part(InputSpec in, Plane plane) {
		if (in.fit() != Fit.PAD) return plane;
		int mostX = in.anySize() ? EDGE : in.width() - 2 * in.crop();
		int mostY = in.anySize() ? EDGE : in.height() - 2 * in.crop();
		int w = Math.min(plane.width(), mostX), h = Math.min(plane.height(), mostY);
		if (w == plane.width() && h == plane.height()) return plane;
		return new PlaneCrop(plane, (plane.width() - w) / 2, (plane.height() - h) / 2, w, h);
	}

	Run of(InputSpec in, Plane plane) {
		List<Object> prepared = prepared(in);
		for (Run run : runs)
			if (run.plane == plane && run.prepared.equals(prepared)) return run;
		RawOutputs raw = new RawOutputs();
		raw.begin();
		Decoder none = (outputs, placement) -> new Detections(List.of());
		new PredictionPipeline(new Preprocessor(in), model, none, Optional.of(raw))
			.predict(part(in, plane));
		raw.end();
		Run run = new Run(prepared, plane, raw);
		runs.addFirst(run);
		if (runs.size() > KEPT) runs.removeLast();
		return run;
	}

	private static List<Object> prepared(InputSpec in) {
		return List.of(in.layout(), in.height(), in.width(), in.multiple(), in.fit(), in.shortSide(),
			in.longSide(), in.align(), in.fill(), in.resize(), in.bgr(), in.scale(),
			Arrays.toString(in.mean()), Arrays.toString(in.std()), Arrays.toString(in.percentiles()),
			in.values(), in.crop());
	}
}
