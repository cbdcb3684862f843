package triptych.engine;

import java.util.List;
import java.util.regex.Pattern;

import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import triptych.core.NotEnoughMemory;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.GraphInfo.Slot;
import triptych.model.InferenceModel;

/**
 * One user of a {@link DjlModel}: a DJL Predictor with output buffers of its own, which ONNX
 * Runtime writes into directly wherever the model fixes the shapes of its outputs (a fresh array
 * for each call costs more than the decoding).
 */
final class DjlRunner implements InferenceModel {

	private static final Pattern OUT_OF_MEMORY = Pattern.compile("(?i)bad_?alloc"
		+ "|failed to allocate memory|out of memory|smaller than requested bytes|ALLOC_FAILED");

	private final ModelSession session;
	private boolean ownOutputs;
	private Predictor<List<Tensor>, List<Tensor>> predictor;

	DjlRunner(ModelSession session) {
		this.session = session;
		use(session.graph().outputs().stream().allMatch(TensorTranslator::fixed));
	}

	private void use(boolean own) {
		ownOutputs = own;
		List<Slot> outputs = own ? session.graph().outputs() : List.of();
		predictor = session.predictor(new TensorTranslator(outputs));
	}

	@Override
	public List<Tensor> run(List<Tensor> inputs) {
		return session.whileOpen(() -> {
			try {
				return predictor.predict(inputs);
			}
			catch (TranslateException | EngineException e) {
				if (ownOutputs) return withoutOwnOutputs(inputs);
				throw stopped(e);
			}
		});
	}

	/**
	 * Some files state wrong shapes for their outputs: then ONNX Runtime makes the outputs, as it
	 * sees fit.
	 */
	private List<Tensor> withoutOwnOutputs(List<Tensor> inputs) {
		use(false);
		try {
			return predictor.predict(inputs);
		}
		catch (TranslateException | EngineException e) {
			throw stopped(e);
		}
	}

	/** What ONNX Runtime and CUDA say when an allocation fails. */
	static boolean outOfMemory(String message) {
		return OUT_OF_MEMORY.matcher(message).find();
	}

	private TriptychException stopped(Exception e) {
		Throwable t = e;
		while (t.getCause() != null) t = t.getCause();
		String message = t.getMessage(), name = session.name();
		if (message != null && outOfMemory(message)) return new NotEnoughMemory(
			"The memory is not enough to run the model " + name + " on an image of this size.", e);
		String why = t.getClass().getSimpleName();
		if (message != null) why = message.lines().findFirst().orElse("");
		return new TriptychException("The model " + name + " stopped while running: " + why, e);
	}
}
