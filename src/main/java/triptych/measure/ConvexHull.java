package triptych.measure;

import java.util.Arrays;

/**
 * Convex hull of a region from the ends of its rows of pixels: linear, because rows are in order
 * already (the monotone chain of Andrew, 1979, without its sorting). Reused from region to region.
 */
final class ConvexHull {

	/** Rows of corners with their outermost columns. */
	private int[] row = new int[64], left = new int[64], right = new int[64];
	private int rows, n;
	private int[] x = new int[128], y = new int[128];
	private double feret, minFeret;

	void begin() {
		rows = 0;
	}

	/**
	 * Takes a row of pixels from column {@code from} up to before {@code to}; rows come from the top
	 * downwards.
	 */
	void add(int pixelRow, int from, int to) {
		if (rows + 2 > row.length) {
			row = Arrays.copyOf(row, 2 * row.length);
			left = Arrays.copyOf(left, row.length);
			right = Arrays.copyOf(right, row.length);
			x = new int[2 * row.length];
			y = new int[2 * row.length];
		}
		if (rows > 0 && row[rows - 1] == pixelRow) {
			left[rows - 1] = Math.min(left[rows - 1], from);
			right[rows - 1] = Math.max(right[rows - 1], to);
		}
		else addCorners(pixelRow, from, to);
		addCorners(pixelRow + 1, from, to);
	}

	private void addCorners(int y, int from, int to) {
		row[rows] = y;
		left[rows] = from;
		right[rows++] = to;
	}

	/** Down the left side, up the right one. */
	void close() {
		n = 0;
		for (int i = 0; i < rows; i++)
			push(left[i], row[i], 0);
		int bottom = n - 1;
		for (int i = rows - 1; i >= 0; i--)
			push(right[i], row[i], bottom);
		// The first point may lie on the line from the last to the second one.
		if (n > 3 && turn(n - 2, x[n - 1], y[n - 1], x[0], y[0]) <= 0) n--;
	}

	private void push(int px, int py, int least) {
		if (n > 0 && x[n - 1] == px && y[n - 1] == py) return;
		while (n >= least + 2 && turn(n - 2, x[n - 1], y[n - 1], px, py) <= 0) n--;
		x[n] = px;
		y[n++] = py;
	}

	/** Positive where the way from point i over (bx, by) to (cx, cy) bends towards the inside. */
	private long turn(int i, int bx, int by, int cx, int cy) {
		return (long) (by - y[i]) * (cx - bx) - (long) (bx - x[i]) * (cy - by);
	}

	/** In square pixels. */
	double area() {
		long twice = 0;
		for (int i = 0, j = n - 1; i < n; j = i++)
			twice += (long) x[j] * y[i] - (long) x[i] * y[j];
		return Math.abs(twice) / 2.0;
	}

	/**
	 * Finds the largest distance of two points, and the smallest of the widths across the sides, one
	 * of which the narrowest pair of parallel lines always touches. The point farthest from a side
	 * goes around as the sides do (Shamos, 1978), and every pair of points that may be the largest
	 * comes by.
	 */
	void measure(double pixelWidth, double pixelHeight) {
		double longest = 0;
		minFeret = Double.MAX_VALUE;
		for (int i = 0, j = n - 1, far = 0; i < n; j = i++) {
			longest = Math.max(longest, squared(j, far, pixelWidth, pixelHeight));
			int twin = far;
			long height = turn(j, x[i], y[i], x[far], y[far]), higher;
			for (int k = after(far); (higher = turn(j, x[i], y[i], x[k], y[k])) >= height; k = after(k)) {
				longest = Math.max(longest, squared(j, k, pixelWidth, pixelHeight));
				twin = higher == height ? far : k;
				far = k;
				height = higher;
			}
			// The width times the side, but for rounding; most sides need no closer look.
			double side = Math.sqrt(squared(i, j, pixelWidth, pixelHeight));
			if (height * pixelWidth * pixelHeight < 1.000001 * minFeret * side)
				minFeret = Math.min(minFeret, Math.max(width(j, i, far, pixelWidth, pixelHeight),
					width(j, i, twin, pixelWidth, pixelHeight)));
		}
		feret = Math.sqrt(longest);
	}

	/** Distance of point k from the line through points j and i. */
	private double width(int j, int i, int k, double pixelWidth, double pixelHeight) {
		double nx = (y[i] - y[j]) * pixelHeight, ny = (x[j] - x[i]) * pixelWidth;
		double length = Math.sqrt(nx * nx + ny * ny);
		nx *= pixelWidth / length;
		ny *= pixelHeight / length;
		return Math.abs((x[k] - x[i]) * nx + (y[k] - y[i]) * ny);
	}

	private int after(int i) {
		return i + 1 == n ? 0 : i + 1;
	}

	private double squared(int i, int j, double pixelWidth, double pixelHeight) {
		double dx = (x[i] - x[j]) * pixelWidth, dy = (y[i] - y[j]) * pixelHeight;
		return dx * dx + dy * dy;
	}

	double feret() {
		return feret;
	}

	double minFeret() {
		return minFeret;
	}
}
