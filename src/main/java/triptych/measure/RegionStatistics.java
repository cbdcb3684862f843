package triptych.measure;

import java.util.Arrays;

import triptych.core.Plane;

/**
 * For each id 0..maxId of a label image: pixels, box, centre, second moments and, for each channel of a plane, mean,
 * standard deviation (n-1, as ImageJ's), minimum and maximum of the pixel values. Lengths are in pixels. One pass over
 * the runs of equal pixels, memory linear in ids.
 */
public final class RegionStatistics {

	private final int[] pixels, minX, minY, maxX, maxY;
	/** Sums over x - minX of the first row and y - minY: whole numbers, so exact, and small, so their squares are too. */
	private final int[] originX;
	private final double[] sumX, sumY, sumXX, sumYY, sumXY;
	private final boolean[] atBorder;
	/** Sums of values less the first one of the region: exact enough for large offsets, where plain squares lose digits. */
	private final double[][] sum, squares;
	private final float[][] first, min, max;

	private RegionStatistics(int ids, int channels) {
		pixels = new int[ids];
		minX = new int[ids];
		Arrays.fill(minX, Integer.MAX_VALUE);
		minY = new int[ids];
		maxX = new int[ids];
		maxY = new int[ids];
		originX = new int[ids];
		sumX = new double[ids];
		sumY = new double[ids];
		sumXX = new double[ids];
		sumYY = new double[ids];
		sumXY = new double[ids];
		atBorder = new boolean[ids];
		sum = new double[channels][ids];
		squares = new double[channels][ids];
		first = new float[channels][ids];
		min = new float[channels][ids];
		max = new float[channels][ids];
	}

	/** Geometry only. */
	public static RegionStatistics of(int[] labels, int width, int height, int maxId) {
		RegionStatistics s = new RegionStatistics(maxId + 1, 0);
		for (int y = 0; y < height; y++)
			s.addRow(labels, y, width, height, null);
		return s;
	}

	/** Geometry and the intensities of every channel of {@code plane}, which has the size of the label image. */
	public static RegionStatistics of(int[] labels, Plane plane, int maxId) {
		int width = plane.width(), height = plane.height();
		RegionStatistics s = new RegionStatistics(maxId + 1, plane.channels());
		float[] row = new float[width * plane.channels()];
		for (int y = 0; y < height; y++) {
			plane.read(0, y, width, 1, row);
			s.addRow(labels, y, width, height, row);
		}
		return s;
	}

	private void addRow(int[] labels, int y, int width, int height, float[] values) {
		int row = y * width;
		for (int x = 0; x < width;) {
			int id = labels[row + x], start = x;
			while (++x < width && labels[row + x] == id) {}
			if (id == 0) continue;
			boolean isFirst = pixels[id] == 0;
			addRun(id, start, x, y);
			if (y == 0 || y == height - 1 || start == 0 || x == width) atBorder[id] = true;
			if (values != null) for (int c = 0; c < sum.length; c++)
				addValues(c, id, values, c * width + start, c * width + x, isFirst);
		}
	}

	/** Pixels from x up to before end. */
	private void addRun(int id, int x, int end, int y) {
		if (pixels[id] == 0) {
			minY[id] = y;
			originX[id] = x;
		}
		long n = end - x, a = x - originX[id], b = a + n - 1, dy = y - minY[id];
		pixels[id] += (int) n;
		double across = (a + b) * n / 2.0;
		sumX[id] += across;
		sumXX[id] += squaresUpTo(b) - squaresUpTo(a - 1);
		sumY[id] += dy * n;
		sumYY[id] += (double) dy * dy * n;
		sumXY[id] += across * dy;
		if (x < minX[id]) minX[id] = x;
		if (end - 1 > maxX[id]) maxX[id] = end - 1;
		maxY[id] = y;
	}

	/** 0 + 1 + 4 + ... + n * n, continued below 0 as the polynomial goes, so that differences hold there too. */
	private static double squaresUpTo(long n) {
		return n * (n + 1.0) * (2.0 * n + 1) / 6;
	}

	private void addValues(int c, int id, float[] values, int from, int to, boolean isFirst) {
		if (isFirst) first[c][id] = min[c][id] = max[c][id] = values[from];
		float lowest = min[c][id], highest = max[c][id];
		double shift = first[c][id], s = 0, q = 0;
		for (int i = from; i < to; i++) {
			float v = values[i];
			double d = v - shift;
			s += d;
			q += d * d;
			if (v < lowest) lowest = v;
			if (v > highest) highest = v;
		}
		min[c][id] = lowest;
		max[c][id] = highest;
		sum[c][id] += s;
		squares[c][id] += q;
	}

	/** Largest id that there may be. */
	public int maxId() {
		return pixels.length - 1;
	}

	public int pixels(int id) {
		return pixels[id];
	}

	/** Left edge of the box. */
	public int x(int id) {
		return pixels[id] == 0 ? 0 : minX[id];
	}

	/** Top edge of the box. */
	public int y(int id) {
		return minY[id];
	}

	public int width(int id) {
		return pixels[id] == 0 ? 0 : maxX[id] - minX[id] + 1;
	}

	public int height(int id) {
		return pixels[id] == 0 ? 0 : maxY[id] - minY[id] + 1;
	}

	public double centroidX(int id) {
		return originX[id] + sumX[id] / pixels[id] + 0.5;
	}

	public double centroidY(int id) {
		return minY[id] + sumY[id] / pixels[id] + 0.5;
	}

	/** Variance along x in square pixels; a pixel is a square, not a point, which gives the 1/12. */
	double varianceX(int id) {
		double mean = sumX[id] / pixels[id];
		return sumXX[id] / pixels[id] - mean * mean + 1 / 12.0;
	}

	double varianceY(int id) {
		double mean = sumY[id] / pixels[id];
		return sumYY[id] / pixels[id] - mean * mean + 1 / 12.0;
	}

	double covariance(int id) {
		return sumXY[id] / pixels[id] - sumX[id] / pixels[id] * (sumY[id] / pixels[id]);
	}

	/** True where a pixel of the region lies on the image's edge. */
	public boolean touchesBorder(int id) {
		return atBorder[id];
	}

	public int channels() {
		return sum.length;
	}

	public double mean(int channel, int id) {
		return first[channel][id] + sum[channel][id] / pixels[id];
	}

	public double standardDeviation(int channel, int id) {
		int n = pixels[id];
		if (n < 2) return 0;
		double s = sum[channel][id];
		return Math.sqrt(Math.max(0, squares[channel][id] - s * s / n) / (n - 1));
	}

	public double min(int channel, int id) {
		return min[channel][id];
	}

	public double max(int channel, int id) {
		return max[channel][id];
	}
}
