package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

import com.sun.management.OperatingSystemMXBean;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.plugin.ZProjector;
import ij.plugin.filter.Convolver;
import ij.plugin.filter.GaussianBlur;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import triptych.workflow.Triptych;

/**
 * A taught model of regions on a grey image of EDGE x EDGE pixels, the whole command with its label
 * image, beside the filters alone that Trainable Weka Segmentation computes by default (Gaussian,
 * Sobel, Hessian, difference of Gaussians, membrane projections; sigma 1 to 16), without its
 * forest. That plugin is not on Maven Central; its filters are made here with ImageJ's own, which
 * are what it calls, one after the other. Processor time of all threads. The argument is the edge.
 */
public final class RegionFilters {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private static final double[] SIGMAS = { 1, 2, 4, 8, 16 };
	private static final int PATCH = 19, ANGLES = 30;
	private static final int[] PROJECTIONS = { ZProjector.AVG_METHOD, ZProjector.SUM_METHOD,
		ZProjector.SD_METHOD, ZProjector.MEDIAN_METHOD, ZProjector.MAX_METHOD, ZProjector.MIN_METHOD };

	private RegionFilters() {}

	public static void main(String[] args) throws IOException {
		int edge = Integer.parseInt(args[0]);
		ImagePlus small = IJ.openImage("test-images/nuclei.tif");
		ImagePlus large = new ImagePlus("large", tiled(small.getProcessor(), edge));
		Path folder = Files.createTempDirectory("regions");
		mark(small);
		for (String network : new String[]{ "no", "yes" }) {
			String model = Triptych
				.teachRegions(small, "name=x overwrite=yes network=" + network + " save=[" + folder + "]")
				.model()
				.toString();
			String keys = "device=cpu outputs=labels model=[" + model + "]";
			Triptych.segmentRegions(large, keys);
			for (int round = 0; round < 3; round++)
				time("Segment Regions..., network=" + network,
					() -> Triptych.segmentRegions(large, keys).labels().orElseThrow().getWidth());
		}
		FloatProcessor pixels = large.getProcessor().convertToFloatProcessor();
		time("Trainable Weka's default filters without membrane projections", () -> filters(pixels));
		time("membrane projections", () -> membrane(pixels));
		for (String ending : new String[]{ ".onnx", ".md", ".triptych.yaml" })
			Files.delete(folder.resolve("x" + ending));
		Files.delete(folder);
	}

	private static void time(String what, Supplier<Integer> work) {
		long cpu = SYSTEM.getProcessCpuTime(), clock = System.nanoTime();
		work.get();
		System.out.printf(Locale.ROOT, "%s: processor %.1f s, clock %.1f s%n", what,
			(SYSTEM.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - clock) / 1e9);
	}

	private static ByteProcessor tiled(ImageProcessor small, int edge) {
		ByteProcessor large = new ByteProcessor(edge, edge);
		for (int y = 0; y < edge; y++)
			for (int x = 0; x < edge; x++)
				large.set(x, y, small.get(x % small.getWidth(), y % small.getHeight()));
		return large;
	}

	/** Bright and dark places; what is learnt does not change the time. */
	private static void mark(ImagePlus image) {
		image.setOverlay(new Overlay());
		double middle = image.getStatistics().mean;
		for (int y = 10; y < image.getHeight() - 10; y += 23)
			for (int x = 10; x < image.getWidth() - 10; x += 31) {
				Line line = new Line(x, y, x + 3, y);
				line.setName(image.getProcessor().get(x, y) > middle ? "bright" : "dark");
				image.getOverlay().add(line);
			}
	}

	/** @return how many maps were made */
	private static int filters(FloatProcessor pixels) {
		int maps = 1;
		maps += sobel(pixels, 0) + hessian(pixels, 0);
		for (double sigma : SIGMAS) {
			blurred(pixels, sigma);
			maps += 1 + sobel(pixels, sigma) + hessian(pixels, sigma);
		}
		for (int i = 0; i < SIGMAS.length; i++)
			for (int j = 0; j < i; j++) {
				FloatProcessor a = blurred(pixels, SIGMAS[i]), b = blurred(pixels, SIGMAS[j]);
				float[] x = (float[]) a.getPixels(), y = (float[]) b.getPixels();
				for (int k = 0; k < x.length; k++)
					x[k] -= y[k];
				maps++;
			}
		return maps;
	}

	private static FloatProcessor blurred(FloatProcessor pixels, double sigma) {
		FloatProcessor copy = (FloatProcessor) pixels.duplicate();
		// As that plugin scales its sigmas.
		if (sigma > 0) new GaussianBlur().blurGaussian(copy, 0.4 * sigma, 0.4 * sigma, 0.0002);
		return copy;
	}

	private static float[] convolved(FloatProcessor pixels, float... kernel) {
		FloatProcessor copy = (FloatProcessor) pixels.duplicate();
		int size = (int) Math.sqrt(kernel.length);
		Convolver convolver = new Convolver();
		convolver.setNormalize(false);
		convolver.convolveFloat(copy, kernel, size, size);
		return (float[]) copy.getPixels();
	}

	private static float[] acrossOf(FloatProcessor pixels) {
		return convolved(pixels, 1, 2, 1, 0, 0, 0, -1, -2, -1);
	}

	private static float[] downOf(FloatProcessor pixels) {
		return convolved(pixels, 1, 0, -1, 2, 0, -2, 1, 0, -1);
	}

	private static int sobel(FloatProcessor pixels, double sigma) {
		FloatProcessor smooth = blurred(pixels, sigma);
		float[] x = acrossOf(smooth), y = downOf(smooth), map = new float[x.length];
		for (int i = 0; i < map.length; i++)
			map[i] = (float) Math.sqrt(x[i] * x[i] + y[i] * y[i]);
		return 1;
	}

	/**
	 * Module, trace, determinant, both eigenvalues, orientation and two gamma-normalised distances.
	 */
	private static int hessian(FloatProcessor pixels, double sigma) {
		FloatProcessor smooth = blurred(pixels, sigma);
		int w = smooth.getWidth(), h = smooth.getHeight();
		FloatProcessor x = new FloatProcessor(w, h, acrossOf(smooth)),
			y = new FloatProcessor(w, h, downOf(smooth));
		float[] xx = acrossOf(x), xy = downOf(x), yy = downOf(y);
		float[][] maps = new float[8][xx.length];
		for (int i = 0; i < xx.length; i++) {
			double a = xx[i], b = xy[i], d = yy[i], root = Math.sqrt(4 * b * b + (a - d) * (a - d));
			maps[0][i] = (float) Math.sqrt(a * a + b * b + d * d);
			maps[1][i] = (float) (a + d);
			maps[2][i] = (float) (a * d - b * b);
			maps[3][i] = (float) ((a + d + root) / 2);
			maps[4][i] = (float) ((a + d - root) / 2);
			maps[5][i] = (float) Math.acos((a - d) / root);
			maps[6][i] = (float) (Math.pow(1, 4) * (a - d) * (a - d) * ((a - d) * (a - d) + 4 * b * b));
			maps[7][i] = (float) ((a - d) * (a - d) + 4 * b * b);
		}
		return maps.length;
	}

	/** A line of one pixel, turned by 6 degrees each time, and six projections of all turns. */
	private static int membrane(FloatProcessor pixels) {
		FloatProcessor line = new FloatProcessor(PATCH, PATCH);
		for (int y = 0; y < PATCH; y++)
			line.setf(PATCH / 2, y, 1);
		ImageStack turned = new ImageStack(pixels.getWidth(), pixels.getHeight());
		for (int k = 0; k < ANGLES; k++) {
			FloatProcessor kernel = (FloatProcessor) line.duplicate();
			kernel.setInterpolationMethod(ImageProcessor.BILINEAR);
			kernel.rotate(k * 180.0 / ANGLES);
			FloatProcessor copy = (FloatProcessor) pixels.duplicate();
			new Convolver().convolveFloat(copy, (float[]) kernel.getPixels(), PATCH, PATCH);
			turned.addSlice(copy);
		}
		ImagePlus stack = new ImagePlus("turned", turned);
		for (int method : PROJECTIONS) {
			ZProjector projector = new ZProjector(stack);
			projector.setMethod(method);
			projector.doProjection();
		}
		return PROJECTIONS.length;
	}
}
