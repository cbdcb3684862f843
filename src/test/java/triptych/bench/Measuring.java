package triptych.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import ij.ImagePlus;
import ij.measure.Measurements;
import ij.measure.ResultsTable;
import ij.plugin.filter.ParticleAnalyzer;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import triptych.ij.ImagePlane;
import triptych.measure.ConnectedComponents;
import triptych.measure.RegionStatistics;
import triptych.measure.Runs;
import triptych.measure.Shapes;

/**
 * Measures objects on a grey image: every column of Segment Objects..., beside ImageJ's particle analyser with the same
 * columns, in turns in one process; medians. Then our own cost alone at four sizes and four numbers of objects.
 */
public final class Measuring {

	private static final int ROUNDS = 11;

	private Measuring() {}

	public static void main(String[] args) {
		compared(4096, 5000);
		for (int edge : new int[] { 1024, 2048, 4096, 8192 })
			alone(edge, (int) (5000L * edge * edge / (4096L * 4096)));
		for (int objects : new int[] { 1250, 5000, 20000, 80000 })
			alone(4096, objects);
	}

	private static void compared(int edge, int objects) {
		ImagePlus grey = grey(edge);
		ByteProcessor mask = mask(edge, objects);
		double[] ours = new double[ROUNDS], labelling = new double[ROUNDS], imagej = new double[ROUNDS];
		int found = 0, counted = 0;
		for (int i = 0; i < ROUNDS; i++) {
			int[] values = values(mask);
			long t = System.nanoTime();
			ConnectedComponents parts = ConnectedComponents.of(values, edge, edge, true);
			labelling[i] = (System.nanoTime() - t) / 1e6;
			t = System.nanoTime();
			found = measured(parts, grey);
			ours[i] = (System.nanoTime() - t) / 1e6;
			ResultsTable table = new ResultsTable();
			ImagePlus thresholded = new ImagePlus("mask", mask);
			mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
			t = System.nanoTime();
			ParticleAnalyzer analyser = new ParticleAnalyzer(ParticleAnalyzer.SHOW_NONE, Measurements.AREA + Measurements.MEAN
				+ Measurements.STD_DEV + Measurements.MIN_MAX + Measurements.CENTROID + Measurements.PERIMETER
				+ Measurements.SHAPE_DESCRIPTORS + Measurements.FERET + Measurements.RECT + Measurements.ELLIPSE, table, 0, 1e12);
			analyser.setHideOutputImage(true);
			analyser.analyze(thresholded, mask);
			imagej[i] = (System.nanoTime() - t) / 1e6;
			counted = table.size();
		}
		System.out.printf(Locale.ROOT, "%d x %d: labelling %.0f ms, measuring %d objects %.0f ms; ImageJ's particle analyser "
			+ "%.0f ms for %d (%.1f times both of ours)%n", edge, edge, median(labelling), found, median(ours), median(imagej),
			counted, median(imagej) / (median(ours) + median(labelling)));
	}

	private static int measured(ConnectedComponents parts, ImagePlus grey) {
		Runs runs = parts.runs();
		int count = parts.count();
		RegionStatistics regions = RegionStatistics.of(runs, ImagePlane.of(grey), count);
		Shapes shapes = Shapes.of(runs, regions, 1, 1);
		double sum = 0;
		for (int id = 1; id <= count; id++)
			sum += shapes.perimeter(id) + shapes.circularity(id) + shapes.feret(id) + shapes.minFeret(id) + shapes.aspectRatio(id)
				+ shapes.roundness(id) + shapes.solidity(id) + regions.mean(0, id) + regions.standardDeviation(0, id);
		if (!(sum > 0)) throw new IllegalStateException("nothing measured");
		return count;
	}

	private static void alone(int edge, int objects) {
		ImagePlus grey = grey(edge);
		int[] values = values(mask(edge, objects));
		double[] labelling = new double[ROUNDS], measuring = new double[ROUNDS];
		int found = 0;
		for (int i = 0; i < ROUNDS; i++) {
			long t = System.nanoTime();
			ConnectedComponents parts = ConnectedComponents.of(values, edge, edge, true);
			labelling[i] = (System.nanoTime() - t) / 1e6;
			t = System.nanoTime();
			found = measured(parts, grey);
			measuring[i] = (System.nanoTime() - t) / 1e6;
		}
		System.out.printf(Locale.ROOT, "%d x %d, %d objects: labelling %.1f ms, measuring %.1f ms%n", edge, edge, found, median(
			labelling), median(measuring));
	}

	private static int[] values(ByteProcessor mask) {
		int[] values = new int[mask.getPixelCount()];
		for (int i = 0; i < values.length; i++)
			values[i] = mask.get(i);
		return values;
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
			int w = cell / 2 + random.nextInt(Math.max(1, cell / 3)), h = cell / 2 + random.nextInt(Math.max(1, cell / 3));
			mask.fillOval(i % columns * cell + random.nextInt(Math.max(1, cell - w - 1)), i / columns * cell + random.nextInt(Math
				.max(1, cell - h - 1)), w, h);
		}
		return mask;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
