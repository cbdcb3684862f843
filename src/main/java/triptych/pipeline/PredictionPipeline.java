package triptych.pipeline;

import java.util.List;

import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.model.InferenceModel;

/** The middle of everything: a plane in, a prediction in that plane's pixels out. One pipeline serves one thread. */
public record PredictionPipeline(Preprocessor preprocessor, InferenceModel model, Decoder decoder) {

	public Prediction predict(Plane plane) {
		return predict(plane, preprocessor.scaling(plane));
	}

	/** @param scaling that of the plane itself, or of the larger one that it is a part of */
	Prediction predict(Plane plane, Scaling scaling) {
		Prepared in = preprocessor.prepare(plane, scaling);
		List<Tensor> out = model.run(in.tensors());
		return decoder.decode(out, in.placement());
	}
}
