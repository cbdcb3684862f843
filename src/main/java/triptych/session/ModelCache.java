package triptych.session;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.decode.family.ModelCheck;
import triptych.decode.family.ModelFamilies;
import triptych.engine.Device;
import triptych.engine.DjlModel;
import triptych.model.InferenceModel;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.model.ModelSpec;
import triptych.options.MenuNames;
import triptych.pipeline.prepare.Preprocessor;
import triptych.result.StatusBar;

/**
 * The models that are open: each file is opened once for a device and kept until
 * {@link #releaseAll}, or until the file changes. Two descriptions of one file share its session.
 */
public final class ModelCache {

	/**
	 * An open model with the description it is used under. One thread at a time may use the
	 * preprocessor and the runner, whose buffers are reused from run to run; it holds the
	 * preprocessor's lock meanwhile.
	 */
	public record Opened(DjlModel model, ModelSpec spec, Preprocessor preprocessor,
		InferenceModel runner, String sha256)
	{

		Opened(DjlModel model, ModelSpec spec, String sha256) {
			this(model, spec, new Preprocessor(spec.input()), model.runner(), sha256);
		}

		/** The same session for one more thread, with buffers of its own. */
		public Opened another() {
			return new Opened(model, spec, sha256);
		}

		/**
		 * One more user whose runs wait for those of the others that share the lock, as runs on a GPU
		 * should.
		 */
		public Opened another(Object oneAtATime) {
			InferenceModel own = model.runner();
			return new Opened(model, spec, new Preprocessor(spec.input()), inputs -> {
				synchronized (oneAtATime) {
					return own.run(inputs);
				}
			}, sha256);
		}
	}

	private record Session(DjlModel model, String sha256, String version) {}

	private static final Map<String, Session> SESSIONS = new HashMap<>();
	private static final Map<String, Opened> OPENED = new HashMap<>();

	private ModelCache() {}

	public static ModelLibrary library() {
		return new ModelLibrary(userFolder());
	}

	/**
	 * Where installed models lie: the system property, ImageJ's own folder where it can be written,
	 * else home.
	 */
	private static Path userFolder() {
		String told = System.getProperty("triptych.models");
		if (told != null) return Path.of(told);
		String imagej = IJ.getDirectory("imagej");
		if (imagej != null && Files.isWritable(Path.of(imagej)))
			return Path.of(imagej, "models", "triptych");
		return Path.of(System.getProperty("user.home"), ".triptych", "models");
	}

	public static synchronized Opened open(String name, Task task, Device device) {
		ModelFiles files = library().find(name, task, MenuNames.of(task));
		Session session = session(files, device);
		Optional<URL> description = files.told();
		String key = files.onnx() + " " + device + " " + description + " " + version(description);
		Opened opened = OPENED.get(key);
		if (opened == null || opened.model() != session.model()) {
			ModelSpec spec = spec(files, session.model());
			opened = new Opened(session.model(), spec, session.sha256());
			OPENED.put(key, opened);
		}
		return opened;
	}

	/**
	 * A session of the caller's own, which closes it.
	 *
	 * @param threads that one inference is spread over, 0 for ONNX Runtime's own choice
	 */
	public static Opened openOwn(String name, Task task, Device device, int threads) {
		ModelFiles files = library().find(name, task, MenuNames.of(task));
		opening(files);
		DjlModel model = DjlModel.open(files, device, threads);
		try {
			return new Opened(model, spec(files, model), sha256(files.onnx()));
		}
		catch (RuntimeException e) {
			model.close();
			throw e;
		}
	}

	static ModelSpec spec(ModelFiles files, DjlModel model) {
		ModelSpec spec = ModelFormats.read(files, model.graph(), ModelFamilies::usualLimits);
		ModelCheck.check(spec, model.graph());
		return spec;
	}

	/** Tells apart two descriptions of one model; blank where the file describes itself. */
	public static String descriptionSha256(String name) {
		return library().find(name).told().map(ModelCache::sha256).orElse("");
	}

	/** The open model without its description, for Inspect Model. */
	public static synchronized DjlModel open(ModelFiles files) {
		return session(files, Device.of("cpu")).model();
	}

	/** SHA-256 of the open model's file. */
	static synchronized String sha256(ModelFiles files) {
		return session(files, Device.of("cpu")).sha256();
	}

	private static Session session(ModelFiles files, Device device) {
		String key = files.onnx() + " " + device;
		String version = version(Optional.of(files.onnx()));
		Session open = SESSIONS.get(key);
		if (open != null && open.version().equals(version)) return open;
		opening(files);
		if (open != null) open.model().close();
		SESSIONS.remove(key);
		Session session = new Session(DjlModel.open(files, device, 0), sha256(files.onnx()), version);
		SESSIONS.put(key, session);
		return session;
	}

	private static void opening(ModelFiles files) {
		StatusBar.stage("opening the model " + files.name());
	}

	/** Size and time of a file on disk, so that a replaced file is read again. */
	private static String version(Optional<URL> url) {
		if (url.isEmpty() || !url.get().getProtocol().equals("file")) return "";
		Path path = Path.of(URI.create(url.get().toString()));
		try {
			return Files.size(path) + " " + Files.getLastModifiedTime(path);
		}
		catch (IOException e) {
			throw new TriptychException("The model " + path + " cannot be read: " + e.getMessage() + ".",
				e);
		}
	}

	private static String sha256(URL file) {
		try {
			MessageDigest digest = digest();
			URLConnection connection = file.openConnection();
			connection.setUseCaches(false);
			try (InputStream in = connection.getInputStream()) {
				byte[] block = new byte[1 << 16];
				for (int n; (n = in.read(block)) > 0;)
					digest.update(block, 0, n);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (IOException e) {
			throw new TriptychException("The file " + file.getPath() + " cannot be read: "
				+ e.getMessage() + ".", e);
		}
	}

	/** A short name for a text that is long. */
	public static String sha256(String text) {
		return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}

	/** Closes all models and tells how many there were. */
	public static synchronized int releaseAll() {
		int n = SESSIONS.size();
		SESSIONS.values().forEach(s -> s.model().close());
		SESSIONS.clear();
		OPENED.clear();
		return n;
	}
}
