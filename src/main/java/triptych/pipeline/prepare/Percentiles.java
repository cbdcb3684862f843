package triptych.pipeline.prepare;

import triptych.core.Plane;

/**
 * Exact percentiles of one channel of a plane, by two passes of 65,536 counters over the bits of
 * the values (in an order-keeping form): linear in pixels, no copy of the plane, the same for every
 * pixel type. Between two ranks the value is interpolated linearly, as numpy does by default.
 */
final class Percentiles {

	private static final int BLOCK_ROWS = 64, BINS = 1 << 16;

	private Percentiles() {}

	static double[] percentiles(Plane plane, int channel, double[] percents) {
		return percentiles(plane, Padding.none(plane.width(), plane.height()), channel, percents);
	}

	/** @param image the pixels that count */
	static double[] percentiles(Plane plane, Padding image, int channel, double[] percents) {
		long n = (long) plane.width() * plane.height() - image.left();
		long[] high = new long[BINS];
		count(plane, image, channel, key -> high[key >>> 16]++);
		// Each percentile lies between two values, whose bins one further pass counts finely, all at
		// once.
		long[] ranks = new long[2 * percents.length], rests = new long[ranks.length];
		int[] bins = new int[ranks.length];
		long[][] low = new long[BINS][];
		for (int i = 0; i < ranks.length; i++) {
			ranks[i] = Math.min(n - 1, (long) Math.floor(percents[i / 2] / 100 * (n - 1)) + i % 2);
			rests[i] = ranks[i];
			while (rests[i] >= high[bins[i]]) rests[i] -= high[bins[i]++];
			low[bins[i]] = new long[BINS];
		}
		count(plane, image, channel, key -> {
			long[] fine = low[key >>> 16];
			if (fine != null) fine[key & 0xffff]++;
		});
		double[] out = new double[percents.length];
		for (int i = 0; i < percents.length; i++) {
			double below = value(bins[2 * i], low, rests[2 * i]);
			double above = value(bins[2 * i + 1], low, rests[2 * i + 1]);
			out[i] = below + (percents[i] / 100 * (n - 1) - ranks[2 * i]) * (above - below);
		}
		return out;
	}

	/** The value at a rank inside a bin. */
	private static double value(int bin, long[][] low, long rank) {
		int rest = 0;
		while (rank >= low[bin][rest]) rank -= low[bin][rest++];
		int key = bin << 16 | rest;
		return Float.intBitsToFloat(key < 0 ? key ^ 0x80000000 : ~key);
	}

	/**
	 * Hears the key of every value: its bits in a form whose order, unsigned, is that of the values.
	 */
	private interface Counter {

		void add(int key);
	}

	private static void count(Plane plane, Padding image, int channel, Counter counter) {
		int width = plane.width();
		float[] block = new float[plane.channels() * width * Math.min(BLOCK_ROWS, plane.height())];
		for (int y = 0; y < plane.height(); y += BLOCK_ROWS) {
			int rows = Math.min(BLOCK_ROWS, plane.height() - y);
			plane.read(0, y, width, rows, block);
			for (int j = 0; j < rows; j++) {
				int row = (channel * rows + j) * width, end = row + image.to()[y + j];
				for (int i = row + image.from()[y + j]; i < end; i++) {
					int bits = Float.floatToRawIntBits(block[i] + 0f);
					counter.add(bits < 0 ? ~bits : bits ^ 0x80000000);
				}
			}
		}
	}
}
