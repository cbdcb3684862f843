package triptych.pipeline.prepare;

import java.util.List;
import java.util.Optional;

import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.model.InferenceModel;

/**
 * The middle of everything: a plane in, a prediction in that plane's pixels out. One pipeline
 * serves one thread.
 *
 * @param raw keeps the model's outputs and takes the model's place once it has them; empty where
 *        nobody wants them again
 */
public record PredictionPipeline(Preprocessor preprocessor, InferenceModel model, Decoder decoder,
	Optional<RawOutputs> raw)
{

	public PredictionPipeline(Preprocessor preprocessor, InferenceModel model, Decoder decoder) {
		this(preprocessor, model, decoder, Optional.empty());
	}

	public Prediction predict(Plane plane) {
		return predict(plane, preprocessor.scaling(plane));
	}

	/** @param scaling that of the plane itself, or of the larger one that it is a part of */
	public Prediction predict(Plane plane, Scaling scaling) {
		if (isKept()) return raw.get().next(decoder::decode);
		Prepared in = preprocessor.prepare(plane, scaling);
		List<Tensor> out = model.run(in.tensors());
		raw.ifPresent(r -> r.add(out, in.placement()));
		return decoder.decode(out, in.placement());
	}

	/** True where the model has run already. */
	public boolean isKept() {
		return raw.isPresent() && raw.get().complete();
	}
}
