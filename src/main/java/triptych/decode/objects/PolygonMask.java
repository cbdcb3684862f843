package triptych.decode.objects;

import java.util.Arrays;

import triptych.core.Mask;

/** The pixels whose centres lie inside a polygon. */
final class PolygonMask {

	private PolygonMask() {}

	/** Corners in pixels of the image; what lies outside of the image is cut off. */
	static Mask of(double[] x, double[] y, int imageWidth, int imageHeight) {
		int x1 = first(Arrays.stream(x).min().orElse(0)), y1 = first(Arrays.stream(y).min().orElse(0));
		int x2 = Math.min(imageWidth, first(Arrays.stream(x).max().orElse(0)));
		int y2 = Math.min(imageHeight, first(Arrays.stream(y).max().orElse(0)));
		int width = Math.max(0, x2 - x1), height = Math.max(0, y2 - y1);
		byte[] inside = new byte[width * height];
		double[] crossings = new double[x.length];
		for (int j = 0; j < height; j++) {
			int n = crossings(x, y, y1 + j + 0.5, crossings);
			Arrays.sort(crossings, 0, n);
			for (int k = 0; k + 1 < n; k += 2) {
				int from = Math.max(0, first(crossings[k]) - x1);
				int to = Math.min(width, first(crossings[k + 1]) - x1);
				if (to > from) Arrays.fill(inside, j * width + from, j * width + to, (byte) 1);
			}
		}
		return new Mask(x1, y1, width, height, inside);
	}

	/** The first pixel of the image whose centre is not left of a position. */
	private static int first(double at) {
		return (int) Math.max(0, Math.ceil(at - 0.5));
	}

	private static int crossings(double[] x, double[] y, double at, double[] into) {
		int n = 0;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++)
			if (y[i] <= at != y[j] <= at)
				into[n++] = x[i] + (at - y[i]) / (y[j] - y[i]) * (x[j] - x[i]);
		return n;
	}
}
