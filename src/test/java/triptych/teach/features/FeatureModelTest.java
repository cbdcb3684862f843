package triptych.teach.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import triptych.core.Mask;
import triptych.core.Plane;
import triptych.ij.convert.ImagePlane;

class FeatureModelTest {

	private static FeatureModel grey, colour;

	@BeforeAll
	static void open() {
		grey = new FeatureModel(1, new float[][] { { 0.1f, 0.3f, 0.6f } });
		float[][] levels = new float[FeatureGraph.rows(3)][3];
		colour = new FeatureModel(3, levels);
	}

	@AfterAll
	static void close() {
		grey.close();
		colour.close();
	}

	private static double value(double[] features, String name) {
		int i = grey.names().indexOf(name);
		assertTrue(i >= 0, name + " among " + grey.names());
		return features[i];
	}

	private static Mask disc(int x, int y, int radius) {
		int edge = 2 * radius;
		byte[] inside = new byte[edge * edge];
		for (int j = 0; j < edge; j++)
			for (int i = 0; i < edge; i++)
				if (Math.hypot(i + 0.5 - radius, j + 0.5 - radius) <= radius) inside[j * edge + i] = 1;
		return new Mask(x - radius, y - radius, edge, edge, inside);
	}

	private static Plane plane(ImageProcessor pixels) {
		return ImagePlane.of(new ImagePlus("plane", pixels));
	}

	/** 51 is 0.2 of full brightness, 204 is 0.8. */
	private static ByteProcessor discOn(int background, int brightness) {
		ByteProcessor pixels = new ByteProcessor(100, 90);
		pixels.setValue(background);
		pixels.fill();
		Mask disc = disc(50, 45, 15);
		for (int y = 0; y < 90; y++)
			for (int x = 0; x < 100; x++)
				if (disc.holds(x, y)) pixels.set(x, y, brightness);
		return pixels;
	}

	/** Rounding alone would part the examples. */
	@Test
	void anObjectOfOneValueHasNoMiddleAndNoRimOfItsOwn() {
		for (int radius = 5; radius < 15; radius++) {
			double[] features = grey.of(plane(discOn(51, 201)), disc(50, 45, radius));
			assertEquals(0, value(features, "channel 1: middle"));
			assertEquals(0, value(features, "channel 1: rim"));
			assertEquals(0, value(features, "channel 1: skewness"));
			assertEquals(0, value(features, "elongation"));
		}
	}

	@Test
	void aDiscHasTheShapeOfADisc() {
		double[] f = grey.of(plane(discOn(51, 204)), disc(50, 45, 15));
		double area = disc(50, 45, 15).area();
		assertEquals(Math.log(area), value(f, "area"), 1e-5);
		assertEquals(Math.log(15 * 15 / 4.0), value(f, "major axis"), 0.02);
		assertEquals(0, value(f, "elongation"), 1e-4);
		assertEquals(Math.log(2 * Math.PI * 15), value(f, "perimeter"), 0.05);
		assertEquals(1, value(f, "circularity"), 0.1);
		assertEquals(1, value(f, "area / ellipse"), 0.01);
	}

	@Test
	void valuesAreThoseOfTheObjectAndNotOfWhatIsAround() {
		double[] f = grey.of(plane(discOn(51, 204)), disc(50, 45, 15));
		assertEquals(0.8, value(f, "channel 1: mean"), 1e-5);
		assertEquals(0, value(f, "channel 1: deviation"), 2e-3);
		assertEquals(1, value(f, "channel 1: share above level 3"), 1e-5);
		assertEquals(0.6, value(f, "channel 1: less its surroundings"), 1e-5);
		assertEquals(0, value(f, "channel 1: deviation around"), 2e-3);
	}

	@Test
	void theMiddleIsToldFromTheRim() {
		ByteProcessor pixels = discOn(0, 100);
		Mask middle = disc(50, 45, 5);
		for (int y = 0; y < 90; y++)
			for (int x = 0; x < 100; x++)
				if (middle.holds(x, y)) pixels.set(x, y, 200);
		double[] f = grey.of(plane(pixels), disc(50, 45, 15));
		assertTrue(value(f, "channel 1: middle") > 0.1);
		assertTrue(value(f, "channel 1: rim") < 0);
	}

	/** A grating of period 4 has most of its gradient at the smallest scale. */
	@Test
	void fineTextureShowsAtTheFineScale() {
		ByteProcessor fine = new ByteProcessor(100, 90);
		for (int y = 0; y < 90; y++)
			for (int x = 0; x < 100; x++)
				fine.set(x, y, x / 2 % 2 == 0 ? 0 : 200);
		double[] f = grey.of(plane(fine), disc(50, 45, 15));
		double one = value(f, "channel 1: mean gradient at sigma 1");
		double four = value(f, "channel 1: mean gradient at sigma 4");
		assertTrue(one > 10 * four, one + " and " + four);
		double[] flat = grey.of(plane(discOn(120, 120)), disc(50, 45, 15));
		assertEquals(0, value(flat, "channel 1: mean gradient at sigma 1"), 1e-5);
		assertEquals(0, value(flat, "channel 1: mean Laplacian at sigma 4"), 1e-5);
	}

	@Test
	void turnedAndMirroredObjectsHaveTheSameFeatures() {
		ByteProcessor pixels = new ByteProcessor(60, 60);
		Random random = new Random(3);
		for (int i = 0; i < 3600; i++)
			pixels.set(i, random.nextInt(256));
		byte[] inside = new byte[12 * 8];
		for (int i = 0; i < inside.length; i++)
			inside[i] = (byte) (i % 12 < 9 || i / 12 < 4 ? 1 : 0);
		Mask object = new Mask(24, 26, 12, 8, inside);
		double[] f = grey.of(plane(pixels), object);
		ImageProcessor mirrored = pixels.duplicate();
		mirrored.flipHorizontal();
		double[] other = grey.of(plane(mirrored), object.mirrored(true, false, 60, 60));
		ImageProcessor turned = pixels.rotateRight();
		byte[] turnedInside = new byte[8 * 12];
		for (int j = 0; j < 12; j++)
			for (int i = 0; i < 8; i++)
				turnedInside[j * 8 + i] = inside[(7 - i) * 12 + j];
		double[] third = grey.of(plane(turned), new Mask(60 - 26 - 8, 24, 8, 12, turnedInside));
		for (int i = 0; i < f.length; i++) {
			String name = grey.names().get(i);
			assertEquals(f[i], other[i], 1e-4 * Math.max(1, Math.abs(f[i])), "mirrored: " + name);
			assertEquals(f[i], third[i], 1e-4 * Math.max(1, Math.abs(f[i])), "turned: " + name);
		}
	}

	@Test
	void everyFeatureIsANumberForAnyObject() {
		Plane black = plane(new ByteProcessor(40, 30)), colours = plane(new ColorProcessor(40, 30));
		Mask pixel = new Mask(0, 0, 1, 1, new byte[] { 1 });
		byte[] all = new byte[40 * 30];
		Arrays.fill(all, (byte) 1);
		Mask whole = new Mask(0, 0, 40, 30, all);
		byte[] line = new byte[40];
		Arrays.fill(line, (byte) 1);
		for (Mask object : new Mask[] { pixel, whole, new Mask(0, 29, 40, 1, line) }) {
			for (double v : grey.of(black, object))
				assertTrue(Double.isFinite(v));
			for (double v : colour.of(colours, object))
				assertTrue(Double.isFinite(v));
		}
	}

	/** Python divides by 255, Triptych multiplies by 1/255; the last bit may differ. */
	@Test
	void noLevelIsAValueThatPixelsHave() {
		ByteProcessor steps = new ByteProcessor(100, 100);
		for (int i = 0; i < 10000; i++)
			steps.set(i, i % 100);
		Levels levels = new Levels(1);
		levels.add(plane(steps), disc(50, 50, 50));
		for (float level : levels.levels()[0]) {
			double code = level * 255;
			assertTrue(Math.abs(code - Math.rint(code)) > 1e-4, level + " is a pixel's value");
			assertTrue(Math.rint(code) > code, level + " is above the value it was taken from");
		}
	}

	@Test
	void levelsPartThePixelsOfTheExamplesEqually() {
		ByteProcessor ramp = new ByteProcessor(100, 100);
		for (int i = 0; i < 10000; i++)
			ramp.set(i, i % 100);
		Levels levels = new Levels(1);
		for (int k = 0; k < 20; k++)
			levels.add(plane(ramp), disc(50, 50, 50));
		float[] found = levels.levels()[0];
		for (int k = 0; k < found.length; k++)
			assertEquals((k + 0.5) / found.length * 100 / 255, found[k], 0.06);
	}

	@Test
	void thePageCountsTheFeatures() throws IOException {
		String page = Files.readString(Path.of(".github/docs/teach.md"));
		String counts = count(3) + " features of a colour image, " + count(1) + " of a grey one";
		assertTrue(page.contains(counts), counts);
	}

	private static int count(int channels) {
		return FeatureGraph.of("all", channels, new Levels(channels).levels()).names().size();
	}
}
