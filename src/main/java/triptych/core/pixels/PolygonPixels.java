package triptych.core.pixels;

import java.util.Arrays;

/**
 * The pixels of a polygon by COCO's rule (cocoapi, maskApi): the outline is walked on a grid five
 * times finer, and in each column the pixels between its crossings of the column's middle are
 * inside. Pixel for pixel what COCO's own tools make of an annotation, which an evaluation against
 * COCO's numbers needs.
 */
public final class PolygonPixels {

	private static final int FINER = 5;

	private final int width, height;

	/** Crossings as pixels counted down column after column. */
	private int[] crossings = new int[64];

	private int size;

	/** The last point of the walk, on the finer grid. */
	private int lastX, lastY;

	private boolean started;

	private PolygonPixels(int width, int height) {
		this.width = width;
		this.height = height;
	}

	/**
	 * @param xy corners as x, y, x, y ... in image pixels, the last joined to the first
	 * @param width and {@code height}: of the image, beyond which nothing is inside
	 */
	public static RunMask of(double[] xy, int width, int height) {
		PolygonPixels pixels = new PolygonPixels(width, height);
		int n = xy.length / 2;
		for (int i = 0; i < n; i++) {
			int next = (i + 1) % n;
			pixels.edge(fine(xy[2 * i]), fine(xy[2 * i + 1]), fine(xy[2 * next]), fine(xy[2 * next + 1]));
		}
		return pixels.filled();
	}

	private static int fine(double v) {
		return (int) (FINER * v + 0.5);
	}

	/** Walks an edge, a step for each finer column or, where it is steep, row. */
	private void edge(int x1, int y1, int x2, int y2) {
		int dx = Math.abs(x2 - x1), dy = Math.abs(y2 - y1);
		boolean flat = dx >= dy, backwards = flat ? x1 > x2 : y1 > y2;
		int fromX = backwards ? x2 : x1, fromY = backwards ? y2 : y1;
		int steps = Math.max(dx, dy);
		double slope = 0;
		if (steps > 0) {
			int rise = flat ? y2 - y1 : x2 - x1;
			slope = (double) (backwards ? -rise : rise) / steps;
		}
		for (int k = 0; k <= steps; k++) {
			int t = backwards ? steps - k : k;
			if (flat) point(fromX + t, (int) (fromY + slope * t + 0.5));
			else point((int) (fromX + slope * t + 0.5), fromY + t);
		}
	}

	private void point(int px, int py) {
		if (started && px != lastX) cross(Math.min(px, lastX), Math.min(py, lastY));
		lastX = px;
		lastY = py;
		started = true;
	}

	/** Notes a step between two finer columns where it passes the middle of a column of pixels. */
	private void cross(int fineX, int fineY) {
		int past = fineX - FINER / 2;
		if (past < 0 || past % FINER != 0 || past / FINER >= width) return;
		double row = Math.ceil((fineY + 0.5) / FINER - 0.5);
		if (size == crossings.length) crossings = Arrays.copyOf(crossings, 2 * size);
		crossings[size++] = past / FINER * height + (int) Math.max(0, Math.min(height, row));
	}

	private RunMask filled() {
		int[] edges = Arrays.copyOf(crossings, size + size % 2);
		if (size % 2 == 1) edges[size] = width * height;
		Arrays.sort(edges);
		return RunMask.ofColumns(edges, height);
	}
}
