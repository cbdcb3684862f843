package triptych.annotation.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import triptych.core.TriptychException;

/** Reading folders and text files, with a sentence where that fails. */
final class Folders {

	private static final int DEPTH = 6;

	private Folders() {}

	/** Files below a folder whose names in lower case fit, in the order of their paths. */
	static List<Path> below(Path folder, String pattern) {
		return files(folder, pattern, DEPTH);
	}

	/** Those that lie in the folder itself. */
	static List<Path> in(Path folder, String pattern) {
		return files(folder, pattern, 1);
	}

	private static List<Path> files(Path folder, String pattern, int depth) {
		if (!Files.isDirectory(folder)) return List.of();
		try (Stream<Path> all = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
			return all.filter(f -> name(f).matches(pattern) && !name(f).startsWith("."))
				.filter(Files::isRegularFile)
				.sorted()
				.toList();
		}
		catch (IOException | UncheckedIOException e) {
			throw new TriptychException(
				"The folder \"" + folder + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	private static String name(Path file) {
		return file.getFileName().toString().toLowerCase(Locale.ROOT);
	}

	/** A path below a folder with forward slashes, without the ending. */
	static String relativeStem(Path folder, Path file) {
		String path = folder.relativize(file).toString().replace('\\', '/');
		return path.substring(0, path.lastIndexOf('.'));
	}

	static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (MalformedInputException e) {
			throw new TriptychException("The file \"" + file + "\" is no text (UTF-8).", e);
		}
		catch (IOException e) {
			throw new TriptychException(
				"The file \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}
}
