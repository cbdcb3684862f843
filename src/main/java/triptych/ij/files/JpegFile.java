package triptych.ij.files;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * Opens the usual JPEG files, grey or YCbCr, with the very pixels that ImageJ opens them with, in
 * less than half of the time: ImageJ goes through AWT's loader of images, with a thread of its own
 * and three copies. Both end in the same decoder of the JDK.
 */
final class JpegFile {

	private static final int FIRST = 0xc0, PROGRESSIVE = 0xc2, SCAN = 0xda;
	private static final int APPLICATION = 0xe0, ADOBE = 0xee, LAST_APPLICATION = 0xef;
	private static final int COMMENT = 0xfe;

	/** Start of a file and the segment that says YCbCr, or grey, without a density. */
	private static final byte[] PLAIN_HEAD = { (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0,
		16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0 };

	private final ByteBuffer file;
	private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
	private boolean jfif, adobe, exif, numbered;
	private int channels;

	private JpegFile(byte[] file) {
		this.file = ByteBuffer.wrap(file);
	}

	/** Empty where this is no usual JPEG, or where anything about it is strange: ImageJ opens it. */
	static Optional<ImagePlus> read(Path file) throws IOException {
		JpegFile jpeg = new JpegFile(Files.readAllBytes(file));
		try {
			if (!jpeg.usual()) return Optional.empty();
			Optional<ImagePlus> image = jpeg.pixels().map(p -> new ImagePlus(file.getFileName()
				.toString(), p));
			image.ifPresent(i -> finish(i, file));
			return image;
		}
		catch (IOException | RuntimeException e) {
			return Optional.empty();
		}
	}

	/** What ImageJ does after loading. */
	private static void finish(ImagePlus image, Path file) {
		Opener.convertGrayJpegTo8Bits(image);
		FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.GIF_OR_JPG;
		info.fileName = image.getTitle();
		info.directory = file.toAbsolutePath().getParent() + File.separator;
		image.setFileInfo(info);
	}

	/**
	 * Looks at all segments before the picture and keeps those that it is decoded by, since ImageJ
	 * leaves out colour profiles and thumbnails, and the JDK's reader does not.
	 */
	private boolean usual() {
		plain.writeBytes(PLAIN_HEAD);
		for (int at = 2; (file.get(at) & 0xff) == 0xff;) {
			int marker = file.get(at + 1) & 0xff, length = file.getShort(at + 2) & 0xffff;
			boolean application = marker >= APPLICATION && marker <= LAST_APPLICATION;
			if (marker == APPLICATION) jfif |= length >= 16 && names(at + 4, "JFIF\0");
			else if (marker == ADOBE) adobe = true;
			else if (application) exif |= names(at + 4, "Exif\0");
			else if (marker >= FIRST && marker <= PROGRESSIVE) frame(at + 4);
			if (!application && marker != COMMENT) {
				boolean scan = marker == SCAN;
				plain.write(file.array(), at, scan ? file.limit() - at : 2 + length);
				if (scan) return channels == 1 || channels == 3 && (jfif || numbered && !adobe);
			}
			at += 2 + length;
		}
		return false;
	}

	private boolean names(int at, String name) {
		return new String(file.array(), at, name.length(), StandardCharsets.ISO_8859_1).equals(name);
	}

	private void frame(int at) {
		channels = file.get(at) == 8 ? file.get(at + 5) : 0;
		numbered = channels == 3;
		for (int c = 0; c < channels; c++)
			numbered &= file.get(at + 6 + 3 * c) == c + 1;
	}

	private Optional<ImageProcessor> pixels() throws IOException {
		// With this class at hand ImageJ turns photographs upright.
		if (exif && knows("Exif_Reader")) return Optional.empty();
		Optional<ImageReader> found = decoder();
		if (found.isEmpty()) return Optional.empty();
		ImageReader decoder = found.get();
		AtomicBoolean strange = new AtomicBoolean();
		decoder.addIIOReadWarningListener((source, warning) -> strange.set(true));
		try {
			decoder.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(plain
				.toByteArray())), true, true);
			int width = decoder.getWidth(0), height = decoder.getHeight(0);
			byte[] bytes = new byte[Math.multiplyExact(width * channels, height)];
			ImageReadParam into = decoder.getDefaultReadParam();
			into.setDestination(image(bytes, width, height));
			decoder.read(0, into);
			if (strange.get()) return Optional.empty();
			return Optional.of(channels == 1 ? new ByteProcessor(width, height, bytes)
				: new ColorProcessor(width, height, packed(bytes, width * height)));
		}
		finally {
			decoder.dispose();
		}
	}

	/** Of the JDK, whatever else a Fiji has. */
	private static Optional<ImageReader> decoder() {
		Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName("jpeg");
		while (all.hasNext()) {
			ImageReader decoder = all.next();
			if (decoder.getClass().getName().startsWith("com.sun.")) return Optional.of(decoder);
		}
		return Optional.empty();
	}

	private static boolean knows(String name) {
		try {
			return IJ.getClassLoader().loadClass(name) != null;
		}
		catch (ClassNotFoundException | LinkageError | NullPointerException e) {
			return false;
		}
	}

	/** In the decoder's own order: rows of the usual kind of image would be turned one by one. */
	private BufferedImage image(byte[] into, int width, int height) {
		int[] order = channels == 1 ? new int[] { 0 } : new int[] { 0, 1, 2 };
		int space = channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
		WritableRaster pixels = Raster.createInterleavedRaster(new DataBufferByte(into, into.length),
			width, height, channels * width, channels, order, null);
		ColorModel colours = new ComponentColorModel(ColorSpace.getInstance(space), false, false,
			Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
		return new BufferedImage(colours, pixels, false, null);
	}

	private static int[] packed(byte[] bytes, int n) {
		int[] rgb = new int[n];
		for (int i = 0, at = 0; i < n; i++, at += 3)
			rgb[i] = 0xff000000 | (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8
				| bytes[at + 2] & 0xff;
		return rgb;
	}
}
