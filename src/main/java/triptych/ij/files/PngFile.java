package triptych.ij.files;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.process.ColorProcessor;

/**
 * Opens PNG files with the very pixels that ImageJ opens them with. It takes colours one by one out
 * of what the decoder gives, which costs as much as decoding; here they are packed at once.
 */
final class PngFile {

	/** In the head of a file: bits of a sample, and the kind of pixels. */
	private static final int BITS = 24, KIND = 25, COLOUR = 2;

	private PngFile() {}

	static ImagePlus read(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		boolean colour = bytes.length > KIND && bytes[BITS] == 8 && bytes[KIND] == COLOUR;
		BufferedImage picture = colour ? decoded(bytes) : null;
		// Others are alike in their bytes, or rare.
		if (picture == null || picture.getType() != BufferedImage.TYPE_3BYTE_BGR)
			return Opener.openUsingImageIO(file.toString());
		ColorProcessor pixels = new ColorProcessor(picture.getWidth(), picture.getHeight(),
			packed(((DataBufferByte) picture.getRaster().getDataBuffer()).getData()));
		ImagePlus image = new ImagePlus(file.getFileName().toString(), pixels);
		FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.IMAGEIO;
		info.fileName = image.getTitle();
		info.directory = file.toAbsolutePath().getParent() + File.separator;
		image.setFileInfo(info);
		return image;
	}

	/** Null for what ImageJ had better look at itself. */
	private static BufferedImage decoded(byte[] file) {
		try {
			return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
		}
		catch (IOException | RuntimeException e) {
			return null;
		}
	}

	private static int[] packed(byte[] bgr) {
		int[] rgb = new int[bgr.length / 3];
		for (int i = 0, at = 0; i < rgb.length; i++, at += 3)
			rgb[i] = 0xff000000 | (bgr[at + 2] & 0xff) << 16 | (bgr[at + 1] & 0xff) << 8 | bgr[at] & 0xff;
		return rgb;
	}
}
