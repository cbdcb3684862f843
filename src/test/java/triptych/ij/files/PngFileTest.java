package triptych.ij.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PNG files give the very image that ImageJ makes of them. */
class PngFileTest {

	@TempDir
	Path folder;

	private static BufferedImage noise(BufferedImage image) {
		Random random = new Random(3);
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				image.setRGB(x, y, random.nextInt());
		return image;
	}

	private void sameAsImageJs(BufferedImage picture) throws IOException {
		Path file = folder.resolve("picture.png");
		ImageIO.write(picture, "png", file.toFile());
		ImagePlus expected = Opener.openUsingImageIO(file.toString()), found = PngFile.read(file);
		assertEquals(expected.getType(), found.getType());
		assertEquals(expected.getTitle(), found.getTitle());
		assertEquals(expected.getWidth(), found.getWidth());
		if (found.getProcessor().getPixels() instanceof int[] rgb)
			assertArrayEquals((int[]) expected.getProcessor().getPixels(), rgb);
		else assertArrayEquals(expected.getProcessor().getFloatArray(), found.getProcessor()
			.getFloatArray());
		FileInfo info = expected.getOriginalFileInfo(), own = found.getOriginalFileInfo();
		assertEquals(info.fileName, own.fileName);
		assertEquals(info.directory, own.directory);
		assertEquals(info.fileFormat, own.fileFormat);
	}

	@ParameterizedTest
	@ValueSource(ints = { BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_INT_RGB,
		BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY,
		BufferedImage.TYPE_BYTE_BINARY })
	void pixelsAreImageJs(int type) throws IOException {
		sameAsImageJs(noise(new BufferedImage(61, 37, type)));
	}

	@Test
	void aPaletteIsTakenAsImageJDoes() throws IOException {
		byte[] ramp = new byte[256], red = new byte[256];
		for (int i = 0; i < 256; i++)
			ramp[i] = (byte) i;
		sameAsImageJs(noise(new BufferedImage(61, 37, BufferedImage.TYPE_BYTE_INDEXED,
			new IndexColorModel(8, 256, red, ramp, ramp))));
	}
}
