package triptych.decode;

import java.util.List;
import java.util.Optional;

import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;

/** Turns what a model gave for one plane into a prediction in that plane's pixels. Keeps no state. */
public interface Decoder {

	Prediction decode(List<Tensor> outputs, Placement placement);

	/** What came closest to being found in outputs in which {@link #decode} finds nothing. */
	default Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		return Optional.empty();
	}
}
