package triptych.pipeline.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;
import triptych.core.TensorType;
import triptych.model.InputSpec.Layout;

/** What becomes 0 and 1 where a plane is nearly empty, or partly no image. */
class ContrastTest {

	private static final double[] PERCENTS = { 1, 99.8 };
	private static final int SIDE = 256;

	/** Noise of deviation 2 around 20, with discs of radius 9 and brightness 150. */
	private static FloatProcessor field(int side, int discs) {
		FloatProcessor field = new FloatProcessor(side, side);
		Random random = new Random(7);
		for (int i = 0; i < side * side; i++)
			field.setf(i, Math.round(20 + 2 * random.nextGaussian()));
		field.setValue(150);
		for (int k = 0; k < discs; k++)
			field.fillOval(20 + 40 * (k % 5), 20 + 40 * (k / 5), 18, 18);
		return field;
	}

	private static Planted plane(FloatProcessor field) {
		return Planted.grey(field.getWidth(), field.getHeight(), (float[]) field.getPixels());
	}

	private static Contrast contrast(FloatProcessor field) {
		Planted plane = plane(field);
		return Contrast.of(plane, Padding.of(plane), 0, PERCENTS);
	}

	@Test
	void oneObjectInALargeFieldIsScaledAsInASmallOne() {
		assertEquals(150, contrast(field(64, 1)).high(), 1);
		assertEquals(150, contrast(field(512, 1)).high(), 1);
	}

	@Test
	void noiseIsNotStretchedToTheWholeRange() {
		Contrast empty = contrast(field(SIDE, 0));
		assertTrue(empty.high() - empty.low() > 25, empty.toString());
	}

	/** Of pixels that are 0 or 255 by chance the noise alone would ask for a high value of 2000. */
	@Test
	void aCoarseTextureIsNotDimmed() {
		FloatProcessor texture = new FloatProcessor(SIDE, SIDE);
		Random random = new Random(3);
		for (int i = 0; i < SIDE * SIDE; i++)
			texture.setf(i, random.nextInt(256));
		assertEquals(255, contrast(texture).high(), 1);
	}

	@Test
	void aHotPixelIsNoObjectAmongOthers() {
		FloatProcessor field = field(512, 1);
		field.setf(400, 400, 60000);
		assertEquals(150, contrast(field).high(), 1);
	}

	@Test
	void anOrdinaryFieldKeepsItsPercentiles() {
		FloatProcessor field = field(SIDE, 20);
		double[] expected = Percentiles.percentiles(plane(field), 0, PERCENTS);
		Contrast found = contrast(field);
		assertArrayEquals(expected, new double[] { found.low(), found.high() });
	}

	@Test
	void aFrameAndTheCornersOfATurnedImageDoNotCount() {
		FloatProcessor field = field(SIDE, 20);
		Contrast alone = contrast(field);
		FloatProcessor framed = new FloatProcessor(SIDE + 150, SIDE + 220);
		framed.insert(field, 90, 70);
		assertEquals(alone, contrast(framed));
		FloatProcessor turned = new FloatProcessor(SIDE + 130, SIDE + 130);
		turned.insert(field, 65, 65);
		turned.rotate(27);
		Contrast found = contrast(turned);
		assertEquals(alone.low(), found.low(), 1);
		assertEquals(alone.high(), found.high(), 1);
	}

	@Test
	void objectsOnACleanBackgroundAreNoImageInAFrame() {
		FloatProcessor one = new FloatProcessor(SIDE, SIDE);
		one.setValue(150);
		one.fillOval(60, 60, 130, 130);
		assertEquals(0, Padding.of(plane(one)).left());
		one.fillRect(10, 10, 40, 30);
		assertEquals(0, Padding.of(plane(one)).left());
		assertEquals(0, Padding.of(plane(field(SIDE, 20))).left());
	}

	@Test
	void valuesOutsideTheDeclaredRangeAreClipped() {
		float[] made = Planted.prepared(
			Planted.input(TensorType.FLOAT, Layout.NCHW, 1, 2, 2, false, 1 / 255.0,
				new double[] { 0.5 }, new double[] { 0.5 }, new double[0]),
			Planted.grey(2, 2, -900, 0, 255, 999));
		assertArrayEquals(new float[] { -1, -1, 1, 1 }, made, 1e-5f);
	}
}
