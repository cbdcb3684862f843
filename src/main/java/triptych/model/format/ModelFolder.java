package triptych.model.format;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import triptych.core.TriptychException;

/**
 * The user's folder of models: each installed one is a folder of its name, which is complete or not
 * there at all. Models that the user has put there as single files are known too.
 */
public final class ModelFolder {

	/** What tells how images are prepared, beside a config.json. */
	private static final List<String> PREPARATION = List.of("preprocessor_config.json",
		"processor_config.json");

	private static final Pattern NAME = Pattern.compile("[\\w][\\w.-]{0,99}");

	private static final Pattern FILE_KEY = Pattern.compile("(?m)^file:.*$");

	private final Path folder;

	public ModelFolder(Path folder) {
		this.folder = folder;
	}

	/**
	 * Copies a model with all that describes it.
	 *
	 * @return the folder that was made
	 * @throws TriptychException where the name is taken or none, or a file cannot be copied
	 */
	public Path install(ModelFiles model, String name) {
		checkFree(name);
		Map<String, Path> files = files(model, name);
		Path target = folder.resolve(name);
		try {
			Files.createDirectories(folder);
			Path part = Files.createTempDirectory(folder, ".installing-");
			try {
				for (Map.Entry<String, Path> file : files.entrySet())
					copy(file.getValue(), part.resolve(file.getKey()));
				Optional<Description> description = model.description();
				if (description.isPresent()) {
					Path written = part.resolve(name + Description.SUFFIX);
					Files.writeString(written, renamed(Files.readString(written), name));
				}
				return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
			}
			finally {
				if (Files.exists(part)) deleteAll(part);
			}
		}
		catch (IOException e) {
			throw new TriptychException("The model could not be copied to \"" + target + "\": "
				+ TriptychException.why(e) + ".", e);
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		Files.createDirectories(to.getParent());
		try {
			Files.copy(from, to);
		}
		catch (FileAlreadyExistsException e) {
			if (Files.mismatch(from, to) >= 0) throw e;
		}
	}

	private static String renamed(String description, String name) {
		return FILE_KEY.matcher(description)
			.replaceAll(Matcher.quoteReplacement("file: \"" + name + ".onnx\""));
	}

	/** What belongs to the model, by the path that it gets. */
	private static Map<String, Path> files(ModelFiles model, String name) {
		Path onnx = model.onDisk().orElseThrow(() -> new TriptychException("The model " + model.name()
			+ " is one of Triptych's own; it needs no installing."));
		Map<String, Path> files = new LinkedHashMap<>();
		Optional<Path> start = model.start();
		if (start.isPresent()) {
			Path base = start.get().toAbsolutePath().getParent();
			for (Path weights : model.weights())
				files.put(relative(base, weights), weights);
			for (Path told : told(start.get()))
				files.put(relative(base, told), told);
			return files;
		}
		for (Path weights : model.weights())
			files.put(weights.equals(onnx) ? name + ".onnx" : relative(onnx.getParent(), weights),
				weights);
		model.description().ifPresent(d -> {
			Path own = Path.of(URI.create(d.url().toString()));
			files.put(name + Description.SUFFIX, own);
			d.classesFile().ifPresent(c -> files.put(c.getFileName().toString(), c));
			card(own).ifPresent(c -> files.put(name + ".md", c));
		});
		return files;
	}

	private static Optional<Path> card(Path description) {
		String stem = description.getFileName().toString().replace(Description.SUFFIX, "");
		return Optional.of(description.resolveSibling(stem + ".md")).filter(Files::isRegularFile);
	}

	/** The start of a package and the files that it names. */
	private static List<Path> told(Path start) {
		Path base = start.toAbsolutePath().getParent();
		try (Stream<Path> all = Files.walk(base, 2)) {
			String text = Files.readString(start);
			List<Path> told = new ArrayList<>(List.of(start.toAbsolutePath()));
			all.filter(Files::isRegularFile).filter(p -> {
				String name = p.getFileName().toString();
				return PREPARATION.contains(name) || text.contains(name) && !name.endsWith(".onnx");
			}).forEach(told::add);
			return told;
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + base + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	private static String relative(Path base, Path file) {
		Path inside = base.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
		return inside.startsWith("..") ? inside.getFileName().toString() : inside.toString();
	}

	/** The files or folders of an installed model; none where there is no such model. */
	public List<Path> entries(String name) {
		if (!NAME.matcher(name).matches()) return List.of();
		return Stream.of(name, name + ".onnx", name + Description.SUFFIX, name + ".md")
			.map(folder::resolve)
			.filter(p -> Files.exists(p, LinkOption.NOFOLLOW_LINKS))
			.toList();
	}

	/** @throws TriptychException where the name cannot be given to a model */
	public void checkFree(String name) {
		if (!NAME.matcher(name).matches()) throw new TriptychException("\"" + name
			+ "\" cannot be a model's name: letters, digits, _, - and . only, and no more than 100.");
		if (ModelLibrary.isBundled(name)) throw new TriptychException("\"" + name
			+ "\" is the name of a model of Triptych's own; give another one with name=.");
		if (!entries(name).isEmpty()) throw new TriptychException("A model called \"" + name
			+ "\" is installed already; give another name with name=, or remove that one first.");
	}

	/**
	 * @throws TriptychException where the folder of an installed model holds files that are not the
	 *           model's: they would be lost with it
	 */
	public void checkNothingElse(ModelFiles model, String name) {
		Path own = folder.resolve(name);
		if (Files.isSymbolicLink(own) || !Files.isDirectory(own)) return;
		List<Path> known = new ArrayList<>(model.weights());
		known.addAll(files(model, name).values());
		known.replaceAll(p -> p.toAbsolutePath().normalize());
		try (Stream<Path> all = Files.walk(own)) {
			// What the file system keeps for itself is hidden by a dot.
			Optional<Path> other = all.filter(Files::isRegularFile)
				.filter(p -> !p.getFileName().toString().startsWith("."))
				.filter(p -> !known.contains(p.toAbsolutePath().normalize()))
				.findFirst();
			if (other.isPresent()) throw new TriptychException("The folder \"" + own
				+ "\" holds more than the model, such as \"" + own.relativize(other.get())
				+ "\", which would be lost; move it away first.");
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + own + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	/** Deletes an installed model; a link is deleted itself, not what it leads to. */
	public void remove(String name) {
		try {
			for (Path entry : entries(name))
				deleteAll(entry);
		}
		catch (IOException e) {
			throw new TriptychException("The model " + name + " could not be removed from \"" + folder
				+ "\": " + TriptychException.why(e) + ".", e);
		}
	}

	private static void deleteAll(Path path) throws IOException {
		try (Stream<Path> all = Files.walk(path)) {
			for (Path p : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(p);
		}
	}
}
