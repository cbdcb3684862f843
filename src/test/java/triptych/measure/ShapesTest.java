package triptych.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Polygon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.Roi;
import ij.measure.Measurements;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.needs.NeedsTestData;
import triptych.needs.TestData;

/**
 * Every descriptor against ImageJ's own, measured on the selection that ImageJ makes of the same
 * pixels.
 */
class ShapesTest {

	private static final int SIZE = 160;

	/**
	 * Ids painted next to each other: planted shapes, then noise with every way in which pixels can
	 * touch.
	 */
	private static int[] planted() {
		ByteProcessor canvas = new ByteProcessor(SIZE, SIZE);
		int id = 0;
		for (int d : new int[] { 1, 2, 3, 5, 8, 21 }) {
			canvas.setValue(++id);
			canvas.fillOval(2 + 24 * (id - 1), 2, d, d);
		}
		for (int angle = 0; angle < 180; angle += 30) {
			canvas.setValue(++id);
			double a = Math.toRadians(angle), x = 14 + 25 * (angle / 30), dx = 11 * Math.cos(a);
			double dy = 11 * Math.sin(a);
			canvas.fill(new EllipseRoi(x - dx, 38 - dy, x + dx, 38 + dy, 0.45));
		}
		canvas.setValue(++id);
		canvas.fill(new Roi(0, 60, 10, 20));
		canvas.fill(new Roi(0, 70, 25, 10));
		canvas.setValue(++id);
		canvas.fillOval(40, 55, 31, 31);
		canvas.setValue(0);
		canvas.fillOval(48, 60, 12, 15);
		canvas.set(64, 70, 0);
		canvas.setValue(++id);
		canvas.fill(new Roi(80, 60, 7, 5));
		canvas.fill(new Roi(92, 72, 1, 1));
		canvas.setValue(++id);
		for (int i = 0; i < 12; i++)
			canvas.set(110 + i, 60 + i, id);
		canvas.setValue(++id);
		for (int i = 0; i < 12; i++)
			canvas.set(140 - i, 60 + i, id);
		canvas.setValue(++id);
		canvas.fill(new Roi(150, 60, 10, 1));
		canvas.setValue(++id);
		canvas.fill(new Roi(158, 70, 2, 30));
		int[] labels = new int[SIZE * SIZE];
		for (int i = 0; i < labels.length; i++)
			labels[i] = canvas.get(i);
		Random random = new Random(7);
		for (int patch = 0; patch < 24; patch++) {
			id++;
			int left = patch % 12 * 13, top = 104 + patch / 12 * 26, density = 30 + 5 * (patch % 12);
			for (int y = top; y < top + 25; y++)
				for (int x = left; x < left + 12; x++)
					if (random.nextInt(100) < density) labels[y * SIZE + x] = id;
		}
		return labels;
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "0.25, 0.25", "0.5, 0.2" })
	void everyDescriptorOfPlantedShapesIsImageJs(double pixelWidth, double pixelHeight) {
		Map<String, Double> differences = differences(planted(), SIZE, SIZE, pixelWidth, pixelHeight);
		System.out
			.println("planted shapes, pixels " + pixelWidth + " x " + pixelHeight + ": " + differences);
		differences.forEach((name, difference) -> assertTrue(difference < limit(name),
			name + " differs by " + difference));
		assertEquals(pixelWidth == pixelHeight ? 9 : 7, differences.size());
	}

	@Test
	@NeedsTestData("testdata/images")
	void everyDescriptorOfRealLabelImagesIsImageJs() throws Exception {
		Path folder = TestData.at("testdata/images");
		List<Path> files;
		try (Stream<Path> all = Files.walk(folder)) {
			files = all.filter(f -> f.toString().matches(".*(mask|label)s?[/\\\\].*\\.tiff?"))
				.sorted()
				.limit(12)
				.toList();
		}
		assertFalse(files.isEmpty(), "no label images in " + folder);
		for (Path file : files) {
			ImagePlus image = IJ.openImage(file.toString());
			if (image == null || image.getStackSize() > 1 || image.getBitDepth() == 24
				|| image.getStatistics().max > 5000) continue;
			int[] labels = new int[image.getWidth() * image.getHeight()];
			for (int i = 0; i < labels.length; i++)
				labels[i] = (int) image.getProcessor().getf(i);
			Map<String, Double> differences = differences(labels, image.getWidth(), image.getHeight(),
				0.5, 0.5);
			System.out.println(folder.relativize(file) + ": " + differences);
			differences.forEach((name, difference) -> assertTrue(difference < limit(name),
				file + ": " + name + " differs by " + difference));
		}
	}

	/** The largest relative difference of each descriptor. */
	private static Map<String, Double> differences(int[] labels, int width, int height,
		double pixelWidth, double pixelHeight)
	{
		int maxId = 0;
		for (int l : labels)
			maxId = Math.max(maxId, l);
		RegionStatistics regions = RegionStatistics.of(labels, width, height, maxId);
		Shapes shapes = Shapes.of(labels, width, height, regions, pixelWidth, pixelHeight);
		ImagePlus image = new ImagePlus("planted", new FloatProcessor(width, height));
		image.getCalibration().pixelWidth = pixelWidth;
		image.getCalibration().pixelHeight = pixelHeight;
		image.getCalibration().setUnit("um");
		Map<String, Double> largest = new LinkedHashMap<>();
		for (int id = 1; id <= maxId; id++) {
			if (regions.pixels(id) == 0) continue;
			Roi roi = selection(labels, width, height, id);
			image.setRoi(roi);
			ImageStatistics s =
				image.getStatistics(Measurements.AREA + Measurements.ELLIPSE + Measurements.CENTROID);
			double perimeter = roi.getLength(), feret[] = roi.getFeretValues();
			Polygon hull = roi.getConvexHull();
			String where = " of " + id;
			assertEquals(s.area, shapes.area(id), 1e-9 * s.area, "area" + where);
			note(largest, "Perim.", shapes.perimeter(id), perimeter);
			note(largest, "Circ.", shapes.circularity(id),
				Math.min(1, 4 * Math.PI * s.area / (perimeter * perimeter)));
			note(largest, "Feret", shapes.feret(id), feret[0]);
			note(largest, "MinFeret", shapes.minFeret(id), feret[2]);
			note(largest, "Solidity", shapes.solidity(id), s.pixelCount / area(hull));
			note(largest, "X", regions.centroidX(id) * pixelWidth, s.xCentroid);
			note(largest, "Y", regions.centroidY(id) * pixelHeight, s.yCentroid);
			// Where pixels are not square ImageJ fits no ellipse.
			if (pixelWidth != pixelHeight) continue;
			note(largest, "AR", shapes.aspectRatio(id), s.major / s.minor);
			note(largest, "Round", shapes.roundness(id), 4 * s.area / (Math.PI * s.major * s.major));
		}
		return largest;
	}

	/** ImageJ's ellipse is rounded where a shape is symmetric about a diagonal. */
	private static double limit(String name) {
		return name.equals("AR") || name.equals("Round") ? 5e-5 : 1e-6;
	}

	private static void note(Map<String, Double> largest, String name, double ours, double imagej) {
		largest.merge(name, Math.abs(ours - imagej) / Math.max(1e-12, Math.abs(imagej)), Math::max);
	}

	private static Roi selection(int[] labels, int width, int height, int id) {
		ByteProcessor mask = new ByteProcessor(width, height);
		for (int i = 0; i < labels.length; i++)
			if (labels[i] == id) mask.set(i, 255);
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		return new ThresholdToSelection().convert(mask);
	}

	private static double area(Polygon p) {
		double twice = 0;
		for (int i = 0, j = p.npoints - 1; i < p.npoints; j = i++)
			twice += (double) p.xpoints[j] * p.ypoints[i] - (double) p.xpoints[i] * p.ypoints[j];
		return Math.abs(twice) / 2;
	}

	@Test
	void ellipsesOfKnownAxesHaveThem() {
		int[] labels = new int[400 * 400];
		for (int y = 0; y < 400; y++)
			for (int x = 0; x < 400; x++) {
				double u = (x + 0.5 - 200) / 150, v = (y + 0.5 - 200) / 60;
				if (u * u + v * v <= 1) labels[y * 400 + x] = 1;
			}
		// Half as wide and a third as high pixels turn the ellipse into one of 150 x 40.
		Shapes shapes = Shapes.of(labels, 400, 400, RegionStatistics.of(labels, 400, 400, 1), 0.5,
			1 / 3.0);
		assertEquals(150, shapes.major(1), 0.1);
		assertEquals(40, shapes.minor(1), 0.05);
		assertEquals(150 / 40.0, shapes.aspectRatio(1), 0.005);
	}

	@Test
	void aMillionObjectsAreEachMeasured() {
		int columns = 1000, width = 4 * columns, height = 4 * columns;
		int[] labels = new int[width * height];
		for (int id = 1; id <= columns * columns; id++) {
			int x = 4 * ((id - 1) % columns), y = 4 * ((id - 1) / columns), w = 1 + id % 3;
			int h = 1 + id % 2;
			for (int j = 0; j < h; j++)
				for (int i = 0; i < w; i++)
					labels[(y + j) * width + x + i] = id;
		}
		RegionStatistics regions = RegionStatistics.of(labels, width, height, columns * columns);
		Shapes shapes = Shapes.of(labels, width, height, regions, 1, 1);
		for (int id = 1; id <= columns * columns; id++) {
			int w = 1 + id % 3, h = 1 + id % 2;
			// Six sizes, which the planted shapes hold against ImageJ; here each object has to have
			// that of its own.
			if (regions.pixels(id) != w * h || shapes.solidity(id) != 1
				|| Math.abs(shapes.feret(id) - Math.hypot(w, h)) > 1e-9
				|| Math.abs(shapes.minFeret(id) - Math.min(w, h)) > 1e-9
				|| shapes.perimeter(id) != shapes.perimeter((id - 1) % 6 + 1))
				assertEquals(String.format(Locale.ROOT, "%d x %d", w, h),
					"object " + id + ": perimeter " + shapes.perimeter(id) + ", Feret " + shapes.feret(id));
		}
	}
}
