package triptych.measure;

import java.util.Arrays;

import triptych.core.Plane;

/**
 * For each id 0..maxId of a label image: pixels, box, centre, second moments and, for each channel
 * of a plane, mean, standard deviation (n-1, as ImageJ's), minimum and maximum of the pixel values.
 * Lengths are in pixels. One pass over the runs of each id, which threads share out; memory linear
 * in ids.
 */
public final class RegionStatistics {

	private final int[] pixels, minX, minY, maxX, maxY;
	/**
	 * Sums over x - minX of the first row and y - minY: whole numbers, so exact, and small, so their
	 * squares are too.
	 */
	private final int[] originX;
	private final double[] sumX, sumY, sumXX, sumYY, sumXY;
	private final boolean[] atBorder;
	/**
	 * Sums of values less the first one of the region: exact enough for large offsets, where plain
	 * squares lose digits.
	 */
	private final double[][] sum, squares;
	private final float[][] first, min, max;
	/** Pixels of a region whose value is a finite number; only those count, as in ImageJ. */
	private final int[][] valued;

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
		valued = new int[channels][ids];
	}

	/** Geometry only. */
	public static RegionStatistics of(int[] labels, int width, int height, int maxId) {
		return of(LabelRuns.of(labels, width, height), maxId);
	}

	/** Geometry only. */
	public static RegionStatistics of(LabelRuns runs, int maxId) {
		RegionStatistics s = new RegionStatistics(maxId + 1, 0);
		runs.eachValue(maxId, (byValue, from, to) -> {
			for (int id = from; id < to; id++)
				s.addGeometry(id, byValue, runs.width(), runs.height());
		});
		return s;
	}

	/**
	 * Geometry and the intensities of every channel of {@code plane}, which has the size of the label
	 * image.
	 */
	public static RegionStatistics of(int[] labels, Plane plane, int maxId) {
		return of(LabelRuns.of(labels, plane.width(), plane.height()), plane, maxId);
	}

	/**
	 * Geometry and the intensities of every channel of {@code plane}, which has the size of the label
	 * image.
	 */
	public static RegionStatistics of(LabelRuns runs, Plane plane, int maxId) {
		RegionStatistics s = new RegionStatistics(maxId + 1, plane.channels());
		runs.eachValue(maxId, (byValue, from, to) -> {
			float[] values = new float[plane.width() * plane.channels()];
			for (int id = from; id < to; id++) {
				s.addGeometry(id, byValue, runs.width(), runs.height());
				s.addIntensities(id, byValue, plane, values);
			}
		});
		return s;
	}

	private void addGeometry(int id, LabelRuns.ByValue runs, int width, int height) {
		int from = runs.first()[id], to = runs.first()[id + 1];
		if (from == to) return;
		int top = runs.y()[from], origin = runs.x()[from], left = Integer.MAX_VALUE, right = 0;
		int count = 0;
		double sx = 0, sxx = 0, sy = 0, syy = 0, sxy = 0;
		for (int k = from; k < to; k++) {
			int x = runs.x()[k], end = runs.end()[k];
			long n = end - x, a = x - origin, dy = runs.y()[k] - top;
			// Sums of a, a + 1, ... and of their squares; whole numbers, so nothing is rounded.
			long across = n * (2 * a + n - 1) / 2;
			count += (int) n;
			sx += across;
			sxx += n * a * a + a * n * (n - 1) + (n - 1) * n * (2 * n - 1) / 6;
			sy += dy * n;
			syy += dy * dy * n;
			sxy += across * dy;
			left = Math.min(left, x);
			right = Math.max(right, end);
		}
		pixels[id] = count;
		originX[id] = origin;
		minX[id] = left;
		minY[id] = top;
		maxX[id] = right - 1;
		maxY[id] = runs.y()[to - 1];
		sumX[id] = sx;
		sumXX[id] = sxx;
		sumY[id] = sy;
		sumYY[id] = syy;
		sumXY[id] = sxy;
		atBorder[id] = left == 0 || right == width || top == 0 || maxY[id] == height - 1;
	}

	private void addIntensities(int id, LabelRuns.ByValue runs, Plane plane, float[] values) {
		for (int k = runs.first()[id]; k < runs.first()[id + 1]; k++) {
			int n = runs.end()[k] - runs.x()[k];
			plane.read(runs.x()[k], runs.y()[k], n, 1, values);
			for (int c = 0; c < sum.length; c++)
				addValues(c, id, values, c * n, (c + 1) * n);
		}
	}

	private void addValues(int c, int id, float[] values, int from, int to) {
		int n = valued[c][id], i = from;
		if (n == 0) {
			while (i < to && !Float.isFinite(values[i])) i++;
			if (i == to) return;
			first[c][id] = min[c][id] = max[c][id] = values[i];
		}
		float lowest = min[c][id], highest = max[c][id];
		double shift = first[c][id], s = 0, q = 0;
		for (; i < to; i++) {
			float v = values[i];
			if (!Float.isFinite(v)) continue;
			n++;
			double d = v - shift;
			s += d;
			q += d * d;
			if (v < lowest) lowest = v;
			if (v > highest) highest = v;
		}
		valued[c][id] = n;
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
		return first[channel][id] + sum[channel][id] / valued[channel][id];
	}

	public double standardDeviation(int channel, int id) {
		int n = valued[channel][id];
		if (n == 0) return Double.NaN;
		if (n < 2) return 0;
		double s = sum[channel][id];
		return Math.sqrt(Math.max(0, squares[channel][id] - s * s / n) / (n - 1));
	}

	public double min(int channel, int id) {
		return valued[channel][id] == 0 ? Double.NaN : min[channel][id];
	}

	public double max(int channel, int id) {
		return valued[channel][id] == 0 ? Double.NaN : max[channel][id];
	}
}
