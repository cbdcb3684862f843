package triptych.decode;

import java.util.Arrays;

/**
 * A queue for each level, emptied from the highest level downwards and first in, first out within a
 * level. An item enters at most once; one that comes late for a higher level joins the present one,
 * so the cost stays linear.
 */
public final class BucketQueue {

	private final int[] first, last, next;
	private int level;

	public BucketQueue(int levels, int items) {
		first = new int[levels];
		last = new int[levels];
		next = new int[items];
		Arrays.fill(first, -1);
		level = levels - 1;
	}

	public void add(int item, int wanted) {
		int l = Math.min(wanted, level);
		next[item] = -1;
		if (first[l] < 0) first[l] = item;
		else next[last[l]] = item;
		last[l] = item;
	}

	/** The next item, -1 when all are done. */
	public int next() {
		while (first[level] < 0)
			if (--level < 0) return -1;
		int item = first[level];
		first[level] = next[item];
		return item;
	}
}
