package triptych.session;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.family.ModelCheck;
import triptych.decode.family.ModelFamilies;
import triptych.engine.Device;
import triptych.engine.DjlModel;
import triptych.model.InferenceModel;
import triptych.model.format.ModelFiles;
import triptych.model.format.ModelFormats;
import triptych.model.format.ModelLibrary;
import triptych.model.format.TemporaryFolder;
import triptych.model.ModelSpec;
import triptych.options.MenuNames;
import triptych.pipeline.join.Scene;
import triptych.pipeline.prepare.Preprocessor;
import triptych.result.StatusBar;

/**
 * The models that are open: each file is opened once for a device and kept until
 * {@link #releaseAll}, or until the file changes. Two descriptions of one file share its session.
 */
public final class ModelCache {

	/**
	 * An open model with the description it is used under. One thread at a time may use the
	 * preprocessor and the runner, whose buffers are reused from run to run; it holds the runner's
	 * lock meanwhile.
	 *
	 * @param spec where there is a model of stuff, that of the scene of both
	 * @param own that of this model alone
	 * @param stuff the model of the regions around the objects that this one finds
	 * @param classifier the model that gives these objects their classes
	 */
	public record Opened(DjlModel model, ModelSpec spec, Preprocessor preprocessor,
		InferenceModel runner, String sha256, ModelSpec own, Optional<Opened> stuff,
		Optional<Opened> classifier)
		implements AutoCloseable
	{

		Opened(DjlModel model, ModelSpec spec, String sha256) {
			this(model, spec, new Preprocessor(spec.input()), new RememberedRuns(model.runner()), sha256,
				spec, Optional.empty(), Optional.empty());
		}

		/** With a model that gives the objects of this one their classes. */
		Opened classifiedBy(Opened other) {
			return new Opened(model, spec, preprocessor, runner, sha256, own, stuff,
				Optional.of(other));
		}

		/**
		 * With a model of regions that lie around the objects of this one.
		 *
		 * @throws triptych.core.TriptychException where the two do not make a scene
		 */
		public Opened over(Opened regions) {
			return new Opened(model, Scene.model(spec, regions.spec()), preprocessor, runner, sha256,
				spec, Optional.of(regions), classifier);
		}

		/** The same runner under another description; the two share its lock. */
		public Opened as(ModelSpec other) {
			if (other == spec) return this;
			return new Opened(model, other, new Preprocessor(other.input()), runner, sha256,
				own.with(other.input()), stuff, classifier);
		}

		/** The same session for one more thread, with buffers of its own. */
		public Opened another() {
			return new Opened(model, spec, new Preprocessor(spec.input()), model.runner(), sha256, own,
				stuff.map(Opened::another), classifier.map(Opened::another));
		}

		/** A warning where a file is not the one that its package tells of; blank where all is well. */
		public String checksumWarning() {
			List<String> warnings = new ArrayList<>(List.of(own.checksumWarning(sha256)));
			stuff.ifPresent(other -> warnings.add(other.checksumWarning()));
			classifier.ifPresent(other -> warnings.add(other.checksumWarning()));
			warnings.removeIf(String::isEmpty);
			return String.join(". ", warnings);
		}

		/** Ends the session of {@link #openOwn}. */
		@Override
		public void close() {
			model.close();
			stuff.ifPresent(Opened::close);
			classifier.ifPresent(Opened::close);
		}

		/**
		 * One more user whose runs wait for those of the others that share the lock, as runs on a GPU
		 * should.
		 */
		public Opened another(Object oneAtATime) {
			InferenceModel alone = model.runner();
			InferenceModel waiting = new InferenceModel() {

				@Override
				public List<Tensor> run(List<Tensor> inputs) {
					synchronized (oneAtATime) {
						return alone.run(inputs);
					}
				}

				@Override
				public void end() {
					alone.end();
				}
			};
			return new Opened(model, spec, new Preprocessor(spec.input()), waiting, sha256, own,
				stuff.map(s -> s.another(oneAtATime)), classifier.map(c -> c.another(oneAtATime)));
		}
	}

	private record Session(DjlModel model, ModelIdentity identity) {}

	/** System properties by which ImageJ and Fiji are started. */
	private static final List<String> IMAGEJ_FOLDERS = List.of("plugins.dir", "ij.dir",
		"imagej.dir");

	private static final Map<String, Session> SESSIONS = new HashMap<>();
	private static final Map<String, Opened> OPENED = new HashMap<>();

	private ModelCache() {}

	public static ModelLibrary library() {
		return new ModelLibrary(userFolder());
	}

	/**
	 * Where installed models lie: the system property, ImageJ's own folder where it can be written,
	 * else home. Without an ImageJ, as in the terminal, that folder would be the current one.
	 */
	public static Path userFolder() {
		String told = System.getProperty("triptych.models");
		if (told != null) return Path.of(told);
		boolean inImageJ = IJ.getInstance() != null || IMAGEJ_FOLDERS.stream()
			.anyMatch(key -> System.getProperty(key) != null);
		String imagej = inImageJ ? IJ.getDirectory("imagej") : null;
		if (imagej != null && Files.isWritable(Path.of(imagej)))
			return Path.of(imagej, "models", "triptych");
		return Path.of(System.getProperty("user.home"), ".triptych", "models");
	}

	public static Opened open(String name, Task task, Device device) {
		return open(name, task, device, 0);
	}

	/**
	 * @param threads that one inference is spread over, 0 for ONNX Runtime's own choice; each number
	 * has a session of its own
	 */
	public static synchronized Opened open(String name, Task task, Device device, int threads) {
		ModelFiles files = library().find(name, task, MenuNames.of(task));
		Session session = session(files, device, threads);
		Optional<URL> description = files.told();
		Optional<Path> classes = files.classesFile();
		String key = String.join(" ", files.onnx().toString(), device + " " + threads, task.key(),
			description.toString(), version(description), classes.map(ModelIdentity::version).orElse(""));
		Opened opened = OPENED.get(key);
		if (opened == null || opened.model() != session.model()) {
			ModelSpec spec = asked(files, session.model(), task);
			opened = new Opened(session.model(), spec, session.identity().and(classes).sha256());
			OPENED.put(key, opened);
		}
		return opened;
	}

	/**
	 * The same, where nothing is to be said and nothing tried.
	 *
	 * @throws TriptychException where the model was never opened on this computer
	 */
	static synchronized Opened openKnown(String name, Task task, Device device) {
		ModelFiles files = library().find(name, task, MenuNames.of(task));
		ModelIdentity identity = ModelIdentity.of(files);
		if (!KnownModels.holds(files, identity))
			throw new TriptychException("The model \"" + name + "\" was never opened here.");
		SESSIONS.computeIfAbsent(key(files, device, 0),
			key -> new Session(opened(files, device, 0, identity), identity));
		return open(name, task, device);
	}

	/**
	 * A session of the caller's own, which closes it.
	 *
	 * @param threads that one inference is spread over, 0 for ONNX Runtime's own choice
	 */
	public static Opened openOwn(String name, Task task, Device device, int threads) {
		ModelFiles files = library().find(name, task, MenuNames.of(task));
		ModelIdentity identity = opening(files);
		DjlModel model = opened(files, device, threads, identity);
		try {
			String sha256 = identity.and(files.classesFile()).sha256();
			return new Opened(model, asked(files, model, task), sha256);
		}
		catch (RuntimeException e) {
			model.close();
			throw e;
		}
	}

	private static ModelSpec asked(ModelFiles files, DjlModel model, Task task) {
		ModelSpec spec = spec(files, model);
		return ModelFamilies.of(spec).asked(spec, task);
	}

	static ModelSpec spec(ModelFiles files, DjlModel model) {
		ModelSpec spec = ModelFormats.read(files, model.graph(), ModelFamilies::usualLimits);
		ModelCheck.check(spec, model.graph());
		return spec;
	}

	/** Tells apart two descriptions of one model; blank where the file describes itself. */
	public static String descriptionSha256(String name) {
		return library().find(name).told().map(ModelIdentity::sha256).orElse("");
	}

	/** The open model without its description, for Inspect Model. */
	public static synchronized DjlModel open(ModelFiles files) {
		return session(files, Device.of("cpu"), 0).model();
	}

	/** SHA-256 of the open model's file. */
	static synchronized String sha256(ModelFiles files) {
		return session(files, Device.of("cpu"), 0).identity().digests().get(0);
	}

	private static Session session(ModelFiles files, Device device, int threads) {
		String key = key(files, device, threads);
		Session open = SESSIONS.get(key);
		if (open != null && open.identity().holds()) return open;
		ModelIdentity identity = opening(files);
		// Where the caller shares out the threads, others may be in the midst of a run.
		if (open != null && threads == 0) open.model().close();
		SESSIONS.remove(key);
		Session session = new Session(opened(files, device, threads, identity), identity);
		SESSIONS.put(key, session);
		return session;
	}

	private static String key(ModelFiles files, Device device, int threads) {
		return files.onnx() + " " + device + " " + threads;
	}

	private static ModelIdentity opening(ModelFiles files) {
		StatusBar.stage("opening the model " + files.name());
		ModelIdentity identity = ModelIdentity.of(files);
		KnownModels.check(files, identity);
		return identity;
	}

	/** Of a file that somebody replaces at this moment nobody would know which one has answered. */
	private static DjlModel opened(ModelFiles files, Device device, int threads,
		ModelIdentity identity)
	{
		DjlModel model = DjlModel.open(files, device, threads);
		if (identity.holds()) return model;
		model.close();
		throw new TriptychException("The model \"" + files.name() + "\" was replaced while it was"
			+ " opened; start again.");
	}

	/** Size and time of a file on disk, so that a replaced file is read again. */
	private static String version(Optional<URL> url) {
		if (url.isEmpty() || !url.get().getProtocol().equals("file")) return "";
		return ModelIdentity.version(Path.of(URI.create(url.get().toString())));
	}

	/** A short name for a text that is long. */
	public static String sha256(String text) {
		return ModelIdentity.sha256(text);
	}

	/** To be called before Java is halted, which leaves no time for anything else. */
	public static void deleteLibraries() {
		TemporaryFolder.deleteAll();
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
