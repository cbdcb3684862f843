package triptych.model.format;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import triptych.core.Task;
import triptych.core.TriptychException;

/**
 * Finds the files of a model from what the user typed: the name of a bundled or installed model,
 * the path of an .onnx file or of a description, a folder that holds one model, or a zip of such a
 * folder.
 */
public final class ModelLibrary {

	private static final String BUNDLED = "/triptych/models/";
	private static final List<String> BUNDLED_NAMES = List.of("nuclei", "nuclei-regions",
		"cells-phase", "blood-cells", "white-cells", "confluence", "axon-myelin");

	private final Path userFolder;

	/** @param userFolder where installed models lie; it need not exist */
	public ModelLibrary(Path userFolder) {
		this.userFolder = userFolder;
	}

	/** The bundled model that a task runs on by default. */
	public static Optional<String> bundledFor(Task task) {
		return switch (task) {
			case CLASSIFICATION -> Optional.of("white-cells");
			case DETECTION -> Optional.of("blood-cells");
			case INSTANCE_SEGMENTATION -> Optional.of("nuclei");
			case SEMANTIC_SEGMENTATION -> Optional.of("nuclei-regions");
			case PANOPTIC_SEGMENTATION -> Optional.of("axon-myelin");
		};
	}

	/** True for a model that Triptych brings itself. */
	public static boolean isBundled(String name) {
		return BUNDLED_NAMES.contains(name);
	}

	/**
	 * All names that {@code model=} takes, installed models first. A bundled model's name means that
	 * model; an installed one that is called so can be used by its path.
	 */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		List<Path> entries = Files.isDirectory(userFolder) ? entries(userFolder) : List.of();
		Set<Path> files = Set.copyOf(entries);
		for (Path p : entries) {
			String name = p.getFileName().toString();
			if (name.startsWith(".")) continue;
			if (name.endsWith(".onnx")) names.add(name.substring(0, name.length() - 5));
			else if (name.endsWith(Description.SUFFIX)) {
				if (!files.contains(p.resolveSibling(stem(name) + ".onnx"))) names.add(stem(name));
			}
			else if (Files.isDirectory(p)) names.add(name);
		}
		names.removeAll(BUNDLED_NAMES);
		names.addAll(BUNDLED_NAMES);
		return names;
	}

	/** The models that have a description of ours, installed ones first; none is opened. */
	public List<DescribedModel> described() {
		return names().stream().flatMap(name -> described(name).stream()).toList();
	}

	/**
	 * Those of a task, and those without a description of ours, which tell their task only when
	 * opened.
	 */
	public List<String> names(Task task) {
		return names().stream()
			.filter(name -> described(name).map(m -> m.isFor(task)).orElse(true))
			.toList();
	}

	/** Empty where the model has no description of ours, or one that cannot be used. */
	private Optional<DescribedModel> described(String name) {
		try {
			Optional<Description> found = find(name).description();
			if (found.isEmpty()) return Optional.empty();
			DescriptionKeys top = found.get().keys();
			Task task = Task.of(top.need("task"));
			boolean things = !top.section("decoder").list("things").isEmpty();
			return Optional.of(new DescribedModel(name, task, found.get().classes(top), things));
		}
		catch (TriptychException e) {
			// Whoever runs that model is told; here it is only not proposed.
			return Optional.empty();
		}
	}

	/**
	 * The files behind {@code model=}, or a sentence on what is not there. A package is unpacked into
	 * a temporary folder.
	 */
	public ModelFiles find(String model) {
		return find(model, this::names, "");
	}

	/** The same, where the sentence names models of the task and its command only. */
	public ModelFiles find(String model, Task task, String command) {
		return find(model, () -> names(task), " for " + command);
	}

	/** @param known asked for the sentence only: it looks at every installed model */
	private ModelFiles find(String model, Supplier<List<String>> known, String what) {
		// What comes from elsewhere never takes the place of what Triptych brings itself.
		if (BUNDLED_NAMES.contains(model)) return bundled(model);
		if (model.matches("[\\w.-]+")) {
			for (String ending : List.of(Description.SUFFIX, ".onnx")) {
				Path file = userFolder.resolve(model + ending);
				if (Files.exists(file)) return at(file);
			}
			Path installed = userFolder.resolve(model);
			if (Files.exists(installed)) return inPackage(installed);
		}
		Path path = path(model);
		if (!Files.exists(path)) throw missing(model, known.get(), what);
		String name = path.toString().toLowerCase(Locale.ROOT);
		boolean packed = name.endsWith(".zip") && Files.isRegularFile(path);
		return packed ? inPackage(ZipPackage.unpacked(path, ModelLibrary::inPackage)) : at(path);
	}

	private static Path path(String model) {
		try {
			return Path.of(model);
		}
		catch (InvalidPathException e) {
			throw new TriptychException("\"" + model.replaceAll("\\p{Cntrl}", "?")
				+ "\" is neither a model's name nor a path.", e);
		}
	}

	private static TriptychException missing(String model, List<String> known, String what) {
		String there = known.isEmpty()
			? "no model" + what + " is installed, so give the path of one, such as an .onnx file."
			: "the models" + what + " known by name are " + String.join(", ", known) + ".";
		return new TriptychException("There is no model \"" + model + "\": no such file, and " + there);
	}

	private static ModelFiles bundled(String name) {
		Description description = new Description(bundled(name, name + Description.SUFFIX));
		String file = description.keys().text("file", name + ".onnx");
		return new ModelFiles(name, bundled(name, file), Optional.of(description));
	}

	private static URL bundled(String model, String file) {
		URL url = ModelLibrary.class.getResource(BUNDLED + file);
		if (url == null) throw new TriptychException("The bundled model " + model
			+ " is missing from this copy of Triptych; install it again.");
		return url;
	}

	private static ModelFiles at(Path path) {
		String name = path.getFileName() == null ? "" : path.getFileName().toString();
		if (Files.isDirectory(path)) return inFolder(path, entries(path));
		if (!Files.isRegularFile(path)) throw new TriptychException("The model \"" + path
			+ "\" is no file, but a pipe or a device.");
		if (name.endsWith(Description.SUFFIX)) return described(path, stem(name));
		Optional<ModelFiles> started = ModelFormats.startedBy(path);
		if (started.isPresent()) return started.get();
		if (!name.endsWith(".onnx")) throw new TriptychException("The model \"" + path
			+ "\" is not an .onnx file, a description (" + Description.SUFFIX + "), "
			+ ModelFormats.starts() + ", a folder with one of them or a .zip of such a folder.");
		String stem = name.substring(0, name.length() - 5);
		Path beside = path.resolveSibling(stem + Description.SUFFIX);
		Optional<Description> description = isWritten(beside)
			? Optional.of(new Description(Contents.url(beside)))
			: Optional.empty();
		if (description.isPresent()) return new ModelFiles(stem, Contents.url(path), description);
		Optional<Path> start = ModelFormats.startBeside(path);
		return new ModelFiles(stem, Contents.url(path), description, start);
	}

	/** An empty file is one that a terminal is just about to write. */
	private static boolean isWritten(Path description) {
		try {
			return Files.isRegularFile(description) && Files.size(description) > 0;
		}
		catch (IOException e) {
			// Whoever reads it is told why it cannot be.
			return true;
		}
	}

	/** The model that a description belongs to. */
	private static ModelFiles described(Path path, String stem) {
		Description description = new Description(Contents.url(path));
		Path onnx = path.resolveSibling(path(description.keys().text("file", stem + ".onnx")));
		if (!Files.isRegularFile(onnx)) throw new TriptychException("The description " + path
			+ " belongs to " + onnx.getFileName() + ", which is not there.");
		return new ModelFiles(stem, Contents.url(onnx), Optional.of(description));
	}

	/** Many packages hold one folder with all the rest. */
	private static ModelFiles inPackage(Path path) {
		if (!Files.isDirectory(path)) return at(path);
		List<Path> parts = entries(path).stream().filter(p -> !ZipPackage.isNote(p)).toList();
		boolean packed = parts.size() == 1 && Files.isDirectory(parts.get(0));
		return packed ? at(parts.get(0)) : inFolder(path, parts);
	}

	private static ModelFiles inFolder(Path folder, List<Path> entries) {
		List<Path> models = ending(entries, ".onnx");
		List<Path> descriptions = ending(entries, Description.SUFFIX);
		if (descriptions.size() == 1) return at(descriptions.get(0));
		Optional<ModelFiles> started = ModelFormats.startedIn(folder);
		if (started.isPresent()) return started.get();
		if (models.size() == 1) return at(models.get(0));
		if (models.isEmpty())
			throw new TriptychException("The folder \"" + folder + "\" holds no .onnx file.");
		List<String> names = models.stream().map(p -> p.getFileName().toString()).toList();
		throw new TriptychException("The folder \"" + folder + "\" holds " + models.size()
			+ " models (" + String.join(", ", names) + "); name one of the files.");
	}

	private static List<Path> ending(List<Path> entries, String ending) {
		return entries.stream().filter(p -> p.toString().endsWith(ending)).toList();
	}

	private static String stem(String description) {
		return description.substring(0, description.length() - Description.SUFFIX.length());
	}

	private static List<Path> entries(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + folder + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}
}
