package triptych.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.Measurements;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import org.junit.jupiter.api.Test;
import triptych.core.Plane;

/** Measurements against ImageJ's own of the same ROI. */
class RegionStatisticsTest {

	private static final int WIDTH = 61, HEIGHT = 43;
	private static final List<Roi> SHAPES = List.of(new Roi(5, 7, 11, 6), new Roi(0, 0, 1, 1),
		new Roi(60, 42, 1, 1), new Roi(0, 40, 61, 3), new OvalRoi(20, 3, 17, 22),
		new OvalRoi(40, 20, 2, 2), new PolygonRoi(new float[] { 3, 17, 17, 9, 9, 3 },
			new float[] { 18, 18, 22, 22, 36, 36 }, Roi.POLYGON));

	@Test
	void everyShapeMeasuresAsInImageJ() {
		FloatProcessor pixels = noise(1, 0);
		for (Roi roi : SHAPES)
			compare(roi, pixels, 1e-4);
	}

	@Test
	void pixelsWithoutANumberDoNotCount() {
		float[] values = { Float.NaN, 1, 3, Float.POSITIVE_INFINITY, Float.NaN, Float.NaN };
		Plane plane = plane(new FloatProcessor(6, 1, values));
		int[] labels = { 1, 1, 1, 1, 2, 2 };
		RegionStatistics s = RegionStatistics.of(labels, plane, 2);
		Medians medians = Medians.of(labels, plane, s, false);
		assertEquals(4, s.pixels(1));
		assertEquals(2, s.mean(0, 1));
		assertEquals(Math.sqrt(2), s.standardDeviation(0, 1), 1e-12);
		assertEquals(1, s.min(0, 1));
		assertEquals(3, s.max(0, 1));
		assertEquals(2, medians.median(0, 1));
		for (double none : new double[] { s.mean(0, 2), s.standardDeviation(0, 2), s.min(0, 2),
			s.max(0, 2), medians.median(0, 2) })
			assertEquals(Double.NaN, none);
	}

	@Test
	void aLargeOffsetCostsNoDigitsOfTheDeviation() {
		FloatProcessor pixels = noise(1, 0), raised = noise(1, 65536);
		int[] labels = labels(SHAPES.get(4), 1);
		double low = RegionStatistics.of(labels, plane(pixels), 1).standardDeviation(0, 1);
		double high = RegionStatistics.of(labels, plane(raised), 1).standardDeviation(0, 1);
		assertEquals(low, high, 0.01 * low);
	}

	@Test
	void idsDoNotMixAndAnEmptyOneHasNoBox() {
		FloatProcessor pixels = noise(2, 0);
		int[] labels = new int[WIDTH * HEIGHT];
		List<Roi> apart = List.of(SHAPES.get(0), SHAPES.get(4), SHAPES.get(6));
		for (int i = 0; i < apart.size(); i++) {
			int[] one = labels(apart.get(i), 2 * i + 1);
			for (int p = 0; p < labels.length; p++)
				if (one[p] != 0) labels[p] = one[p];
		}
		RegionStatistics all = RegionStatistics.of(labels, plane(pixels), 5);
		for (int i = 0; i < apart.size(); i++) {
			RegionStatistics alone = RegionStatistics.of(labels(apart.get(i), 1), plane(pixels), 1);
			int id = 2 * i + 1;
			assertEquals(alone.pixels(1), all.pixels(id));
			assertEquals(alone.mean(0, 1), all.mean(0, id));
			assertEquals(alone.standardDeviation(0, 1), all.standardDeviation(0, id));
			assertEquals(alone.centroidX(1), all.centroidX(id));
			assertEquals(alone.x(1), all.x(id));
			assertEquals(alone.height(1), all.height(id));
		}
		assertEquals(0, all.pixels(2) + all.x(2) + all.y(2) + all.width(2) + all.height(2));
	}

	@Test
	void onlyRegionsWithAPixelOnTheEdgeTouchTheBorder() {
		int[] labels = new int[5 * 4];
		int[] at = { 2, 5, 9, 17, 6, 13 };
		for (int i = 0; i < at.length; i++)
			labels[at[i]] = i + 1;
		RegionStatistics s = RegionStatistics.of(labels, 5, 4, 6);
		for (int id = 1; id <= 6; id++)
			assertEquals(id <= 4, s.touchesBorder(id), "id " + id);
	}

	private static void compare(Roi roi, FloatProcessor pixels, double tolerance) {
		RegionStatistics s = RegionStatistics.of(labels(roi, 1), plane(pixels), 1);
		pixels.setRoi(roi);
		ImageStatistics ij = ImageStatistics.getStatistics(pixels, Measurements.AREA + Measurements.MEAN
			+ Measurements.STD_DEV + Measurements.MIN_MAX + Measurements.CENTROID + Measurements.RECT,
			null);
		pixels.resetRoi();
		String what = roi.toString();
		assertEquals(ij.area, s.pixels(1), what);
		assertEquals(ij.mean, s.mean(0, 1), tolerance, what);
		assertEquals(ij.stdDev, s.standardDeviation(0, 1), tolerance, what);
		assertEquals(ij.min, s.min(0, 1), what);
		assertEquals(ij.max, s.max(0, 1), what);
		assertEquals(ij.xCentroid, s.centroidX(1), 1e-9, what);
		assertEquals(ij.yCentroid, s.centroidY(1), 1e-9, what);
		assertEquals(ij.roiX, s.x(1), what);
		assertEquals(ij.roiY, s.y(1), what);
		assertEquals(ij.roiWidth, s.width(1), what);
		assertEquals(ij.roiHeight, s.height(1), what);
	}

	private static int[] labels(Roi roi, int id) {
		int[] labels = new int[WIDTH * HEIGHT];
		ImageProcessor mask = roi.getMask();
		for (int y = 0; y < roi.getBounds().height; y++)
			for (int x = 0; x < roi.getBounds().width; x++)
				if (mask == null || mask.get(x, y) != 0)
					labels[(roi.getBounds().y + y) * WIDTH + roi.getBounds().x + x] = id;
		return labels;
	}

	private static FloatProcessor noise(long seed, float offset) {
		Random random = new Random(seed);
		float[] values = new float[WIDTH * HEIGHT];
		for (int i = 0; i < values.length; i++)
			values[i] = offset + 200 * random.nextFloat() - 50;
		return new FloatProcessor(WIDTH, HEIGHT, values);
	}

	private static Plane plane(FloatProcessor pixels) {
		return triptych.ij.convert.ImagePlane.of(new ij.ImagePlus("noise", pixels));
	}
}
