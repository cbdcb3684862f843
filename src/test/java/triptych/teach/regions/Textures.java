package triptych.teach.regions;

import java.util.Random;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * Images of two textures of the same brightness side by side: stripes left, and right of a border
 * that moves from row to row spots.
 */
final class Textures {

	static final int WIDTH = 300, HEIGHT = 220;

	private Textures() {}

	/** The first column of the right texture. */
	static int border(int y) {
		return WIDTH / 2 + (int) (30 * Math.sin(y / 35.0));
	}

	static ImagePlus grey(long seed) {
		return new ImagePlus("textures " + seed, pixels(seed));
	}

	static ImagePlus colour(long seed) {
		return new ImagePlus("textures " + seed, new ColorProcessor(WIDTH, HEIGHT,
			rgb((ByteProcessor) pixels(seed))));
	}

	private static int[] rgb(ByteProcessor grey) {
		int[] rgb = new int[grey.getPixelCount()];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = grey.get(i) << 16 | grey.get(i) / 2 << 8 | 255 - grey.get(i);
		return rgb;
	}

	private static ImageProcessor pixels(long seed) {
		Random random = new Random(seed);
		double phase = random.nextDouble() * 6;
		ByteProcessor pixels = new ByteProcessor(WIDTH, HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				double stripes = Math.sin(phase + 0.9 * x + 0.3 * y);
				double spots = Math.sin(phase + 0.45 * x) * Math.sin(0.45 * y);
				double value = x < border(y) ? 0.7 * stripes : spots;
				pixels.set(x, y, (int) (128 + 60 * value + 12 * random.nextGaussian()));
			}
		return pixels;
	}

	/** Three scribbles, 5 pixels wide, in each texture. */
	static ImagePlus scribbled(ImagePlus image) {
		image.setOverlay(new Overlay());
		for (int k = 0; k < 3; k++) {
			int y = 25 + 75 * k;
			image.getOverlay().add(line("stripes-" + (k + 1), 15, y, 60, y + 12, 95, y - 8));
			image.getOverlay().add(line("spots-" + (k + 1), 200, y, 240, y - 10, 285, y + 9));
		}
		return image;
	}

	static Roi line(String name, float... xy) {
		float[] x = new float[xy.length / 2], y = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = xy[2 * i];
			y[i] = xy[2 * i + 1];
		}
		PolygonRoi line = new PolygonRoi(x, y, Roi.FREELINE);
		line.setStrokeWidth(5);
		line.setName(name);
		return line;
	}

	/** The share of pixels that got their texture, the ids of spots and stripes being 1 and 2. */
	static double right(ImageProcessor classes) {
		int right = 0;
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				if (classes.get(x, y) == (x < border(y) ? 2 : 1)) right++;
		return right / (double) (WIDTH * HEIGHT);
	}
}
