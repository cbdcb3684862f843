package triptych.decode;

import java.util.List;
import java.util.Optional;

import triptych.core.LabelMap;
import triptych.core.NearMiss;
import triptych.core.PixelScores;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;

/**
 * Turns what a model gave for one plane, or one tile of it, into a prediction in that plane's
 * pixels. Keeps no state between planes, so several threads may share one.
 */
public interface Decoder {

	/**
	 * @param outputs all outputs of the model in the order of its graph, with a batch of one; valid
	 *          until its next run, so nothing of them may be kept. The shapes are those that the
	 *          {@link ModelFamily} names
	 * @param placement where the plane lies inside the model's input; coordinates of the outputs are
	 *          in pixels of that input, those of the prediction in pixels of the plane, where the
	 *          first pixel's centre is (0.5, 0.5)
	 * @return scores in [0,1]
	 * @throws triptych.core.TriptychException where the outputs do not have the family's shapes
	 */
	Prediction decode(List<Tensor> outputs, Placement placement);

	/**
	 * The label map that scores of classes give which were averaged after decoding; empty for
	 * decoders that decide on something else.
	 */
	default Optional<LabelMap> ofScores(PixelScores scores, int width, int height) {
		return Optional.empty();
	}

	/**
	 * What came closest to being found in outputs in which {@link #decode} finds nothing; empty where
	 * there is nothing to tell.
	 */
	default Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		return Optional.empty();
	}

	/**
	 * Why the description of the model may not fit what it gave, as a sentence without its full stop;
	 * blank where nothing is strange.
	 */
	default String doubt(List<Tensor> outputs, Placement placement) {
		return "";
	}
}
