package triptych.annotation.coco;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import triptych.core.TriptychException;

/** The number of each pixel's segment, stored as red + 256 green + 65536 blue; 0 is no segment. */
record PanopticPicture(int width, int height, int[] numbers) {

	static PanopticPicture read(Path file) {
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
		int[] numbers = image.getRGB(0, 0, width, height, null, 0, width);
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = turned(numbers[i]);
		return new PanopticPicture(width, height, numbers);
	}

	void write(Path file) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		int[] row = new int[width];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++)
				row[x] = turned(numbers[y * width + x]);
			image.setRGB(0, y, width, 1, row, 0, width);
		}
		ImageIO.write(image, "png", file.toFile());
	}

	/** Red is the lowest part of a number and the highest of a colour. */
	private static int turned(int value) {
		return (value >> 16 & 0xFF) | (value & 0xFF00) | (value & 0xFF) << 16;
	}
}
