package triptych.measure;

import java.util.Arrays;

import triptych.core.IdIndex;
import triptych.core.Plane;

/**
 * For each id 0..maxId of a label image: pixels, box, centre, second moments and, for each channel
 * of a plane, mean, standard deviation (n-1, as ImageJ's), minimum and maximum of the pixel values.
 * Lengths are in pixels. One pass over the runs of each id, which threads share out; memory linear
 * in the ids that occur.
 */
public final class RegionStatistics {

	private final IdIndex ids;
	private final int maxId;
	/** All arrays have an element for each place of an id. */
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

	private RegionStatistics(IdIndex index, int maxId, int channels) {
		this.maxId = maxId;
		this.ids = index;
		int ids = index.count() + 1;
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
		IdIndex ids = runs.ids(maxId);
		RegionStatistics s = new RegionStatistics(ids, maxId, 0);
		runs.eachValue(ids, (byValue, from, to) -> {
			for (int p = from; p < to; p++)
				s.addGeometry(p, byValue, runs.width(), runs.height());
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
		IdIndex ids = runs.ids(maxId);
		RegionStatistics s = new RegionStatistics(ids, maxId, plane.channels());
		runs.eachValue(ids, (byValue, from, to) -> {
			float[] values = new float[plane.width() * plane.channels()];
			for (int p = from; p < to; p++) {
				s.addGeometry(p, byValue, runs.width(), runs.height());
				s.addIntensities(p, byValue, plane, values);
			}
		});
		return s;
	}

	private void addGeometry(int p, LabelRuns.ByValue runs, int width, int height) {
		int from = runs.first()[p], to = runs.first()[p + 1];
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
		pixels[p] = count;
		originX[p] = origin;
		minX[p] = left;
		minY[p] = top;
		maxX[p] = right - 1;
		maxY[p] = runs.y()[to - 1];
		sumX[p] = sx;
		sumXX[p] = sxx;
		sumY[p] = sy;
		sumYY[p] = syy;
		sumXY[p] = sxy;
		atBorder[p] = left == 0 || right == width || top == 0 || maxY[p] == height - 1;
	}

	private void addIntensities(int p, LabelRuns.ByValue runs, Plane plane, float[] values) {
		for (int k = runs.first()[p]; k < runs.first()[p + 1]; k++) {
			int n = runs.end()[k] - runs.x()[k];
			plane.read(runs.x()[k], runs.y()[k], n, 1, values);
			for (int c = 0; c < sum.length; c++)
				addValues(c, p, values, c * n, (c + 1) * n);
		}
	}

	private void addValues(int c, int p, float[] values, int from, int to) {
		int n = valued[c][p], i = from;
		if (n == 0) {
			while (i < to && !Float.isFinite(values[i])) i++;
			if (i == to) return;
			first[c][p] = min[c][p] = max[c][p] = values[i];
		}
		float lowest = min[c][p], highest = max[c][p];
		double shift = first[c][p], s = 0, q = 0;
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
		valued[c][p] = n;
		min[c][p] = lowest;
		max[c][p] = highest;
		sum[c][p] += s;
		squares[c][p] += q;
	}

	/** Largest id that there may be. */
	public int maxId() {
		return maxId;
	}

	/** The places of the ids. */
	IdIndex ids() {
		return ids;
	}

	private int at(int id) {
		return ids.place(id);
	}

	public int pixels(int id) {
		return pixels[at(id)];
	}

	/** Left edge of the box. */
	public int x(int id) {
		int p = at(id);
		return pixels[p] == 0 ? 0 : minX[p];
	}

	/** Top edge of the box. */
	public int y(int id) {
		return minY[at(id)];
	}

	public int width(int id) {
		int p = at(id);
		return pixels[p] == 0 ? 0 : maxX[p] - minX[p] + 1;
	}

	public int height(int id) {
		int p = at(id);
		return pixels[p] == 0 ? 0 : maxY[p] - minY[p] + 1;
	}

	public double centroidX(int id) {
		int p = at(id);
		return originX[p] + sumX[p] / pixels[p] + 0.5;
	}

	public double centroidY(int id) {
		int p = at(id);
		return minY[p] + sumY[p] / pixels[p] + 0.5;
	}

	/** Variance along x in square pixels; a pixel is a square, not a point, which gives the 1/12. */
	double varianceX(int id) {
		int p = at(id);
		double mean = sumX[p] / pixels[p];
		return sumXX[p] / pixels[p] - mean * mean + 1 / 12.0;
	}

	double varianceY(int id) {
		int p = at(id);
		double mean = sumY[p] / pixels[p];
		return sumYY[p] / pixels[p] - mean * mean + 1 / 12.0;
	}

	double covariance(int id) {
		int p = at(id);
		return sumXY[p] / pixels[p] - sumX[p] / pixels[p] * (sumY[p] / pixels[p]);
	}

	/** True where a pixel of the region lies on the image's edge. */
	public boolean touchesBorder(int id) {
		return atBorder[at(id)];
	}

	public int channels() {
		return sum.length;
	}

	public double mean(int channel, int id) {
		int p = at(id);
		return first[channel][p] + sum[channel][p] / valued[channel][p];
	}

	public double standardDeviation(int channel, int id) {
		int p = at(id);
		int n = valued[channel][p];
		if (n == 0) return Double.NaN;
		if (n < 2) return 0;
		double s = sum[channel][p];
		return Math.sqrt(Math.max(0, squares[channel][p] - s * s / n) / (n - 1));
	}

	public double min(int channel, int id) {
		int p = at(id);
		return valued[channel][p] == 0 ? Double.NaN : min[channel][p];
	}

	public double max(int channel, int id) {
		int p = at(id);
		return valued[channel][p] == 0 ? Double.NaN : max[channel][p];
	}
}
