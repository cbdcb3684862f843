package triptych.ij.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import triptych.core.TriptychException;

/** Which values of a 32-bit image are its full brightness, and which are single hot pixels. */
class FloatScaleTest {

	private static final int SIZE = 64;

	private static float[] plane(float value) {
		float[] values = new float[SIZE * SIZE];
		Arrays.fill(values, value);
		return values;
	}

	private static double of(float[] values) {
		return FloatScale.of(values, SIZE);
	}

	@Test
	void hotPixelsDoNotChangeTheScale() {
		float[] bright = plane(0.8f), bytes = plane(200);
		bright[100] = 255.6f;
		bright[2000] = 1.01f;
		bytes[77] = 70000;
		assertEquals(1, of(bright));
		assertEquals(255, of(bytes));
	}

	@Test
	void aLittleOvershootOfAFilterIsClipped() {
		float[] values = plane(0.8f);
		Arrays.fill(values, 10, 30, 1.1f);
		Arrays.fill(values, SIZE + 10, SIZE + 30, 1.1f);
		assertEquals(1, of(values));
	}

	@Test
	void aSmallBrightObjectCounts() {
		float[] values = plane(0);
		for (int y = 30; y < 34; y++)
			Arrays.fill(values, y * SIZE + 30, y * SIZE + 34, 180);
		assertEquals(255, of(values));
		for (int y = 30; y < 34; y++)
			Arrays.fill(values, y * SIZE + 30, y * SIZE + 34, 1e6f);
		assertEquals(1e6, of(values));
	}

	@Test
	void allNegativeAndTinyPlanesHaveAScale() {
		assertEquals(1, of(plane(-40)));
		assertEquals(255, FloatScale.of(new float[] { 7 }, 1));
		assertEquals(255, FloatScale.of(new float[] { 0, 3, 40 }, 3));
		assertEquals(255, FloatScale.of(new float[] { 0, 3, 40 }, 1));
	}

	@Test
	void aPixelWithoutANumberIsToldWithItsPlace() {
		float[] values = plane(1);
		values[SIZE + 3] = Float.NaN;
		String told = assertThrows(TriptychException.class, () -> of(values)).getMessage();
		assertEquals("The image holds the value NaN (first at x = 3, y = 1); models need numbers, so"
			+ " replace such pixels first (Process > Noise > Remove NaNs...).", told);
	}
}
