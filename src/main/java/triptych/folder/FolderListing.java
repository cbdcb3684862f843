package triptych.folder;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import triptych.core.TriptychException;

/**
 * What a folder held at one moment, which can be sent to other computers that see the folder under
 * the same path: all parts of a run then share out the very same images, and only one of them looks
 * through the folder.
 */
public final class FolderListing implements Serializable {

	private static final long serialVersionUID = 1L;

	/** @param file from the folder, as this system writes it */
	private record Line(String file, String path, String name, long size, long modified)
		implements Serializable
	{}

	/** As found, not sent along: not every name of a file survives as text. */
	private final transient List<FolderImage> here;
	private final ArrayList<Line> lines = new ArrayList<>();
	private final TreeMap<String, String> skipped;

	FolderListing(Path input, List<FolderImage> images, Map<String, String> skipped) {
		here = images;
		for (FolderImage image : images)
			lines.add(new Line(input.relativize(image.file()).toString(), image.path(), image.name(),
				image.size(), image.modified()));
		this.skipped = new TreeMap<>(skipped);
	}

	/** How many images there are. */
	public int size() {
		return lines.size();
	}

	/** @param input the folder, as this computer knows it */
	List<FolderImage> images(String input) {
		if (here != null) return here;
		Path real = real(input);
		return lines.stream()
			.map(line -> new FolderImage(real.resolve(line.file), line.path, line.name, line.size,
				line.modified))
			.toList();
	}

	private static Path real(String input) {
		try {
			return Path.of(input).toRealPath();
		}
		catch (IOException e) {
			throw new TriptychException("The folder \"" + input + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}

	/** What was left alone, with the reason. */
	Map<String, String> skipped() {
		return skipped;
	}
}
