package triptych.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.GraphInfo;
import triptych.model.InferenceModel;
import triptych.model.ModelFiles;

/**
 * A model that DJL runs on ONNX Runtime. The session is made here, with options of our own (DJL's own loading never
 * adds CUDA to them), and handed to DJL; each {@link #runner} has a Predictor of its own on it.
 */
public final class DjlModel implements AutoCloseable {

	private final String name;
	private final String device;
	private final String note;
	private final GraphInfo graph;
	private final Model model;
	/** Runs share it; closing takes it alone, because a session must not be freed under a run. */
	private final ReadWriteLock use = new ReentrantReadWriteLock();
	private boolean closed;

	private DjlModel(String name, String device, String note, GraphInfo graph, Model model) {
		this.name = name;
		this.device = device;
		this.note = note;
		this.graph = graph;
		this.model = model;
	}

	/** With as many threads for one run as ONNX Runtime thinks best. */
	public static DjlModel open(ModelFiles files, Device wanted) {
		return open(files, wanted, 0);
	}

	/**
	 * Opens the model on the wanted device, or says in a sentence why that cannot be.
	 *
	 * @param threads that one run on the CPU is spread over, 0 for ONNX Runtime's own choice
	 */
	public static DjlModel open(ModelFiles files, Device wanted, int threads) {
		String whyNot = wanted.kind() == Device.Kind.CPU ? "" : Devices.whyNoGpu();
		if (wanted.kind() == Device.Kind.GPU && !whyNot.isEmpty()) throw new TriptychException(
			"device=gpu cannot be used: " + whyNot);
		if (wanted.kind() != Device.Kind.CPU && whyNot.isEmpty()) try {
			return open(files, wanted.index(), threads, "");
		}
		catch (OrtException e) {
			whyNot = e.getMessage().lines().findFirst().orElse("CUDA cannot start");
			if (wanted.kind() == Device.Kind.GPU) throw new TriptychException("device=gpu cannot be used: " + whyNot
				+ ". Check Device lists what is missing.", e);
		}
		try {
			return open(files, -1, threads, wanted.kind() == Device.Kind.CPU ? "" : "Running on the CPU: " + whyNot);
		}
		catch (OrtException e) {
			throw OpenFailure.of(files.fileName(), e);
		}
	}

	/** @param gpu index of the CUDA device, -1 for the CPU */
	private static DjlModel open(ModelFiles files, int gpu, int threads, String note) throws OrtException {
		OrtEnvironment environment = OnnxEngine.environment();
		OrtSession session;
		try (SessionOptions options = new SessionOptions()) {
			// Older exports would otherwise print a warning for each of their hundreds of weights.
			options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
			if (gpu >= 0) options.addCUDA(gpu);
			if (threads > 0) options.setIntraOpNumThreads(threads);
			Optional<Path> path = files.onDisk();
			// By path wherever there is one: weights in a data file beside the model are found from its path only.
			session = path.isPresent() ? environment.createSession(path.get().toString(), options) : environment
				.createSession(files.bytes(), options);
		}
		try {
			GraphInfo graph = Graphs.read(session, files.fileName());
			Model model = OnnxEngine.start().newModel(files.name(), null);
			model.setBlock(new SessionBlock(session, (OrtNDManager) model.getNDManager()));
			return new DjlModel(files.name(), gpu >= 0 ? "gpu:" + gpu : "cpu", note, graph, model);
		}
		catch (RuntimeException | OrtException e) {
			session.close();
			throw e;
		}
	}

	public GraphInfo graph() {
		return graph;
	}

	/** The device that really runs this model, such as {@code cpu} or {@code gpu:0}. */
	public String device() {
		return device;
	}

	/** Why the CPU is used although a GPU would have been taken, else blank. */
	public String deviceNote() {
		return note;
	}

	String name() {
		return name;
	}

	/** A user of this model, for one thread at a time; any number of them share the session. */
	public InferenceModel runner() {
		return whileOpen(() -> new DjlRunner(this));
	}

	Predictor<List<Tensor>, List<Tensor>> predictor(TensorTranslator translator) {
		return model.newPredictor(translator);
	}

	/** Does something during which the session is not closed. */
	<T> T whileOpen(Supplier<T> work) {
		use.readLock().lock();
		try {
			if (closed) throw new TriptychException("The model " + name + " was released while it was in use; run again.");
			return work.get();
		}
		finally {
			use.readLock().unlock();
		}
	}

	/** Waits for the runs in progress; closing again does nothing. */
	@Override
	public void close() {
		use.writeLock().lock();
		try {
			if (closed) return;
			closed = true;
			model.close();
		}
		finally {
			use.writeLock().unlock();
		}
	}
}
