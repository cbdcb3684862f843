package triptych.pipeline.prepare;

import java.util.Arrays;

import triptych.core.Plane;

/**
 * Which part of each row is image and not padding: the exactly constant frame or corners that
 * stitching, registration and rotation leave. A background that a camera clipped to one value is
 * no padding, so three things must hold: the value fills a stretch of an edge of the plane, it is
 * rare in the rest, and the rest is as straight as an image is (a rectangle, turned or not).
 *
 * @param from for each row its first pixel of the image
 * @param to for each row the pixel behind its last one, or {@code from} where it has none
 * @param left number of pixels that are padding
 * @param value of the padding in each channel
 */
record Padding(int[] from, int[] to, long left, float[] value) {

	/** A disc fills 0.785 of its square; a square turned by 45 degrees and cut to size 0.828. */
	private static final double STRAIGHT = 0.81;
	private static final double LEAST = 0.01, RARE = 0.01, LEAST_IMAGE = 0.1;
	private static final int SHORTEST = 16;

	static Padding of(Plane plane) {
		int w = plane.width(), h = plane.height();
		for (int corner = 0; corner < 4; corner++) {
			float[] value = new float[plane.channels()];
			int x = corner % 2 * (w - 1), y = corner / 2 * (h - 1);
			plane.read(x, y, 1, 1, value);
			if (!fillsEdge(plane, value, x, y)) continue;
			Padding padding = around(plane, value);
			if (padding != null) return padding;
		}
		return none(w, h);
	}

	static Padding none(int width, int height) {
		int[] to = new int[height];
		Arrays.fill(to, width);
		return new Padding(new int[height], to, 0, new float[0]);
	}

	private static boolean fillsEdge(Plane plane, float[] value, int x, int y) {
		int across = Math.max(SHORTEST, plane.width() / 20);
		int down = Math.max(SHORTEST, plane.height() / 20);
		if (across > plane.width() || down > plane.height()) return false;
		int left = x == 0 ? 0 : plane.width() - across, top = y == 0 ? 0 : plane.height() - down;
		return holds(plane, value, left, y, across, 1) || holds(plane, value, x, top, 1, down);
	}

	private static boolean holds(Plane plane, float[] value, int x, int y, int w, int h) {
		float[] block = new float[plane.channels() * w * h];
		plane.read(x, y, w, h, block);
		for (int i = 0; i < w * h; i++)
			if (!is(value, block, i, w * h)) return false;
		return true;
	}

	private static boolean is(float[] value, float[] block, int i, int n) {
		for (int c = 0; c < value.length; c++)
			if (block[c * n + i] != value[c]) return false;
		return true;
	}

	/** Null where what lies inside looks like objects on a background and not like an image. */
	private static Padding around(Plane plane, float[] value) {
		int w = plane.width(), h = plane.height();
		int[] from = new int[h], to = new int[h];
		long image = 0, same = 0;
		float[] row = new float[plane.channels() * w];
		for (int y = 0; y < h; y++) {
			plane.read(0, y, w, 1, row);
			int a = 0, b = w;
			while (a < w && is(value, row, a, w)) a++;
			while (b > a && is(value, row, b - 1, w)) b--;
			for (int x = a; x < b; x++)
				if (is(value, row, x, w)) same++;
			from[y] = a;
			to[y] = b;
			image += b - a;
		}
		long all = (long) w * h;
		boolean enough = all - image >= LEAST * all && image >= LEAST_IMAGE * all;
		if (!enough || same > RARE * image || image < STRAIGHT * smallestBox(from, to)) return null;
		return new Padding(from, to, all - image, value);
	}

	/** Area of the smallest rectangle of any direction, in steps of a degree, around all rows. */
	private static double smallestBox(int[] from, int[] to) {
		double smallest = Double.POSITIVE_INFINITY;
		for (int degree = 0; degree < 90; degree++) {
			double c = Math.cos(Math.toRadians(degree)), s = Math.sin(Math.toRadians(degree));
			double[] range = { 1e18, -1e18, 1e18, -1e18 };
			for (int y = 0; y < from.length; y++)
				if (to[y] > from[y]) for (int edge = 0; edge < 2; edge++) {
					widen(range, from[y], y + edge, c, s);
					widen(range, to[y], y + edge, c, s);
				}
			smallest = Math.min(smallest, (range[1] - range[0]) * (range[3] - range[2]));
		}
		return smallest;
	}

	private static void widen(double[] range, int x, int y, double c, double s) {
		double u = x * c + y * s, v = y * c - x * s;
		range[0] = Math.min(range[0], u);
		range[1] = Math.max(range[1], u);
		range[2] = Math.min(range[2], v);
		range[3] = Math.max(range[3], v);
	}
}
