package triptych.teach.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.Plane;
import triptych.core.Progress;
import triptych.ij.convert.ImagePlane;

class RegionGraphTest {

	private static final int SIZE = 90;

	private static float[] at(ImageProcessor pixels, int x, int y) {
		Plane plane = ImagePlane.of(new ImagePlus("plane", pixels));
		try (PixelFeatures features = new PixelFeatures(1, Optional.empty())) {
			return features.of(plane, new int[] { y * pixels.getWidth() + x }, Progress.NONE)[0];
		}
	}

	private static float value(float[] features, String name) {
		List<String> names = RegionGraph.of("x", 1, Optional.empty()).names();
		int i = names.indexOf("channel 1: " + name);
		assertTrue(i >= 0, name + " among " + names);
		return features[i];
	}

	private interface Shape {

		double at(int x, int y);
	}

	private static FloatProcessor image(Shape shape) {
		FloatProcessor pixels = new FloatProcessor(SIZE, SIZE);
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++)
				pixels.setf(x, y, (float) shape.at(x, y));
		return pixels;
	}

	/** A slope of 0.004 a pixel across and 0.003 down has a gradient of 0.005, at gaps of 1 to 8. */
	@Test
	void aSlopeHasItsGradientAndNoCurvature() {
		float[] f = at(image((x, y) -> 0.004 * (x - 45) + 0.003 * (y - 45) + 0.5), 45, 45);
		assertEquals(0.5, value(f, "value"), 1e-5);
		assertEquals(0.5, value(f, "smoothed at sigma 4.6"), 1e-5);
		assertEquals(0.005, value(f, "gradient at sigma 1.0"), 1e-5);
		assertEquals(0.02, value(f, "gradient at sigma 4.6"), 1e-5);
		assertEquals(0.005, value(f, "structure tensor, strength at sigma 1.0"), 1e-5);
		assertEquals(0.0025, value(f, "structure tensor, direction at sigma 1.0"), 1e-5);
		assertEquals(0, value(f, "Hessian, mean eigenvalue at sigma 1.0"), 1e-5);
		assertEquals(0, value(f, "Hessian, half difference of the eigenvalues at sigma 2.2"), 1e-5);
	}

	/** The second derivative of 0.001 x squared is 0.002, that down 0. */
	@Test
	void aValleyHasOneCurvature() {
		float[] f = at(image((x, y) -> 0.0004 * (x - 45) * (x - 45)), 45, 45);
		assertEquals(0.0004, value(f, "Hessian, mean eigenvalue at sigma 1.0"), 1e-6);
		assertEquals(0.0004, value(f, "Hessian, half difference of the eigenvalues at sigma 1.0"),
			1e-6);
	}

	@Test
	void turningTheImageTurnsNoFeature() {
		ImageProcessor pixels = image((x, y) -> 0.5 + 0.3 * Math.sin(0.4 * x + 0.2 * y)
			+ 0.1 * Math.sin(0.05 * x * y));
		float[] f = at(pixels, 30, 52), turned = at(pixels.rotateRight(), SIZE - 1 - 52, 30);
		for (int i = 0; i < f.length; i++)
			assertEquals(f[i], turned[i], 2e-5, "feature " + i);
	}

	/** What lies just beyond the reach changes nothing, what lies within it does. */
	@Test
	void theModelLooksAsFarAsItsDescriptionSays() {
		int wide = 4 * FilterMaps.REACH, middle = wide / 2;
		FloatProcessor pixels = new FloatProcessor(wide, 9);
		float[] plain = at(pixels, middle, 4);
		pixels.setf(middle + FilterMaps.REACH + 1, 4, 1);
		float[] beyond = at(pixels, middle, 4);
		for (int i = 0; i < plain.length; i++)
			assertEquals(plain[i], beyond[i], "feature " + i);
		pixels.setf(middle + FilterMaps.REACH, 4, 1);
		float[] within = at(pixels, middle, 4);
		boolean any = false;
		for (int i = 0; i < plain.length; i++)
			any |= plain[i] != within[i];
		assertTrue(any);
	}

	/** A flat image has features of 0 but for its value, and none that is no number. */
	@Test
	void aFlatImageHasNoTexture() {
		for (float v : at(image((x, y) -> 0), 3, 3))
			assertEquals(0, v, 1e-6);
	}
}
