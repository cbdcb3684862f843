package triptych.evaluation.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import triptych.core.TriptychException;

/** The files of a folder and the folders in it, in the order of their names. */
final class FileList {

	static final String IMAGES = "(?i).*\\.(tiff?|png|jpe?g|gif|bmp|pgm|dcm|fits?)";

	private static final int DEEPEST = 8;

	private FileList() {}

	static List<Path> below(Path folder) {
		try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
			return files.filter(f -> !f.getFileName().toString().startsWith("."))
				.filter(Files::isRegularFile)
				.sorted(Comparator.comparing(Path::toString))
				.toList();
		}
		catch (IOException | UncheckedIOException e) {
			throw new TriptychException(
				"The folder \"" + folder + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	/** The path inside the folder, with forward slashes. */
	static String inside(Path folder, Path file) {
		return folder.relativize(file).toString().replace('\\', '/');
	}
}
