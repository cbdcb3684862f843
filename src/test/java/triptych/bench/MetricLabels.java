package triptych.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ShortProcessor;
import triptych.metrics.Figure;
import triptych.metrics.objects.Found;
import triptych.metrics.objects.InstanceEvaluation;
import triptych.metrics.objects.ObjectImage;
import triptych.metrics.objects.Overlaps;
import triptych.metrics.objects.Truth;

/**
 * 1,000 pairs of label images of 1024 x 1024 with some 300 objects each: CPU time of reading both
 * (uncompressed 16-bit TIFF, from the system's cache) and of evaluating them, and the memory that
 * is left in use. Argument: an empty folder.
 */
public final class MetricLabels {

	private static final int SIZE = 1024, PAIRS = 1000, FILES = 20;

	private MetricLabels() {}

	public static void main(String[] args) throws Exception {
		Path folder = Files.createDirectories(Path.of(args[0]));
		for (int i = 0; i < FILES; i++) {
			write(folder.resolve("truth-" + i + ".tif"), i, 0);
			write(folder.resolve("found-" + i + ".tif"), i, 4);
		}
		InstanceEvaluation evaluation = new InstanceEvaluation(List.of("cell"), 0.5, 0, "pixel");
		long reading = 0, evaluating = 0;
		for (int i = 0; i < PAIRS; i++) {
			long start = cpu();
			int[] truth = read(folder.resolve("truth-" + i % FILES + ".tif"));
			int[] found = read(folder.resolve("found-" + i % FILES + ".tif"));
			long read = cpu();
			evaluation.add(image(truth, found), 1);
			reading += read - start;
			evaluating += cpu() - read;
			if (i == PAIRS / 10 - 1 || i == PAIRS - 1)
				System.out.printf(
						"%d pairs: reading %.2f ms, evaluating %.2f ms a pair; %.1f MB in use%n",
						i + 1, reading / 1e6 / (i + 1), evaluating / 1e6 / (i + 1), inUse());
		}
		for (Figure figure : evaluation.figures().subList(0, 6))
			System.out.printf("%s %.4f%n", figure.metric().name(), figure.value());
	}

	private static ObjectImage image(int[] truth, int[] found) {
		int truths = IntStream.of(truth).max().getAsInt(),
				founds = IntStream.of(found).max().getAsInt();
		Overlaps overlaps = Overlaps.ofLabels(truth, truths, found, founds);
		return new ObjectImage(
				IntStream.range(0, truths)
						.mapToObj(t -> new Truth(0, overlaps.truthArea(t)))
						.toList(),
				IntStream.range(0, founds)
						.mapToObj(f -> new Found(0, overlaps.foundArea(f), 1))
						.toList(),
				overlaps);
	}

	private static int[] read(Path file) {
		short[] pixels = (short[]) IJ.openImage(file.toString()).getProcessor().getPixels();
		int[] ids = new int[pixels.length];
		for (int i = 0; i < ids.length; i++) ids[i] = pixels[i] & 0xFFFF;
		return ids;
	}

	/** Discs on a grid of 60 pixels, each moved and grown by chance. */
	private static void write(Path file, int seed, int jitter) {
		short[] pixels = new short[SIZE * SIZE];
		Random places = new Random(seed), chance = new Random(seed + 99);
		int id = 0;
		for (int gy = 0; gy < 17; gy++)
			for (int gx = 0; gx < 17; gx++) {
				double x = 60 * gx + 30 + places.nextInt(10) + jitter * chance.nextGaussian();
				double y = 60 * gy + 30 + places.nextInt(10) + jitter * chance.nextGaussian();
				double r = 12 + places.nextInt(12);
				id++;
				for (int py = (int) Math.max(0, y - r); py < Math.min(SIZE, y + r); py++)
					for (int px = (int) Math.max(0, x - r); px < Math.min(SIZE, x + r); px++)
						if (Math.hypot(px - x, py - y) < r) pixels[py * SIZE + px] = (short) id;
			}
		new FileSaver(new ImagePlus("labels", new ShortProcessor(SIZE, SIZE, pixels, null)))
				.saveAsTiff(file.toString());
	}

	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static double inUse() {
		System.gc();
		return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
	}
}
