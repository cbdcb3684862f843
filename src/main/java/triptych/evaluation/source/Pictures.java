package triptych.evaluation.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import triptych.annotation.AnnotatedImage;
import triptych.core.TriptychException;

/** The images themselves, by the names of what is told of them. */
public final class Pictures {

	/** What is read of the description of a folder run. */
	private record Run(Keys keys) {

		record Keys(String input) {}
	}

	private final Map<String, Path> byName = new HashMap<>();

	/** @param folders where they may lie; the first that has a name counts */
	public Pictures(List<Path> folders) {
		for (Path folder : folders)
			for (Path file : FileList.below(folder))
				if (file.toString().matches(FileList.IMAGES))
					byName.putIfAbsent(AnnotatedImage.stem(file.getFileName().toString()), file);
	}

	/** @param name of an {@link Item}, without folders */
	public Optional<Path> of(String name) {
		return Optional.ofNullable(byName.get(name));
	}

	/** The folder that a user has named. */
	public static Optional<Path> named(String folder) {
		if (folder.isEmpty()) return Optional.empty();
		try {
			Path path = Path.of(folder);
			if (Files.isDirectory(path)) return Optional.of(path);
		}
		catch (InvalidPathException e) {
			throw noFolder(folder, e);
		}
		throw noFolder(folder, null);
	}

	private static TriptychException noFolder(String folder, Exception cause) {
		return new TriptychException("The key images has the value \"" + folder
			+ "\", which is no folder; choose the folder with the images.", cause);
	}

	/** A folder called images that lies beside one of labels. */
	static Optional<Path> beside(Path folder) {
		Path images = folder.toAbsolutePath().normalize().resolveSibling("images");
		boolean other = !images.equals(folder.toAbsolutePath().normalize());
		return other && Files.isDirectory(images) ? Optional.of(images) : Optional.empty();
	}

	/** The folder that a folder run was made on. */
	static Optional<Path> ofRun(Path results) {
		Path json = results.resolve("folder-run.json");
		try {
			if (!Files.isRegularFile(json)) return Optional.empty();
			Run run = new Gson().fromJson(Files.readString(json), Run.class);
			if (run == null || run.keys() == null || run.keys().input() == null)
				return Optional.empty();
			Path input = Path.of(run.keys().input());
			return Files.isDirectory(input) ? Optional.of(input) : Optional.empty();
		}
		catch (IOException | JsonParseException | InvalidPathException e) {
			// Without the images the report has outlines only.
			return Optional.empty();
		}
	}
}
