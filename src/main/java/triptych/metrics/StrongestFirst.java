package triptych.metrics;

import java.util.Arrays;

/** The order of scores. A set may hold millions, so that none is made an object of. */
public final class StrongestFirst {

	private StrongestFirst() {}

	/** The places of scores, the highest first, equal ones in their order; NaN comes last. */
	public static int[] of(double[] scores) {
		double[] keys = Arrays.stream(scores).map(score -> -score).toArray(), sorted = keys.clone();
		Arrays.sort(sorted);
		int[] order = new int[keys.length], placed = new int[keys.length];
		for (int i = 0; i < keys.length; i++) {
			int first = first(sorted, keys[i]);
			order[first + placed[first]++] = i;
		}
		return order;
	}

	/** Where a value that is there comes first. */
	private static int first(double[] sorted, double value) {
		int low = 0, high = sorted.length - 1;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (Double.compare(sorted[middle], value) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
