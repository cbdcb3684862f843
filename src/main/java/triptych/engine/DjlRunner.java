package triptych.engine;

import java.util.List;
import java.util.regex.Pattern;

import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import triptych.core.NotEnoughMemory;
import triptych.core.Stopped;
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
	private volatile Call running;

	DjlRunner(ModelSession session) {
		this.session = session;
		use(TensorTranslator.fixed(session.graph().outputs()));
	}

	private void use(boolean own) {
		ownOutputs = own;
		List<Slot> outputs = own ? session.graph().outputs() : List.of();
		predictor = session.predictor(new TensorTranslator(outputs));
	}

	@Override
	public List<Tensor> run(List<Tensor> inputs) {
		return session.whileOpen(() -> {
			try (Call call = begin()) {
				return run(inputs, call);
			}
			finally {
				running = null;
			}
		});
	}

	private Call begin() {
		running = Call.begin();
		return running;
	}

	@Override
	public void end() {
		Call call = running;
		if (call != null) call.end();
	}

	private List<Tensor> run(List<Tensor> inputs, Call call) {
		try {
			return predictor.predict(inputs);
		}
		catch (TranslateException | EngineException e) {
			if (call.ended()) throw new Stopped();
			if (!ownOutputs) throw stopped(e);
			// Some files state wrong shapes for their outputs: then ONNX Runtime makes the outputs, as it
			// sees fit.
			use(false);
			return run(inputs, call);
		}
		catch (OutOfMemoryError e) {
			throw notEnough(e);
		}
	}

	/** What ONNX Runtime and CUDA say when an allocation fails. */
	static boolean outOfMemory(String message) {
		return OUT_OF_MEMORY.matcher(message).find();
	}

	private NotEnoughMemory notEnough(Throwable e) {
		return new NotEnoughMemory("The memory is not enough to run the model " + session.name()
			+ " on an image of this size.", e);
	}

	private TriptychException stopped(Exception e) {
		Throwable t = e;
		while (t.getCause() != null) t = t.getCause();
		if (t instanceof TriptychException told) return told;
		String message = t.getMessage(), name = session.name();
		boolean memory = t instanceof OutOfMemoryError || message != null && outOfMemory(message);
		if (memory) return notEnough(e);
		String why = t.getClass().getSimpleName();
		if (message != null) why = message.lines().findFirst().orElse("");
		return new TriptychException("The model " + name + " stopped while running: " + why, e);
	}
}
