package triptych.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import ij.ImagePlus;
import triptych.annotation.AnnotatedImage;
import triptych.core.TriptychException;
import triptych.ij.convert.Position;
import triptych.ij.files.TiffFile;
import triptych.model.format.TemporaryFolder;

/**
 * The planes of an open image as files, for a data set that holds its images: planes of a stack,
 * and images that were never saved. They are there until they are copied.
 */
final class PlaneFiles implements AutoCloseable {

	private final ImagePlus image;
	private final boolean wanted;
	private Path folder;
	private int files;

	/** @param wanted false where the data set holds no images; then nothing is written */
	PlaneFiles(ImagePlus image, boolean wanted) {
		this.image = image;
		this.wanted = wanted;
	}

	boolean wanted() {
		return wanted;
	}

	/** The plane with a file, which gets the pixels as they are where it has none. */
	AnnotatedImage with(AnnotatedImage plane, Position position) {
		if (!wanted || plane.file().isPresent()) return plane;
		String name = plane.stem() + ".tif";
		try {
			if (folder == null) folder = TemporaryFolder.create("triptych-planes");
			Path file = folder.resolve(files++ + ".tif");
			ImagePlus pixels =
				new ImagePlus(name, image.getStack().getProcessor(position.index()));
			pixels.setCalibration(image.getCalibration());
			try (OutputStream out = Files.newOutputStream(file)) {
				TiffFile.write(pixels, out);
			}
			return new AnnotatedImage(name, Optional.of(file), plane.width(), plane.height(),
				plane.annotations(), plane.properties());
		}
		catch (IOException e) {
			throw new TriptychException("The planes of \"" + image.getTitle()
				+ "\" cannot be written into the folder of temporary files: "
				+ TriptychException.why(e) + "; nothing was exported.", e);
		}
	}

	@Override
	public void close() {
		try {
			if (folder != null) TemporaryFolder.delete(folder);
		}
		catch (IOException e) {
			// The system clears its folder of temporary files itself.
			return;
		}
	}
}
