package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import ij.ImagePlus;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.Wand;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import triptych.ij.convert.ImagePlane;
import triptych.measure.ConnectedComponents;
import triptych.measure.LabelRuns;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;

/**
 * Measures objects on a grey image: every column of Segment Objects..., beside ImageJ's particle
 * analyser with the same columns and its wand, in turns in one process. Then our own cost alone at
 * four sizes and four numbers of objects. With a folder as argument the two images are written
 * there, for references.py to read.
 */
public final class Measuring {

	private static final int ROUNDS = 30, EDGE = 4096, OBJECTS = 5000;

	private Measuring() {}

	public static void main(String[] args) throws IOException {
		if (args.length > 0) {
			Path folder = Files.createDirectories(Path.of(args[0]));
			Files.write(folder.resolve("mask.raw"), (byte[]) mask(EDGE, OBJECTS).getPixels());
			Files.write(folder.resolve("grey.raw"), (byte[]) grey(EDGE).getProcessor().getPixels());
		}
		compared();
		for (int edge : new int[]{ 1024, 2048, 4096, 8192 })
			alone(edge, (int) ((long) OBJECTS * edge * edge / (EDGE * EDGE)));
		for (int objects : new int[]{ 1250, 5000, 20000, 80000 })
			alone(EDGE, objects);
	}

	private static void compared() {
		ImagePlus grey = grey(EDGE);
		ByteProcessor mask = mask(EDGE, OBJECTS);
		int[] ids = components(mask).labels();
		LabelRuns runs = LabelRuns.of(ids, EDGE, EDGE);
		RegionStatistics regions = RegionStatistics.of(runs, OBJECTS);
		int[] found = new int[3];
		Turns.Time[] t = Turns.of(ROUNDS, () -> components(mask).labels(), () -> {
			ConnectedComponents parts = components(mask);
			found[0] = measured(parts.runs(), grey, parts.count());
		}, () -> found[1] = measured(LabelRuns.of(ids, EDGE, EDGE), grey, OBJECTS),
			() -> Shapes.of(runs, regions, 1, 1), () -> found[2] = analysed(mask),
			() -> outlined(mask, runs));
		System.out.printf(Locale.ROOT,
			"%d x %d, %d objects%nlabel image of a mask: %s%nmask to all columns: %s, %d%n"
				+ "label image to all columns: %s, %d%nImageJ's particle analyser, mask to all columns: %s,"
				+ " %d, %.1f times ours%n"
				+ "outlines, perimeters, hulls and Feret's diameters of runs: %s%nthe same by ImageJ's"
				+ " wand: %s%n",
			EDGE, EDGE, OBJECTS, t[0], t[1], found[0], t[2], found[1], t[4], found[2],
			t[4].wall() / t[1].wall(), t[3], t[5]);
	}

	private static int analysed(ByteProcessor mask) {
		ResultsTable table = new ResultsTable();
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		ParticleAnalyzer analyser = new ParticleAnalyzer(ParticleAnalyzer.SHOW_NONE,
			Measurements.AREA + Measurements.MEAN + Measurements.STD_DEV + Measurements.MIN_MAX
				+ Measurements.CENTROID + Measurements.PERIMETER + Measurements.SHAPE_DESCRIPTORS
				+ Measurements.FERET + Measurements.RECT + Measurements.ELLIPSE,
			table, 0, 1e12);
		analyser.setHideOutputImage(true);
		analyser.analyze(new ImagePlus("mask", mask), mask);
		return table.size();
	}

	/** Every object once, from the first of its pixels. */
	private static void outlined(ByteProcessor mask, LabelRuns runs) {
		boolean[] done = new boolean[OBJECTS + 1];
		Wand wand = new Wand(mask);
		double sum = 0;
		for (int r = 0; r < runs.count(); r++) {
			if (done[runs.value(r)]) continue;
			done[runs.value(r)] = true;
			wand.autoOutline(runs.start(r) % EDGE, runs.start(r) / EDGE, 255, 255, Wand.LEGACY_MODE);
			Roi roi = new PolygonRoi(wand.xpoints, wand.ypoints, wand.npoints, Roi.TRACED_ROI);
			sum += roi.getLength() + roi.getFeretValues()[0] + roi.getConvexHull().npoints;
		}
		if (!(sum > 0)) throw new IllegalStateException("nothing outlined");
	}

	private static int measured(LabelRuns runs, ImagePlus grey, int count) {
		RegionStatistics regions = RegionStatistics.of(runs, ImagePlane.of(grey), count);
		Shapes shapes = Shapes.of(runs, regions, 1, 1);
		double sum = 0;
		for (int id = 1; id <= count; id++)
			sum += shapes.perimeter(id) + shapes.circularity(id) + shapes.feret(id) + shapes.minFeret(id)
				+ shapes.aspectRatio(id) + shapes.roundness(id) + shapes.solidity(id) + regions.mean(0, id)
				+ regions.standardDeviation(0, id);
		if (!(sum > 0)) throw new IllegalStateException("nothing measured");
		return count;
	}

	private static void alone(int edge, int objects) {
		ImagePlus grey = grey(edge);
		ByteProcessor mask = mask(edge, objects);
		int[] found = new int[1];
		Turns.Time[] t = Turns.of(ROUNDS, () -> components(mask).labels(), () -> {
			ConnectedComponents parts = components(mask);
			found[0] = measured(parts.runs(), grey, parts.count());
		});
		System.out.printf(Locale.ROOT, "%d x %d, %d objects: label image %s, mask to all columns %s%n",
			edge, edge, found[0], t[0], t[1]);
	}

	private static ConnectedComponents components(ByteProcessor mask) {
		return ConnectedComponents
			.of(LabelRuns.of((byte[]) mask.getPixels(), mask.getWidth(), mask.getHeight()), true);
	}

	private static ImagePlus grey(int edge) {
		byte[] pixels = new byte[edge * edge];
		new Random(1).nextBytes(pixels);
		return new ImagePlus("grey", new ByteProcessor(edge, edge, pixels));
	}

	/** Ovals on a grid, each of a size and place of its own, that never touch. */
	private static ByteProcessor mask(int edge, int objects) {
		ByteProcessor mask = new ByteProcessor(edge, edge);
		Random random = new Random(2);
		int columns = (int) Math.ceil(Math.sqrt(objects)), cell = edge / columns;
		mask.setValue(255);
		for (int i = 0; i < objects; i++) {
			int w = cell / 2 + random.nextInt(Math.max(1, cell / 3)),
				h = cell / 2 + random.nextInt(Math.max(1, cell / 3));
			mask.fillOval(i % columns * cell + random.nextInt(Math.max(1, cell - w - 1)),
				i / columns * cell + random.nextInt(Math.max(1, cell - h - 1)), w, h);
		}
		return mask;
	}
}
