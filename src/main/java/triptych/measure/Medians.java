package triptych.measure;

import java.util.Arrays;

import triptych.core.Plane;

/**
 * The median of the pixel values in each region of a label image, for each channel: of an even
 * number the mean of the two in the middle. (ImageJ does so for 32-bit images; of 8-bit and 16-bit
 * ones it takes the upper of the two.) What is no finite number does not count. The values of all
 * regions are gathered region by region and sorted there; memory linear in the pixels of the
 * regions.
 */
public final class Medians {

	private final double[][] median;

	private Medians(int channels, int ids) {
		median = new double[channels][ids];
	}

	/**
	 * @param regions of the same label image
	 * @param upper true for ImageJ's rule for whole numbers: the upper of the two in the middle
	 */
	public static Medians of(int[] labels, Plane plane, RegionStatistics regions, boolean upper) {
		int width = plane.width(), channels = plane.channels();
		int[] start = new int[regions.maxId() + 2];
		for (int id = 1; id <= regions.maxId(); id++)
			start[id + 1] = start[id] + regions.pixels(id);
		Medians medians = new Medians(channels, regions.maxId() + 1);
		float[] row = new float[width * channels], values = new float[start[regions.maxId() + 1]];
		for (int c = 0; c < channels; c++) {
			int[] next = start.clone();
			for (int y = 0; y < plane.height(); y++) {
				plane.read(0, y, width, 1, row);
				for (int x = 0; x < width; x++) {
					int id = labels[y * width + x];
					if (id != 0 && Float.isFinite(row[c * width + x]))
						values[next[id]++] = row[c * width + x];
				}
			}
			for (int id = 1; id <= regions.maxId(); id++)
				medians.median[c][id] = middle(values, start[id], next[id], upper);
		}
		return medians;
	}

	private static double middle(float[] values, int from, int to, boolean upper) {
		if (from == to) return Double.NaN;
		Arrays.sort(values, from, to);
		int n = to - from, middle = from + n / 2;
		return n % 2 == 1 || upper ? values[middle]
			: (values[middle - 1] + (double) values[middle]) / 2;
	}

	public double median(int channel, int id) {
		return median[channel][id];
	}
}
