package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import org.junit.jupiter.api.Test;
import triptych.core.Plane;
import triptych.core.TensorType;
import triptych.ij.convert.ImagePlane;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Layout;

/** What is said about values that change a result without being seen in it. */
class PixelValuesTest {

	private static InputSpec input(double... percentiles) {
		return Planted.input(TensorType.FLOAT, Layout.NCHW, 1, 2, 2, false, 1 / 255.0,
			new double[1], new double[] { 1 }, percentiles);
	}

	@Test
	void aCameraOfTwelveBitsInSixteenIsTold() {
		Plane camera = new Planted(2, 2, 1, 65535, false, 3000, 3600, 4095, 12);
		String told = PixelValues.dark(input(), camera);
		assertTrue(told.startsWith("Pixel values 12 to 4095 were scaled by 1/65535; that is 6.2 % of"),
			told);
	}

	@Test
	void aFullRangeAndAnEmptyPlaneAreNotTold() {
		assertEquals("", PixelValues.dark(input(), Planted.grey(2, 2, 0, 3, 4, 40)));
		assertEquals("", PixelValues.dark(input(), Planted.grey(2, 2, 0, 0, 0, 0)));
	}

	@Test
	void ordinaryImagesAreNotTold() {
		for (String name : new String[] { "nuclei.tif", "time-series.tif", "two-channels.tif" }) {
			ImagePlane image = ImagePlane.of(IJ.openImage("test-images/" + name)).picked(1);
			assertEquals("", PixelValues.leftOut(input(1, 99.8), image), name);
			assertEquals("", PixelValues.dark(input(), image), name);
			assertEquals(0, Padding.of(image).left(), name);
			double[] p = Percentiles.percentiles(image, 0, new double[] { 1, 99.8 });
			assertEquals(p[1], Contrast.of(image, Padding.of(image), 0, new double[] { 1, 99.8 }).high(),
				name);
		}
	}

	@Test
	void aHotPixelDoesNotHideADarkCamera() {
		float[] values = new float[64 * 64];
		for (int i = 0; i < values.length; i++)
			values[i] = 3000 + i % 600;
		values[77] = 65535;
		String told = PixelValues.dark(input(), new Planted(64, 64, 1, 65535, false, values));
		assertTrue(told.startsWith("Pixel values 3000 to 3599 were scaled by 1/65535; that is 0.91 %"),
			told);
	}

	@Test
	void valuesThatAreClippedAreTold() {
		Plane negative = new Planted(2, 2, 1, 255, false, -30, -1, 200, 300);
		Plane all = new Planted(2, 2, 1, 255, false, -30, -1, -20, -3);
		assertEquals("", PixelValues.dark(input(), all));
		assertTrue(PixelValues.leftOut(input(), all).startsWith("100 %"));
		assertEquals("75 % of the values lie outside 0 to 255, which the model takes for black and"
			+ " white, and were clipped to it", PixelValues.leftOut(input(), negative));
	}
}
