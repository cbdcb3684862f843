package triptych.measure;

import java.util.Arrays;

/**
 * Convex hull of the corners of a region's outlines, from the leftmost and rightmost corner of each row: linear, because
 * rows are in order already (the monotone chain of Andrew, 1979, without its sorting). Reused from region to region.
 */
final class ConvexHull {

	private int top, rows, n;
	private int[] left = new int[64], right = new int[64], x = new int[128], y = new int[128];

	/** A region whose box begins at row {@code top}. */
	void begin(int top, int height) {
		this.top = top;
		rows = height + 1;
		if (left.length < rows) {
			left = new int[2 * rows];
			right = new int[2 * rows];
			x = new int[4 * rows];
			y = new int[4 * rows];
		}
		Arrays.fill(left, 0, rows, Integer.MAX_VALUE);
		Arrays.fill(right, 0, rows, Integer.MIN_VALUE);
	}

	/** Takes the corners of all loops of a region. */
	void add(Outlines outlines) {
		for (int i = 0, all = outlines.first(outlines.loops()); i < all; i++) {
			int row = outlines.cornerY(i) - top, cx = outlines.cornerX(i);
			if (cx < left[row]) left[row] = cx;
			if (cx > right[row]) right[row] = cx;
		}
	}

	/** Down the left side, up the right one. */
	void close() {
		n = 0;
		for (int row = 0; row < rows; row++)
			if (left[row] != Integer.MAX_VALUE) push(left[row], top + row, 0);
		int bottom = n - 1;
		for (int row = rows - 1; row >= 0; row--)
			if (right[row] != Integer.MIN_VALUE) push(right[row], top + row, bottom);
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

	/** Largest distance of two of its points. */
	double feret(double pixelWidth, double pixelHeight) {
		double most = 0;
		for (int i = 0; i < n; i++)
			for (int j = i + 1; j < n; j++) {
				double dx = (x[i] - x[j]) * pixelWidth, dy = (y[i] - y[j]) * pixelHeight;
				most = Math.max(most, dx * dx + dy * dy);
			}
		return Math.sqrt(most);
	}

	/** Smallest of the widths across its sides, one of which the narrowest pair of parallel lines always touches. */
	double minFeret(double pixelWidth, double pixelHeight) {
		double least = Double.MAX_VALUE;
		for (int i = 0, j = n - 1; i < n; j = i++) {
			double nx = (y[i] - y[j]) * pixelHeight, ny = (x[j] - x[i]) * pixelWidth, most = 0;
			double length = Math.sqrt(nx * nx + ny * ny);
			nx *= pixelWidth / length;
			ny *= pixelHeight / length;
			for (int k = 0; k < n; k++)
				most = Math.max(most, Math.abs((x[k] - x[i]) * nx + (y[k] - y[i]) * ny));
			least = Math.min(least, most);
		}
		return least;
	}
}
