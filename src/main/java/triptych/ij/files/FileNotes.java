package triptych.ij.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileInfo;
import triptych.core.Plural;

/**
 * What the file of an image says and ImageJ leaves out of the image: that it wants to be turned,
 * further pages, a description of its dimensions. All of that can change a number.
 */
public final class FileNotes {

	/** By the number of the orientation in EXIF and TIFF, from 1. */
	private static final String[] TURNS = { "", "mirrored left to right", "turned by 180 degrees",
		"mirrored top to bottom", "mirrored and turned by 90 degrees to the left",
		"turned by 90 degrees to the right", "mirrored and turned by 90 degrees to the right",
		"turned by 90 degrees to the left" };

	private FileNotes() {}

	/** Sentences without their full stop; none where the file is not there or says nothing. */
	public static List<String> of(ImagePlus image) {
		List<String> notes = new ArrayList<>();
		Path file = file(image);
		if (file == null) return notes;
		try {
			FileHead head = FileHead.of(file);
			String name = "The file " + file.getFileName();
			if (head.orientation() > 1) notes.add(name + " asks to be shown "
				+ TURNS[head.orientation() - 1] + " (EXIF orientation " + head.orientation()
				+ "), but was used as it is stored, as ImageJ shows it");
			int others = head.pagesOfOtherSize(image.getWidth(), image.getHeight());
			if (others > 0 && others < head.pages()) notes.add(name + " has " + Plural.of(others,
				"page of another size, which was not read", "pages of other sizes, which were not read"));
		}
		catch (IOException e) {
			// A file that has changed since it was opened says nothing about the image.
			return notes;
		}
		OmeDescription.unused(image).ifPresent(notes::add);
		return notes;
	}

	private static Path file(ImagePlus image) {
		FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.fileName == null || info.fileName.isEmpty()) return null;
		if (info.url != null && !info.url.isEmpty()) return null;
		try {
			Path file = Path.of(info.directory == null ? "" : info.directory, info.fileName);
			return Files.isRegularFile(file) ? file : null;
		}
		catch (InvalidPathException e) {
			return null;
		}
	}
}
