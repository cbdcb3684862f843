package triptych.metrics.objects;

import static triptych.metrics.objects.CocoMatching.THRESHOLDS;

import java.util.Arrays;

/**
 * Which predictions of a class, the strongest first, are right and which count at all, at each
 * threshold of the intersection over union and for one range of size: a bit a prediction.
 */
final class Matched {

	/** For each threshold and block of {@link Counted}. */
	private final long[][] right, counting;

	/** @param matches for each prediction as {@link CocoMatching#match} gives it */
	Matched(int[] matches) {
		int blocks = Counted.blocks(matches.length);
		right = new long[THRESHOLDS][blocks];
		counting = new long[THRESHOLDS][blocks];
		for (int i = 0; i < matches.length; i++)
			for (int t = 0; t < THRESHOLDS; t++) {
				int match = matches[i] >> t;
				long counts = 1 - (match >> THRESHOLDS & 1);
				right[t][i / Counted.BLOCK] |= (counts & match) << i;
				counting[t][i / Counted.BLOCK] |= counts << i;
			}
		for (int t = 1; t < THRESHOLDS; t++)
			if (Arrays.equals(counting[t], counting[t - 1])) counting[t] = counting[t - 1];
	}

	/** True where the same predictions count at two thresholds, as without crowds. */
	boolean countsAlike(int threshold, int other) {
		return counting[threshold] == counting[other];
	}

	long right(int threshold, int block) {
		return right[threshold][block];
	}

	/** Right ones and wrong ones. */
	long counting(int threshold, int block) {
		return counting[threshold][block];
	}
}
