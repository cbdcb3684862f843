package triptych.metrics.objects;

import static triptych.metrics.objects.CocoMatching.AREAS;
import static triptych.metrics.objects.CocoMatching.THRESHOLDS;

import java.util.Arrays;

/**
 * What COCO's figures need to know of one class: each prediction's score, image, rank in its image
 * and matches, and how many objects each image holds. Predictions of equal score keep the order in
 * which they came.
 */
final class CocoClass {

	/** Columns of {@link #seen}; behind them the matches of each range. */
	private static final int IMAGE = 0, RANK = 1, MATCHES = 2;

	private final Ranked seen = new Ranked(MATCHES + AREAS);

	/** For each range of size and image the objects to be found. */
	private final int[][] positives = new int[AREAS][0];

	/** For each range: made anew on demand. */
	private Matched[] matched = {};

	/** @param ofRange for each range of size the objects to be found */
	void addTruth(int image, int[] ofRange) {
		for (int range = 0; range < AREAS; range++) {
			if (image >= positives[range].length)
				positives[range] = Arrays.copyOf(positives[range], 2 * image + 1);
			positives[range][image] += ofRange[range];
		}
	}

	/** @param match as {@link CocoMatching#match} gives it */
	void addFound(int image, int rank, double score, int[] match) {
		seen.add(score, image, rank, match[0], match[1], match[2], match[3]);
		matched = new Matched[0];
	}

	private synchronized Matched matched(int range) {
		if (matched.length == 0) {
			seen.sorted();
			Matched[] all = new Matched[AREAS];
			Arrays.setAll(all, r -> new Matched(seen.column(MATCHES + r)));
			matched = all;
		}
		return matched[range];
	}

	private long positives(int[] times, int range) {
		long n = 0;
		int known = Math.min(times.length, positives[range].length);
		for (int i = 0; i < known; i++) n += (long) times[i] * positives[range][i];
		return n;
	}

	/**
	 * Average precision, the mean over thresholds [from, to); NaN without an object to be found.
	 */
	double precision(int[] times, int range, int from, int to) {
		long objects = positives(times, range);
		if (objects == 0) return Double.NaN;
		Matched matches = matched(range);
		Counted counted = new Counted(times, seen.column(IMAGE));
		InterpolatedPrecision precision = new InterpolatedPrecision(counted, matches, objects);
		double sum = 0;
		for (int t = from; t < to; t++) sum += precision.at(t);
		return sum / (to - from);
	}

	/**
	 * The highest recall, the mean over thresholds [from, to); NaN without an object to be found.
	 */
	double recall(int[] times, int range, int limit, int from, int to) {
		long objects = positives(times, range), right = 0;
		if (objects == 0) return Double.NaN;
		int wanted = (1 << to) - (1 << from);
		for (int i = 0; i < seen.sorted().size(); i++) {
			if (seen.number(RANK, i) >= limit) continue;
			int bits = seen.number(MATCHES + range, i);
			int found = bits & ~(bits >> THRESHOLDS) & wanted;
			right += (long) times[seen.number(IMAGE, i)] * Integer.bitCount(found);
		}
		return right / (double) objects / (to - from);
	}
}
