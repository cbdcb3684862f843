package triptych.folder;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import triptych.core.TriptychException;

/**
 * An image of a folder.
 *
 * @param path from the input folder, with forward slashes
 * @param name of its results, from the save folder and without an ending
 * @param size in bytes
 * @param modified time of the last change in milliseconds
 */
record FolderImage(Path file, String path, String name, long size, long modified) {

	/** What Java shows in place of letters that the system's language setting cannot hold. */
	private static final char UNKNOWN = '\uFFFD';

	/** @throws TriptychException where the system's language setting hides the file's true name */
	void checkName() {
		if (path.indexOf(UNKNOWN) < 0) return;
		if (Charset.defaultCharset().equals(StandardCharsets.UTF_8)) throw new TriptychException("The"
			+ " name of this file is written in an older encoding than UTF-8, as on another computer,"
			+ " so it cannot be opened; rename it.");
		throw new TriptychException("The name of this file holds letters that this computer's language"
			+ " setting cannot write (LC_ALL or LANG, often C on clusters); start with LC_ALL=C.UTF-8,"
			+ " or rename the file.");
	}
}
