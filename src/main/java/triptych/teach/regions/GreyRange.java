package triptych.teach.regions;

import java.util.Arrays;
import java.util.List;

import triptych.core.Plane;

/**
 * Between which grey values images lie but for a few pixels: the mean of their 1st and of their
 * 99.8th percentiles, 1 being full brightness. Grey is the mean of the channels.
 *
 * @param width above 0
 */
record GreyRange(double low, double width) {

	/** For graphs of which only the shape counts. */
	static final GreyRange FULL = new GreyRange(0, 1);

	private static final double LOW = 0.01, HIGH = 0.998, LEAST = 0.01;
	private static final int ROWS = 256, COLUMNS = 1024;

	/** Of one plane, by at most so many rows and columns of it. */
	static GreyRange of(Plane plane) {
		int w = plane.width(), h = plane.height(), channels = plane.channels();
		int down = (h + ROWS - 1) / ROWS, across = (w + COLUMNS - 1) / COLUMNS;
		float[] row = new float[w * channels], grey = new float[((h + down - 1) / down)
			* ((w + across - 1) / across)];
		int n = 0;
		for (int y = 0; y < h; y += down) {
			plane.read(0, y, w, 1, row);
			for (int x = 0; x < w; x += across) {
				float sum = 0;
				for (int c = 0; c < channels; c++)
					sum += row[c * w + x];
				grey[n++] = sum / channels;
			}
		}
		Arrays.sort(grey);
		double full = plane.maxValue(), low = grey[(int) (LOW * (n - 1))] / full,
			high = grey[(int) Math.round(HIGH * (n - 1))] / full;
		return new GreyRange(low, Math.max(LEAST, high - low));
	}

	/** @param ranges at least one */
	static GreyRange mean(List<GreyRange> ranges) {
		double low = ranges.stream().mapToDouble(GreyRange::low).average().orElse(0);
		return new GreyRange(low, ranges.stream().mapToDouble(GreyRange::width).average().orElse(1));
	}
}
