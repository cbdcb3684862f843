package triptych.engine;

import java.nio.file.Path;
import java.util.Optional;

import ai.djl.Model;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import triptych.core.TriptychException;
import triptych.model.GraphInfo;
import triptych.model.InferenceModel;
import triptych.model.format.ModelFiles;

/**
 * A model that DJL runs on ONNX Runtime. The session is made here, with options of our own (DJL's
 * own loading never adds CUDA to them), and handed to DJL; each {@link #runner} has a Predictor of
 * its own on it.
 */
public final class DjlModel implements AutoCloseable {

	private final ModelSession session;
	private final String device;
	private final String note;

	private DjlModel(ModelSession session, String device, String note) {
		this.session = session;
		this.device = device;
		this.note = note;
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
		if (wanted.kind() == Device.Kind.CPU) return onCpu(files, threads, "");
		return open(files, wanted, threads, Accelerator.here());
	}

	static DjlModel open(ModelFiles files, Device wanted, int threads, Accelerator accelerator) {
		boolean asked = wanted.kind() == Device.Kind.GPU;
		String whyNot = accelerator.whyNot();
		if (!asked && !accelerator.automatic()) return onCpu(files, threads, "");
		if (whyNot.isEmpty()) try {
			return open(files, options -> accelerator.adding().to(options, wanted.index()), threads,
				accelerator.device(wanted.index()), accelerator.note());
		}
		catch (OrtException e) {
			whyNot = e.getMessage().lines().findFirst().orElse("it cannot start");
			if (asked) throw new TriptychException("device=gpu cannot be used: " + whyNot
				+ ". Check Device lists what is missing.", e);
		}
		if (asked) throw new TriptychException("device=gpu cannot be used: " + whyNot);
		return onCpu(files, threads, "Running on the CPU: " + whyNot);
	}

	private static DjlModel onCpu(ModelFiles files, int threads, String note) {
		try {
			return open(files, options -> {}, threads, "cpu", note);
		}
		catch (OrtException e) {
			throw OpenFailure.of(files.fileName(), e);
		}
	}

	/** What is to be set before a session is made. */
	private interface Setting {

		void on(SessionOptions options) throws OrtException;
	}

	private static DjlModel open(ModelFiles files, Setting setting, int threads, String device,
		String note) throws OrtException
	{
		NativeWork.begin();
		OrtSession session;
		try {
			session = session(files, setting, threads);
		}
		finally {
			NativeWork.end();
		}
		return of(session, files.name(), files.fileName(), device, note);
	}

	/**
	 * A graph that was just made, on the CPU.
	 *
	 * @param threads that one run is spread over, 0 for ONNX Runtime's own choice
	 */
	public static DjlModel of(byte[] graph, String name, int threads) {
		OrtEnvironment environment = OnnxEngine.environment();
		NativeWork.begin();
		try (SessionOptions options = new SessionOptions()) {
			options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
			if (threads > 0) options.setIntraOpNumThreads(threads);
			return of(environment.createSession(graph, options), name, name, "cpu", "");
		}
		catch (OrtException e) {
			throw OpenFailure.of(name, e);
		}
		finally {
			NativeWork.end();
		}
	}

	private static DjlModel of(OrtSession session, String name, String file, String device,
		String note) throws OrtException
	{
		try {
			GraphInfo graph = Graphs.read(session, file);
			Model model = OnnxEngine.start().newModel(name, null);
			model.setBlock(new SessionBlock(session, (OrtNDManager) model.getNDManager()));
			ModelSession shared = new ModelSession(name, graph, model);
			return new DjlModel(shared, device, note);
		}
		catch (RuntimeException | OrtException e) {
			session.close();
			throw e;
		}
	}

	private static OrtSession session(ModelFiles files, Setting setting, int threads)
		throws OrtException
	{
		OrtEnvironment environment = OnnxEngine.environment();
		try (SessionOptions options = new SessionOptions()) {
			// Older exports print a warning for each of their hundreds of weights; errors are thrown.
			options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
			setting.on(options);
			if (threads > 0) options.setIntraOpNumThreads(threads);
			Optional<Path> path = files.onDisk();
			// By path wherever there is one: weights in a data file beside the model are found from its
			// path only.
			if (path.isPresent()) return environment.createSession(path.get().toString(), options);
			return environment.createSession(files.bytes(), options);
		}
	}

	public GraphInfo graph() {
		return session.graph();
	}

	/** The device that really runs this model: {@code cpu}, {@code gpu:0}, {@code coreml}. */
	public String device() {
		return device;
	}

	/**
	 * Why the CPU is used although a GPU would have been taken, or what one should know of another
	 * device; else blank.
	 */
	public String deviceNote() {
		return note;
	}

	/** A user of this model, for one thread at a time; any number of them share the session. */
	public InferenceModel runner() {
		return session.whileOpen(() -> new DjlRunner(session));
	}

	/** Waits for the runs in progress; closing again does nothing. */
	@Override
	public void close() {
		session.close();
	}
}
