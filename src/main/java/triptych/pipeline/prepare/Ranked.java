package triptych.pipeline.prepare;

/**
 * Values by their rank among many, exactly, without sorting and without a copy of them: by one pass
 * of 65,536 counters where all are whole numbers, as those of 8-bit and 16-bit images are, else by
 * two over the bits of the values in an order-keeping form.
 */
final class Ranked {

	private static final int BINS = 1 << 16;

	private Ranked() {}

	/** Gives all values, as often as it is asked. */
	interface Values {

		/** @return false where a row was not taken, and no further one was given then */
		boolean each(Row row);
	}

	interface Row {

		/** @return false for enough */
		boolean take(float[] values, int from, int to);
	}

	/** @param ranks from 0, each below the number of values */
	static double[] at(Values values, long... ranks) {
		int[] counts = new int[BINS];
		boolean whole = values.each((row, from, to) -> countWhole(row, from, to, counts));
		if (!whole) return atAny(values, ranks);
		double[] out = new double[ranks.length];
		for (int i = 0; i < ranks.length; i++) {
			long rest = ranks[i];
			int value = 0;
			while (rest >= counts[value]) rest -= counts[value++];
			out[i] = value;
		}
		return out;
	}

	private static boolean countWhole(float[] row, int from, int to, int[] counts) {
		for (int i = from; i < to; i++) {
			int value = (int) row[i];
			if (value != row[i] || value < 0 || value >= BINS) return false;
			counts[value]++;
		}
		return true;
	}

	private static double[] atAny(Values values, long[] ranks) {
		int[] high = new int[BINS], bins = new int[ranks.length];
		values.each((row, from, to) -> countHigh(row, from, to, high));
		// Each rank lies in a bin, which a further pass counts finely, all at once.
		long[] rests = ranks.clone();
		int[][] low = new int[BINS][];
		for (int i = 0; i < ranks.length; i++) {
			while (rests[i] >= high[bins[i]]) rests[i] -= high[bins[i]++];
			if (low[bins[i]] == null) low[bins[i]] = new int[BINS];
		}
		values.each((row, from, to) -> countLow(row, from, to, low));
		double[] out = new double[ranks.length];
		for (int i = 0; i < ranks.length; i++) {
			int rest = 0;
			while (rests[i] >= low[bins[i]][rest]) rests[i] -= low[bins[i]][rest++];
			int key = bins[i] << 16 | rest;
			out[i] = Float.intBitsToFloat(key < 0 ? key ^ 0x80000000 : ~key);
		}
		return out;
	}

	private static boolean countHigh(float[] row, int from, int to, int[] high) {
		for (int i = from; i < to; i++)
			high[key(row[i]) >>> 16]++;
		return true;
	}

	private static boolean countLow(float[] row, int from, int to, int[][] low) {
		for (int i = from; i < to; i++) {
			int key = key(row[i]);
			int[] fine = low[key >>> 16];
			if (fine != null) fine[key & 0xffff]++;
		}
		return true;
	}

	/** Bits whose order, unsigned, is that of the values. */
	private static int key(float value) {
		int bits = Float.floatToRawIntBits(value + 0f);
		return bits < 0 ? ~bits : bits ^ 0x80000000;
	}
}
