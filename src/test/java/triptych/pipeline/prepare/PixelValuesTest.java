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
		String told = PixelValues.unusual(input(), camera);
		assertTrue(told.startsWith("Pixel values 12 to 4095 were scaled by 1/65535; that is 6.2 % of"),
			told);
	}

	@Test
	void aFullRangeAndAnEmptyPlaneAreNotTold() {
		assertEquals("", PixelValues.unusual(input(), Planted.grey(2, 2, 0, 3, 4, 40)));
		assertEquals("", PixelValues.unusual(input(), Planted.grey(2, 2, 0, 0, 0, 0)));
	}

	@Test
	void ordinaryImagesAreNotTold() {
		for (String name : new String[] { "nuclei.tif", "time-series.tif", "two-channels.tif" }) {
			ImagePlane image = ImagePlane.of(IJ.openImage("test-images/" + name)).picked(1);
			assertEquals("", PixelValues.unusual(input(1, 99.8), image), name);
			assertEquals("", PixelValues.unusual(input(), image), name);
			assertEquals(0, Padding.of(image).left(), name);
			double[] p = Percentiles.percentiles(image, 0, new double[] { 1, 99.8 });
			assertEquals(p[1], Contrast.of(image, Padding.of(image), 0, new double[] { 1, 99.8 }).high(),
				name);
		}
	}
}
