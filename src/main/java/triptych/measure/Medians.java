package triptych.measure;

import java.util.Arrays;

import triptych.core.IdIndex;
import triptych.core.Plane;

/**
 * The median of the pixel values in each region of a label image, for each channel: of an even
 * number the mean of the two in the middle. (ImageJ does so for 32-bit images; of 8-bit and 16-bit
 * ones it takes the upper of the two.) What is no finite number does not count. The values of all
 * regions are gathered region by region and sorted there; memory linear in the pixels of the
 * regions.
 */
public final class Medians {

	private final IdIndex ids;
	private final double[][] median;

	private Medians(int channels, IdIndex ids) {
		this.ids = ids;
		median = new double[channels][ids.count() + 1];
	}

	/**
	 * @param regions of the same label image
	 * @param upper true for ImageJ's rule for whole numbers: the upper of the two in the middle
	 */
	public static Medians of(int[] labels, Plane plane, RegionStatistics regions, boolean upper) {
		int width = plane.width(), channels = plane.channels(), ids = regions.ids().count();
		int[] start = new int[ids + 2];
		for (int p = 1; p <= ids; p++)
			start[p + 1] = start[p] + regions.pixels(regions.ids().id(p));
		Medians medians = new Medians(channels, regions.ids());
		float[] row = new float[width * channels], values = new float[start[ids + 1]];
		for (int c = 0; c < channels; c++) {
			int[] next = start.clone();
			for (int y = 0; y < plane.height(); y++) {
				plane.read(0, y, width, 1, row);
				for (int x = 0, last = 0, place = 0; x < width; x++) {
					int id = labels[y * width + x];
					// Neighbours mostly share their object.
					if (id != last) place = regions.ids().place(id);
					last = id;
					if (id != 0 && Float.isFinite(row[c * width + x]))
						values[next[place]++] = row[c * width + x];
				}
			}
			for (int p = 1; p <= ids; p++)
				medians.median[c][p] = middle(values, start[p], next[p], upper);
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
		return median[channel][ids.place(id)];
	}
}
