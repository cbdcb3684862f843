package triptych.decode;

import java.util.Arrays;

/** The order of candidates. */
public final class StrongestFirst {

	private StrongestFirst() {}

	/**
	 * Sorts longs that hold the inverted score above the index: no boxing, stable.
	 *
	 * @param scores of which the first n count, no NaN
	 * @return the places of scores, the highest first, equal ones in their order
	 */
	public static int[] of(float[] scores, int n) {
		long[] keys = new long[n];
		for (int i = 0; i < n; i++)
			keys[i] = (long) ~ordered(scores[i] + 0f) << 32 | i;
		Arrays.sort(keys);
		int[] order = new int[n];
		for (int i = 0; i < n; i++)
			order[i] = (int) keys[i];
		return order;
	}

	/** A whole number that is larger where the score is. */
	private static int ordered(float score) {
		int bits = Float.floatToIntBits(score);
		return bits ^ bits >> 31 & Integer.MAX_VALUE;
	}
}
