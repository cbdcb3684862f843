package triptych.annotation.files;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

import triptych.core.TriptychException;

/**
 * A picture of numbers: of classes or of objects, 0 for background and 255 for what is not to be
 * counted.
 */
record VocPicture(int width, int height, byte[] numbers) {

	static final int VOID = 255;

	/** Numbers as they are stored, or those of VOC's colours where the picture is in colour. */
	static VocPicture read(Path file) {
		BufferedImage image = null;
		try {
			image = ImageIO.read(file.toFile());
		}
		catch (IOException e) {
			throw new TriptychException(
				"The picture \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
		if (image == null)
			throw new TriptychException("The file \"" + file + "\" is no picture that can be read.");
		int width = image.getWidth(), height = image.getHeight();
		byte[] numbers = new byte[width * height];
		Raster raster = image.getRaster();
		boolean stored = raster.getNumBands() == 1;
		Map<Integer, Integer> colours = stored ? Map.of() : VocColours.numbers();
		int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			if (stored) raster.getSamples(0, y, width, 1, 0, row);
			else image.getRGB(0, y, width, 1, row, 0, width);
			for (int x = 0; x < width; x++)
				numbers[y * width + x] = (byte) (stored ? row[x]
					: number(row[x] & 0xFFFFFF, colours, file));
		}
		return new VocPicture(width, height, numbers);
	}

	private static int number(int colour, Map<Integer, Integer> colours, Path file) {
		Integer number = colours.get(colour);
		// VOC draws what is not to be counted in a colour of no number.
		if (number == null && colour == 0xE0E0C0) return VOID;
		if (number != null) return number;
		throw new TriptychException("The picture \"" + file + "\" has the colour #"
			+ String.format(Locale.ROOT, "%06X", colour) + ", which is none of VOC's.");
	}

	/** Writes itself as a PNG with VOC's colours. */
	void write(Path file) throws IOException {
		BufferedImage image =
			new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, VocColours.model());
		image.getRaster().setDataElements(0, 0, width, height, numbers);
		ImageIO.write(image, "png", file.toFile());
	}
}
