package triptych.evaluation;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;

/** Folders of small label images of rectangles. */
final class PlantedSets {

	private PlantedSets() {}

	/** A label image of 60 x 40 pixels, its rectangles numbered from 1. */
	static Path labels(Path folder, String name, Rectangle... objects) {
		ByteProcessor pixels = new ByteProcessor(60, 40);
		for (int i = 0; i < objects.length; i++) {
			pixels.setRoi(objects[i]);
			pixels.setColor(i + 1);
			pixels.fill();
		}
		return save(folder, name, pixels);
	}

	/** A mask of 60 x 40 pixels, 255 in the rectangles. */
	static Path mask(Path folder, String name, Rectangle... objects) {
		ByteProcessor pixels = new ByteProcessor(60, 40);
		pixels.setColor(255);
		for (Rectangle object : objects)
			pixels.fillRect(object.x, object.y, object.width, object.height);
		return save(folder, name, pixels);
	}

	static Path save(Path folder, String name, ByteProcessor pixels) {
		try {
			Files.createDirectories(folder);
			Path file = folder.resolve(name + ".tif");
			new FileSaver(new ImagePlus(name, pixels)).saveAsTiff(file.toString());
			return file;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static Path text(Path file, List<String> lines) {
		try {
			Files.createDirectories(file.getParent());
			return Files.write(file, lines);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
