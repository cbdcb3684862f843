package triptych.ij.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import triptych.core.TriptychException;

/** A file, or the files of a folder, each with the annotations of one image. */
final class FileSet {

	/** What a review adds to the names of a run. */
	private static final String REVIEWED = "-reviewed";

	private FileSet() {}

	/**
	 * @param pattern of file names, in lower case
	 * @return in the order of their names
	 */
	static List<Path> of(Path path, String pattern) {
		if (!Files.isDirectory(path)) return fits(path, pattern) ? List.of(path) : List.of();
		try (Stream<Path> files = Files.list(path)) {
			return files.filter(f -> Files.isRegularFile(f) && fits(f, pattern)).sorted().toList();
		}
		catch (IOException e) {
			throw new TriptychException(
				"The folder \"" + path + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	/**
	 * Without the files of a run that Review Folder... has corrected, whose own stand beside them.
	 *
	 * @param end of the names of such files, such as -labels.tif
	 */
	static List<Path> corrected(List<Path> files, String end) {
		return files.stream().filter(f -> {
			String name = f.getFileName().toString();
			if (!name.endsWith(end)) return true;
			// Where everything was deleted, a review leaves no ROIs.
			String image = name.substring(0, name.length() - end.length());
			return !Files.exists(f.resolveSibling(image + REVIEWED + "-run.json"));
		}).toList();
	}

	/** The image's name in that of such a file. */
	static String image(String stem, String end) {
		return stem.replaceFirst("(" + REVIEWED + ")?" + end + "$", "");
	}

	private static boolean fits(Path file, String pattern) {
		String name = file.getFileName().toString();
		return !name.startsWith(".") && name.toLowerCase(java.util.Locale.ROOT).matches(pattern);
	}
}
