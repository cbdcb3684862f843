package triptych.metrics.objects;

/**
 * How often each prediction of a class counts, the strongest first, when images are drawn: a number
 * each, and the same numbers bit by bit, so that a few instructions add up the predictions of a
 * block. An interval asks for thousands of such sums.
 */
final class Counted {

	/** Predictions of a block: as many as a word has bits. */
	static final int BLOCK = Long.SIZE;

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
		counts = gathered(times, images);
		digits = new long[Integer.SIZE - Integer.numberOfLeadingZeros(all)][blocks(counts.length)];
		for (int digit = 0; digit < digits.length; digit++)
			for (int block = 0; block < digits[digit].length; block++)
				digits[digit][block] = digit(digit, block);
	}

	private static int[] gathered(int[] times, int[] images) {
		int[] counts = new int[images.length];
		for (int i = 0; i < counts.length; i++) counts[i] = times[images[i]];
		return counts;
	}

	private long digit(int digit, int block) {
		long word = 0;
		int from = block * BLOCK, to = Math.min(counts.length, from + BLOCK);
		for (int i = from; i < to; i++) word |= (long) (counts[i] >> digit & 1) << i;
		return word;
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
