package triptych.folder;

import java.nio.file.Files;
import java.nio.file.Path;

import triptych.core.TriptychException;

/**
 * Tells a disk that is full or gone from a file that cannot be read or written: a single file is
 * the trouble of its image, several in a row are that of all further images, which would be
 * computed for nothing.
 */
final class DiskTrouble {

	/** In a row, with no image between them that was read and written. */
	private static final int ENOUGH = 3;

	private final Path save;
	private int unread, unwritten;
	private String sentence = "";

	DiskTrouble(Path save) {
		this.save = save;
	}

	/** An image was read, and its results were written. */
	synchronized void well() {
		unread = unwritten = 0;
	}

	/** The results of an image could not be written. */
	synchronized void unwritten(String why) {
		if (++unwritten == ENOUGH) sentence = "The results of " + unwritten + " images in a row cannot"
			+ " be written into \"" + save + "\": " + why + ".";
	}

	/** An image could not be opened; one that is there is damaged, which is nobody else's trouble. */
	synchronized void unread(FolderImage image) {
		if (Files.exists(image.file())) return;
		if (++unread == ENOUGH) sentence = "The last " + unread + " images are not there any more,"
			+ " such as \"" + image.file() + "\".";
	}

	/** @throws TriptychException where further images would not do better */
	synchronized void check() {
		if (!sentence.isEmpty()) throw new TriptychException(
			sentence + " What is done stays; start again when that is mended, to do the rest.");
	}
}
