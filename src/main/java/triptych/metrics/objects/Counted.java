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

	private final int[] times, images;

	/** For each binary digit of the counts, and each block, the predictions that have it. */
	private final long[][] digits;

	/**
	 * @param times how often each image counts, which must stay as it is
	 * @param images for each prediction the image that it lies in
	 */
	Counted(int[] times, int[] images) {
		this.times = times;
		this.images = images;
		int all = 0;
		for (int n : times) all |= n;
		digits = new long[Integer.SIZE - Integer.numberOfLeadingZeros(all)][blocks(images.length)];
		for (int digit = 0; digit < digits.length; digit += Byte.SIZE)
			for (int from = 0; from < images.length; from += Byte.SIZE)
				spread(bytes(from, digit), from, digit);
	}

	/** Eight digits of each of eight predictions, a byte a prediction. */
	private long bytes(int from, int digit) {
		long bytes = 0;
		if (from + Byte.SIZE <= images.length)
			for (int i = 0; i < Byte.SIZE; i++)
				bytes |= (times[images[from + i]] >> digit & 0xFFL) << Byte.SIZE * i;
		else
			for (int i = 0; from + i < images.length; i++)
				bytes |= (times[images[from + i]] >> digit & 0xFFL) << Byte.SIZE * i;
		return bytes;
	}

	/** From a byte a prediction to a byte a digit. */
	private void spread(long bytes, int from, int digit) {
		int most = Math.min(digits.length, digit + Byte.SIZE);
		for (int d = digit; d < most; d++)
			digits[d][from / BLOCK] |= ((bytes >>> d - digit & LOWEST) * GATHERING >>> 56) << from;
	}

	static int blocks(int predictions) {
		return (predictions + BLOCK - 1) / BLOCK;
	}

	int size() {
		return images.length;
	}

	/** How often a prediction counts. */
	int count(int i) {
		return times[images[i]];
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
