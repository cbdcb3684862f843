package triptych.ij.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.TriptychException;

/** Label values are those that the user sees on the pixels. */
class LabelPlaneTest {

	private static ImagePlus signed(int... shown) {
		ShortProcessor pixels = new ShortProcessor(shown.length, 1);
		for (int i = 0; i < shown.length; i++)
			pixels.set(i, shown[i] + 32768);
		ImagePlus image = new ImagePlus("signed", pixels);
		image.getCalibration().setSigned16BitCalibration();
		return image;
	}

	@Test
	void theBackgroundOfASignedLabelImageIsNoObject() {
		ImagePlus image = signed(0, 1, 3, 0);
		assertArrayEquals(new int[] { 0, 1, 3, 0 }, LabelPlane.of(image, Position.of(image)).ids());
	}

	@Test
	void aNegativeValueIsNoLabel() {
		ImagePlus image = signed(0, -1);
		assertThrows(TriptychException.class, () -> LabelPlane.of(image, Position.of(image)));
	}
}
