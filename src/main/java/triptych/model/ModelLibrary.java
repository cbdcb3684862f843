package triptych.model;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import triptych.core.Task;
import triptych.core.TriptychException;

/**
 * Finds the files of a model from what the user typed: the name of a bundled or installed model, the path of an .onnx
 * file or of a description, a folder that holds one model, or a zip of such a folder.
 */
public final class ModelLibrary {

	private static final String BUNDLED = "/triptych/models/";
	private static final List<String> BUNDLED_NAMES = List.of("nuclei", "nuclei-regions");

	private final Path userFolder;

	/** @param userFolder where installed models lie; it need not exist */
	public ModelLibrary(Path userFolder) {
		this.userFolder = userFolder;
	}

	/** The bundled model that a task runs on by default. */
	public static Optional<String> bundledFor(Task task) {
		return switch (task) {
			case INSTANCE_SEGMENTATION -> Optional.of("nuclei");
			case SEMANTIC_SEGMENTATION -> Optional.of("nuclei-regions");
			default -> Optional.empty();
		};
	}

	/** All names that {@code model=} takes, installed models first. */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		if (Files.isDirectory(userFolder)) for (Path p : entries(userFolder)) {
			String name = p.getFileName().toString();
			if (name.endsWith(".onnx")) names.add(name.substring(0, name.length() - 5));
			else if (name.endsWith(ModelFiles.DESCRIPTION) && !Files.exists(p.resolveSibling(stem(name) + ".onnx")))
				names.add(stem(name));
			else if (Files.isDirectory(p)) names.add(name);
		}
		names.addAll(BUNDLED_NAMES);
		return names;
	}

	/** The models that have a description of ours, installed ones first; none is opened. */
	public List<DescribedModel> described() {
		return names().stream().flatMap(name -> DescribedModel.of(name, this).stream()).toList();
	}

	/** Those of a task, and those without a description of ours, which tell their task only when they are opened. */
	public List<String> names(Task task) {
		return names().stream().filter(name -> DescribedModel.of(name, this).map(m -> m.task() == task).orElse(true)).toList();
	}

	/** The files behind {@code model=}, or a sentence on what is not there. */
	public ModelFiles find(String model) {
		return find(model, names(), "");
	}

	/** The same, where the sentence names models of the task only. */
	public ModelFiles find(String model, Task task) {
		return find(model, names(task), " for " + task.command());
	}

	private ModelFiles find(String model, List<String> known, String what) {
		if (model.matches("[\\w.-]+")) {
			Path installed = userFolder.resolve(model);
			for (Path p : List.of(userFolder.resolve(model + ModelFiles.DESCRIPTION), userFolder.resolve(model + ".onnx"),
				installed))
				if (Files.exists(p)) return at(Files.isDirectory(p) ? ZipPackage.inner(p) : p);
			if (BUNDLED_NAMES.contains(model)) return bundled(model);
		}
		Path path;
		try {
			path = Path.of(model);
		}
		catch (InvalidPathException e) {
			throw new TriptychException("\"" + model + "\" is neither a model's name nor a path.", e);
		}
		if (!Files.exists(path)) throw new TriptychException("There is no model \"" + model + "\": no such file, and "
			+ (known.isEmpty() ? "no model" + what + " is installed, so give the path of one, such as an .onnx file."
				: "the models" + what + " known by name are " + String.join(", ", known) + "."));
		boolean packed = Files.isRegularFile(path) && path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
		return at(packed ? ZipPackage.unpacked(path, userFolder) : path);
	}

	private static ModelFiles bundled(String name) {
		URL description = ModelLibrary.class.getResource(BUNDLED + name + ModelFiles.DESCRIPTION);
		if (description == null) throw new TriptychException("The bundled model " + name
			+ " is missing from this copy of Triptych; install it again.");
		String file = DescriptionKeys.parse(description).text("file", name + ".onnx");
		URL onnx = ModelLibrary.class.getResource(BUNDLED + file);
		if (onnx == null) throw new TriptychException("The bundled model " + name
			+ " is missing from this copy of Triptych; install it again.");
		return new ModelFiles(name, onnx, Optional.of(description));
	}

	private static ModelFiles at(Path path) {
		String name = path.getFileName() == null ? "" : path.getFileName().toString();
		if (Files.isDirectory(path)) return inFolder(path);
		if (name.endsWith(ModelFiles.DESCRIPTION)) {
			URL description = url(path);
			Path onnx = path.resolveSibling(DescriptionKeys.parse(description).text("file", stem(name) + ".onnx"));
			if (!Files.isRegularFile(onnx)) throw new TriptychException("The description " + path + " belongs to "
				+ onnx.getFileName() + ", which is not there.");
			return new ModelFiles(stem(name), url(onnx), Optional.of(description));
		}
		if (!name.endsWith(".onnx")) throw new TriptychException("The model \"" + path
			+ "\" is not an .onnx file, a description (" + ModelFiles.DESCRIPTION
			+ "), a folder with one of them or a .zip of such a folder.");
		Path description = path.resolveSibling(name.substring(0, name.length() - 5) + ModelFiles.DESCRIPTION);
		return new ModelFiles(name.substring(0, name.length() - 5), url(path), Files.isRegularFile(description) ? Optional
			.of(url(description)) : Optional.empty());
	}

	private static ModelFiles inFolder(Path folder) {
		List<Path> models = entries(folder).stream().filter(p -> p.toString().endsWith(".onnx")).toList();
		List<Path> descriptions = entries(folder).stream().filter(p -> p.toString().endsWith(ModelFiles.DESCRIPTION))
			.toList();
		if (descriptions.size() == 1) return at(descriptions.get(0));
		if (models.size() == 1) return at(models.get(0));
		if (models.isEmpty()) throw new TriptychException("The folder \"" + folder + "\" holds no .onnx file.");
		throw new TriptychException("The folder \"" + folder + "\" holds " + models.size() + " models ("
			+ String.join(", ", models.stream().map(p -> p.getFileName().toString()).toList())
			+ "); name one of the files.");
	}

	private static String stem(String description) {
		return description.substring(0, description.length() - ModelFiles.DESCRIPTION.length());
	}

	private static URL url(Path path) {
		try {
			return URI.create(path.toAbsolutePath().normalize().toUri().toString()).toURL();
		}
		catch (MalformedURLException e) {
			throw new TriptychException("The path \"" + path + "\" cannot be used.", e);
		}
	}

	private static List<Path> entries(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + folder + "\" cannot be read: " + e.getMessage() + ".", e);
		}
	}
}
