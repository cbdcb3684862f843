package triptych.pipeline.prepare;

import triptych.core.Plane;

/**
 * Exact percentiles of one channel of a plane: linear in pixels, no copy of the plane, the same for
 * every pixel type. Between two ranks the value is interpolated linearly, as numpy does by default.
 */
final class Percentiles {

	private static final int BLOCK_ROWS = 64;

	private Percentiles() {}

	static double[] percentiles(Plane plane, int channel, double[] percents) {
		return percentiles(plane, Padding.none(plane.width(), plane.height()), channel, percents);
	}

	/** @param image the pixels that count */
	static double[] percentiles(Plane plane, Padding image, int channel, double[] percents) {
		long n = (long) plane.width() * plane.height() - image.left();
		long[] ranks = new long[2 * percents.length];
		for (int i = 0; i < ranks.length; i++)
			ranks[i] = Math.min(n - 1, (long) Math.floor(percents[i / 2] / 100 * (n - 1)) + i % 2);
		double[] at = Ranked.at(row -> each(plane, image, channel, row), ranks);
		double[] out = new double[percents.length];
		for (int i = 0; i < percents.length; i++) {
			double below = at[2 * i], above = at[2 * i + 1];
			out[i] = below + (percents[i] / 100 * (n - 1) - ranks[2 * i]) * (above - below);
		}
		return out;
	}

	private static boolean each(Plane plane, Padding image, int channel, Ranked.Row row) {
		int width = plane.width();
		float[] block = new float[plane.channels() * width * Math.min(BLOCK_ROWS, plane.height())];
		for (int y = 0; y < plane.height(); y += BLOCK_ROWS) {
			int rows = Math.min(BLOCK_ROWS, plane.height() - y);
			plane.read(0, y, width, rows, block);
			for (int j = 0; j < rows; j++) {
				int start = (channel * rows + j) * width;
				if (!row.take(block, start + image.from()[y + j], start + image.to()[y + j])) return false;
			}
		}
		return true;
	}
}
