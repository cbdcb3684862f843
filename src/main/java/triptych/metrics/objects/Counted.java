package triptych.metrics.objects;

/**
 * How often each prediction of a class counts, the strongest first, when images are drawn: a number
 * each, and the same numbers bit by bit, so that a few instructions add up the predictions of a
 * block. An interval asks for thousands of such sums.
 */
final class Counted {

	/** Predictions of a block: as many as a word has bits. */
	static final int BLOCK = Long.SIZE;

	/** The lowest bit of each byte, and what brings these into the highest byte side by side. */
	private static final long LOWEST = 0x0101010101010101L, GATHERING = 0x0102040810204080L;

	private final int[] counts;

	/** For each binary digit of the counts, and each block, the predictions that have it. */
	private final long[][] digits;

	/**
	 * @param times how often each image counts
	 * @param images for each prediction the image that it lies in
	 */
	Counted(int[] times, int[] images) {
		int all = 0;
		for (int n : times) all |= n;
		counts = new int[images.length];
		for (int i = 0; i < counts.length; i++) counts[i] = times[images[i]];
		digits = new long[Integer.SIZE - Integer.numberOfLeadingZeros(all)][blocks(counts.length)];
		for (int from = 0; from < counts.length; from += Byte.SIZE)
			for (int digit = 0; digit < digits.length; digit += Byte.SIZE) spread(from, digit);
	}

	/** Eight digits of eight predictions turned from numbers to a byte a digit. */
	private void spread(int from, int digit) {
		long bytes = 0;
		for (int i = from, to = Math.min(counts.length, from + Byte.SIZE); i < to; i++)
			bytes |= (counts[i] >> digit & 0xFFL) << Byte.SIZE * i;
		int most = Math.min(digits.length, digit + Byte.SIZE);
		for (int d = digit; d < most; d++, bytes >>>= 1)
			digits[d][from / BLOCK] |= ((bytes & LOWEST) * GATHERING >>> 56) << from;
	}

	static int blocks(int predictions) {
		return (predictions + BLOCK - 1) / BLOCK;
	}

	int size() {
		return counts.length;
	}

	/** How often a prediction counts. */
	int count(int i) {
		return counts[i];
	}

	/**
	 * How often predictions of a block count together.
	 *
	 * @param which a bit for each of them
	 */
	int sum(int block, long which) {
		int sum = 0;
		for (int digit = 0; digit < digits.length; digit++)
			sum += Long.bitCount(digits[digit][block] & which) << digit;
		return sum;
	}
}
