package triptych.ij.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import triptych.core.TriptychException;

/**
 * Opens image files as ImageJ does, from several threads at once, and says in a sentence what is
 * wrong with a file that cannot be opened whole. ImageJ itself shows a message, gives nothing or
 * fills up the missing pixels of a file that was cut off.
 */
public final class ImageFile {

	private static final String FORMATS = "ImageJ opens TIFF, PNG, JPEG, GIF, BMP, PGM, DICOM"
		+ " and FITS";

	/** Opener keeps the kind of the file it is opening in a static field. */
	private static final Object ONE_AT_A_TIME = new Object();

	private ImageFile() {}

	/** Pixels of one plane and bytes of the whole image in memory, read from the head of the file. */
	public record Extent(long planePixels, long bytes) {}

	/** The image, titled by the name of its file. */
	public static ImagePlus open(Path file) {
		String name = "\"" + file + "\"";
		if (Files.isDirectory(file)) throw new TriptychException(name + " is a folder, not an image.");
		if (!Files.isRegularFile(file))
			throw new TriptychException("There is no image file " + name + ".");
		if (!Files.isReadable(file)) throw new TriptychException(
			"The file " + name + " may not be read; ask for the right to read it.");
		try {
			if (Files.size(file) == 0)
				throw new TriptychException("The file " + name + " is empty (0 bytes).");
			TruncationCheck.check(file);
			ImagePlus image = read(file);
			if (image == null || image.getWidth() == 0) throw new TriptychException(
				"The file " + name + " cannot be opened as an image; " + FORMATS + ".");
			TruncationCheck.check(file, image);
			ImagePlus described = OmeDescription.applied(image);
			described.setTitle(file.getFileName().toString());
			return described;
		}
		catch (IOException | UncheckedIOException e) {
			throw new TriptychException("The file " + name + " cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
		catch (TriptychException e) {
			throw e;
		}
		catch (RuntimeException e) {
			// ImageJ's readers trust what stands in a file.
			throw new TriptychException(
				"The file " + name + " is damaged and cannot be opened; copy it again.", e);
		}
	}

	private static ImagePlus read(Path file) throws IOException {
		String folder = file.toAbsolutePath().getParent().toString();
		String name = file.getFileName().toString();
		Opener opener = new Opener();
		opener.setSilentMode(true);
		int type = opener.getFileType(file.toString());
		return switch (type) {
			case Opener.TIFF -> opener.openTiff(folder, name);
			case Opener.PNG -> PngFile.read(file);
			case Opener.JPEG -> JpegFile.read(file).orElseGet(() -> locked(opener, file));
			case Opener.GIF, Opener.BMP, Opener.PGM, Opener.DICOM, Opener.TIFF_AND_DICOM, Opener.FITS ->
				locked(opener, file);
			case Opener.UNKNOWN -> othersCanOpen() ? locked(opener, file) : null;
			case Opener.AVI -> throw new TriptychException(
				"The file \"" + file + "\" is a film; open it in ImageJ and save it as TIFF.");
			case Opener.ZIP ->
				throw new TriptychException("The file \"" + file + "\" is packed; unpack it first.");
			default -> null;
		};
	}

	private static ImagePlus locked(Opener opener, Path file) {
		synchronized (ONE_AT_A_TIME) {
			// A message window would hold up all other images.
			IJ.redirectErrorMessages(true);
			try {
				return opener.openImage(file.toString());
			}
			finally {
				IJ.redirectErrorMessages(false);
			}
		}
	}

	/** Fiji's door to Bio-Formats; without it ImageJ would show a message. */
	private static boolean othersCanOpen() {
		try {
			IJ.getClassLoader().loadClass("HandleExtraFileTypes");
			return true;
		}
		catch (ClassNotFoundException | LinkageError | NullPointerException e) {
			return false;
		}
	}

	/**
	 * How large the image will be; a guess from the length of the file where its head does not tell.
	 */
	public static Extent extent(Path file) {
		long length = file.toFile().length();
		// To look into a pipe is to wait for who writes into it.
		if (!Files.isRegularFile(file)) return new Extent(length, length);
		try {
			int type = new Opener().getFileType(file.toString());
			if (type == Opener.TIFF) return tiffExtent(file, length);
			if (type == Opener.PNG || type == Opener.JPEG) return pictureExtent(file, length);
		}
		catch (IOException | RuntimeException e) {
			// A damaged file is told when it is opened.
			return new Extent(length, length);
		}
		return new Extent(length, length);
	}

	private static Extent tiffExtent(Path file, long length) throws IOException {
		TruncationCheck.check(file);
		FileInfo[] planes = Opener.getTiffFileInfo(file.toString());
		if (planes == null || planes.length == 0) return new Extent(length, length);
		FileInfo first = planes[0];
		long plane = (long) first.width * first.height;
		long bytes = plane * first.getBytesPerPixel() * Math.max(planes.length, first.nImages);
		return new Extent(plane, Math.max(length, bytes));
	}

	private static Extent pictureExtent(Path file, long length) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) return new Extent(length, length);
			ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				long plane = (long) reader.getWidth(0) * reader.getHeight(0);
				return new Extent(plane, 4 * plane);
			}
			finally {
				reader.dispose();
			}
		}
	}
}
