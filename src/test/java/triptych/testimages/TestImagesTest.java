package triptych.testimages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.Test;

class TestImagesTest {

	private static final Path FOLDER = Path.of("test-images");

	@Test
	void committedPixelsAndCalibrationAreThoseOfTheGenerator() {
		for (Map.Entry<String, ImagePlus> e : TestImages.all().entrySet()) {
			ImagePlus made = e.getValue(), committed = IJ.openImage(FOLDER.resolve(e.getKey()).toString());
			assertNotNull(committed, e.getKey());
			assertArrayEquals(made.getDimensions(), committed.getDimensions(), e.getKey());
			assertEquals(made.getCalibration().getUnit(), committed.getCalibration().getUnit(), e.getKey());
			assertEquals(made.getCalibration().pixelWidth, committed.getCalibration().pixelWidth, 1e-9, e.getKey());
			assertEquals(made.getCalibration().pixelDepth, committed.getCalibration().pixelDepth, 1e-9, e.getKey());
			for (int i = 1; i <= made.getStackSize(); i++) {
				assertEquals(made.getStack().getShortSliceLabel(i), committed.getStack().getShortSliceLabel(i), e.getKey());
				assertSamePixels(made.getStack().getPixels(i), committed.getStack().getPixels(i), e.getKey() + " slice " + i);
			}
		}
	}

	@Test
	void committedTruthIsThatOfTheGenerator() throws IOException {
		for (Map.Entry<String, String> truth : TestImages.truths().entrySet())
			assertEquals(truth.getValue(), Files.readString(FOLDER.resolve(truth.getKey())), truth.getKey());
	}

	private static void assertSamePixels(Object made, Object committed, String where) {
		if (made instanceof byte[] b) assertArrayEquals(b, (byte[]) committed, where);
		else assertArrayEquals((int[]) made, (int[]) committed, where);
	}
}
