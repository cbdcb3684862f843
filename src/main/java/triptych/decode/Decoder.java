package triptych.decode;

import java.util.List;

import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;

/** Turns what a model gave for one plane into a prediction in that plane's pixels. Keeps no state. */
public interface Decoder {

	Prediction decode(List<Tensor> outputs, Placement placement);
}
