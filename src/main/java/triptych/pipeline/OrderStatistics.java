package triptych.pipeline;

import triptych.core.Plane;

/**
 * Exact percentiles of one channel of a plane, by two passes of 65,536 counters over the bits of the values (in an
 * order-keeping form): linear in pixels, no copy of the plane, the same for every pixel type. Between two ranks the
 * value is interpolated linearly, as numpy does by default.
 */
final class OrderStatistics {

	private static final int BLOCK_ROWS = 64;

	private OrderStatistics() {}

	static double[] percentiles(Plane plane, int channel, double[] percents) {
		long n = (long) plane.width() * plane.height();
		long[] high = histogram(plane, channel, -1);
		double[] out = new double[percents.length];
		for (int i = 0; i < percents.length; i++) {
			double rank = percents[i] / 100 * (n - 1);
			long below = (long) Math.floor(rank);
			double a = valueAt(plane, channel, high, below);
			double b = below + 1 < n && rank > below ? valueAt(plane, channel, high, below + 1) : a;
			out[i] = a + (rank - below) * (b - a);
		}
		return out;
	}

	private static double valueAt(Plane plane, int channel, long[] high, long rank) {
		int bin = 0;
		while (rank >= high[bin]) rank -= high[bin++];
		long[] low = histogram(plane, channel, bin);
		int rest = 0;
		while (rank >= low[rest]) rank -= low[rest++];
		int key = bin << 16 | rest;
		return Float.intBitsToFloat(key < 0 ? key ^ 0x80000000 : ~key);
	}

	/** Counts the upper 16 bits of the keys, or the lower 16 of those whose upper ones equal {@code bin}. */
	private static long[] histogram(Plane plane, int channel, int bin) {
		long[] counts = new long[1 << 16];
		int width = plane.width();
		float[] block = new float[plane.channels() * width * Math.min(BLOCK_ROWS, plane.height())];
		for (int y = 0; y < plane.height(); y += BLOCK_ROWS) {
			int rows = Math.min(BLOCK_ROWS, plane.height() - y);
			plane.read(0, y, width, rows, block);
			for (int i = channel * width * rows, end = i + width * rows; i < end; i++) {
				int bits = Float.floatToRawIntBits(block[i] + 0f);
				int key = bits < 0 ? ~bits : bits ^ 0x80000000;
				if (bin < 0) counts[key >>> 16]++;
				else if (key >>> 16 == bin) counts[key & 0xffff]++;
			}
		}
		return counts;
	}
}
