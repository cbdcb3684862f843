package triptych.ij.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import triptych.core.TriptychException;

/** A file, or the files of a folder, each with the annotations of one image. */
final class FileSet {

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

	private static boolean fits(Path file, String pattern) {
		String name = file.getFileName().toString();
		return !name.startsWith(".") && name.toLowerCase(java.util.Locale.ROOT).matches(pattern);
	}
}
