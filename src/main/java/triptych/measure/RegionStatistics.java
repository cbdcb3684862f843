package triptych.measure;

import java.util.Arrays;

import triptych.core.Plane;

/**
 * For each id 0..maxId of a label image: pixels, box, sum of pixel centres and, for each channel of a plane, mean,
 * standard deviation (n-1, as ImageJ's), minimum and maximum of the pixel values. Lengths are in pixels. One pass over
 * the pixels, memory linear in ids.
 */
public final class RegionStatistics {

	private final int[] pixels, minX, minY, maxX, maxY;
	private final double[] sumX, sumY;
	private final boolean[] atBorder;
	private final double[][] mean, squares;
	private final float[][] min, max;

	private RegionStatistics(int ids, int channels) {
		pixels = new int[ids];
		minX = filled(ids);
		minY = filled(ids);
		maxX = new int[ids];
		maxY = new int[ids];
		sumX = new double[ids];
		sumY = new double[ids];
		atBorder = new boolean[ids];
		mean = new double[channels][ids];
		squares = new double[channels][ids];
		min = new float[channels][ids];
		max = new float[channels][ids];
	}

	/** Geometry only. */
	public static RegionStatistics of(int[] labels, int width, int height, int maxId) {
		RegionStatistics s = new RegionStatistics(maxId + 1, 0);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				s.addPixel(labels[y * width + x], x, y, width, height);
		return s;
	}

	/** Geometry and the intensities of every channel of {@code plane}, which has the size of the label image. */
	public static RegionStatistics of(int[] labels, Plane plane, int maxId) {
		int width = plane.width(), height = plane.height(), channels = plane.channels();
		RegionStatistics s = new RegionStatistics(maxId + 1, channels);
		float[] row = new float[width * channels];
		for (int y = 0; y < height; y++) {
			plane.read(0, y, width, 1, row);
			for (int x = 0; x < width; x++) {
				int id = labels[y * width + x];
				if (id == 0) continue;
				s.addPixel(id, x, y, width, height);
				for (int c = 0; c < channels; c++)
					s.addValue(c, id, row[c * width + x]);
			}
		}
		return s;
	}

	private void addPixel(int id, int x, int y, int width, int height) {
		pixels[id]++;
		sumX[id] += x + 0.5;
		sumY[id] += y + 0.5;
		if (x < minX[id]) minX[id] = x;
		if (x > maxX[id]) maxX[id] = x;
		if (y < minY[id]) minY[id] = y;
		if (y > maxY[id]) maxY[id] = y;
		if (x == 0 || y == 0 || x == width - 1 || y == height - 1) atBorder[id] = true;
	}

	/** Welford's update: exact enough for large offsets, where sums of squares lose digits. */
	private void addValue(int c, int id, float v) {
		int n = pixels[id];
		double delta = v - mean[c][id];
		mean[c][id] += delta / n;
		squares[c][id] += delta * (v - mean[c][id]);
		if (n == 1 || v < min[c][id]) min[c][id] = v;
		if (n == 1 || v > max[c][id]) max[c][id] = v;
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
		return pixels[id] == 0 ? 0 : minY[id];
	}

	public int width(int id) {
		return pixels[id] == 0 ? 0 : maxX[id] - minX[id] + 1;
	}

	public int height(int id) {
		return pixels[id] == 0 ? 0 : maxY[id] - minY[id] + 1;
	}

	public double centroidX(int id) {
		return sumX[id] / pixels[id];
	}

	public double centroidY(int id) {
		return sumY[id] / pixels[id];
	}

	/** True where a pixel of the region lies on the image's edge. */
	public boolean touchesBorder(int id) {
		return atBorder[id];
	}

	public int channels() {
		return mean.length;
	}

	public double mean(int channel, int id) {
		return mean[channel][id];
	}

	public double standardDeviation(int channel, int id) {
		return pixels[id] < 2 ? 0 : Math.sqrt(Math.max(0, squares[channel][id]) / (pixels[id] - 1));
	}

	public double min(int channel, int id) {
		return min[channel][id];
	}

	public double max(int channel, int id) {
		return max[channel][id];
	}

	private static int[] filled(int n) {
		int[] a = new int[n];
		Arrays.fill(a, Integer.MAX_VALUE);
		return a;
	}
}
