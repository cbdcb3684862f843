package triptych.metrics.pixels;

import java.util.Arrays;

/**
 * The exact Euclidean distance of each pixel to the nearest marked one, in linear time: columns
 * first, then the lower envelope of parabolas along each row (Felzenszwalb and Huttenlocher,
 * Distance transforms of sampled functions, 2012), for pixels of any width and height.
 */
final class DistanceTransform {

	private final int width, height;
	private final double pixelWidth;
	private final double[] squares;

	/**
	 * Parabolas of the envelope of a row: their columns, and where each begins to be the lowest.
	 */
	private final int[] columns;

	private final double[] begins, row;

	private DistanceTransform(int width, int height, double pixelWidth) {
		this.width = width;
		this.height = height;
		this.pixelWidth = pixelWidth;
		this.squares = new double[width * height];
		this.columns = new int[width];
		this.begins = new double[width];
		this.row = new double[width];
	}

	/**
	 * @param marked width * height pixels, row after row
	 * @return the squared distance of each pixel's centre to that of the nearest marked pixel;
	 *     infinite where none is
	 */
	static double[] squared(
			boolean[] marked, int width, int height, double pixelWidth, double pixelHeight) {
		DistanceTransform transform = new DistanceTransform(width, height, pixelWidth);
		transform.alongColumns(marked, pixelHeight);
		for (int y = 0; y < height; y++) transform.alongRow(y * width);
		return transform.squares;
	}

	/** Squared distances within the column: down, then up, row by row for the sake of memory. */
	private void alongColumns(boolean[] marked, double pixelHeight) {
		double[] steps = new double[width];
		Arrays.fill(steps, Double.POSITIVE_INFINITY);
		for (int i = 0, y = 0; y < height; y++)
			for (int x = 0; x < width; x++, i++)
				squares[i] = steps[x] = marked[i] ? 0 : steps[x] + 1;
		Arrays.fill(steps, Double.POSITIVE_INFINITY);
		for (int i = width * height - 1, y = height; y-- > 0; )
			for (int x = width; x-- > 0; i--) {
				steps[x] = marked[i] ? 0 : steps[x] + 1;
				double d = Math.min(squares[i], steps[x]) * pixelHeight;
				squares[i] = d * d;
			}
	}

	private void alongRow(int at) {
		System.arraycopy(squares, at, row, 0, width);
		int n = 0;
		for (int x = 0; x < width; x++) {
			if (row[x] == Double.POSITIVE_INFINITY) continue;
			double begin = Double.NEGATIVE_INFINITY;
			while (n > 0 && (begin = crossing(columns[n - 1], x)) <= begins[n - 1]) n--;
			begins[n] = n == 0 ? Double.NEGATIVE_INFINITY : begin;
			columns[n++] = x;
		}
		if (n == 0) return;
		for (int x = 0, k = 0; x < width; x++) {
			while (k + 1 < n && begins[k + 1] < x) k++;
			double d = (x - columns[k]) * pixelWidth;
			squares[at + x] = row[columns[k]] + d * d;
		}
	}

	/** From which column on the parabola of the right one is lower. */
	private double crossing(int left, int right) {
		double w = pixelWidth * pixelWidth;
		return (row[right] - row[left] + w * ((double) right * right - (double) left * left))
				/ (2 * w * (right - left));
	}
}
