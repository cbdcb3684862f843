package triptych.engine;

import java.util.List;

import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.InferenceModel;

/**
 * One user of a {@link DjlModel}: a DJL Predictor with output buffers of its own, which ONNX Runtime writes into directly
 * wherever the model fixes the shapes of its outputs (a fresh array for each call costs more than the decoding).
 */
final class DjlRunner implements InferenceModel {

	private final DjlModel model;
	private boolean ownOutputs;
	private Predictor<List<Tensor>, List<Tensor>> predictor;

	DjlRunner(DjlModel model) {
		this.model = model;
		use(model.graph().outputs().stream().allMatch(TensorTranslator::fixed));
	}

	private void use(boolean own) {
		ownOutputs = own;
		predictor = model.predictor(new TensorTranslator(own ? model.graph().outputs() : List.of()));
	}

	@Override
	public List<Tensor> run(List<Tensor> inputs) {
		return model.whileOpen(() -> {
			try {
				return predictor.predict(inputs);
			}
			catch (TranslateException | EngineException e) {
				if (ownOutputs) return withoutOwnOutputs(inputs);
				throw stopped(e);
			}
		});
	}

	/** Some files state wrong shapes for their outputs: then ONNX Runtime makes the outputs, as it sees fit. */
	private List<Tensor> withoutOwnOutputs(List<Tensor> inputs) {
		use(false);
		try {
			return predictor.predict(inputs);
		}
		catch (TranslateException | EngineException e) {
			throw stopped(e);
		}
	}

	private TriptychException stopped(Exception e) {
		Throwable t = e;
		while (t.getCause() != null) t = t.getCause();
		return new TriptychException("The model " + model.name() + " stopped while running: " + (t.getMessage() == null ? t
			.getClass().getSimpleName() : t.getMessage().lines().findFirst().orElse("")), e);
	}
}
