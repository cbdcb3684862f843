package triptych.core;

import java.util.Arrays;

/**
 * The places 1..n of ids in their order, for arrays with an element for each id: memory by the
 * number of ids that occur, however large they are. Where ids have few gaps a place is the id.
 */
public final class IdIndex {

	/** Gaps that are not worth a search. */
	private static final int FEW = 1024, TIMES = 4;

	/** In ascending order from element 1 on; null where each place is its id. */
	private final int[] ids;
	private final int count;

	private IdIndex(int[] ids, int count) {
		this.ids = ids;
		this.count = count;
	}

	/** True where ids up to {@code maxId} have few gaps, when there are {@code n} of them. */
	public static boolean isDense(int maxId, int n) {
		return maxId <= FEW + (long) TIMES * n;
	}

	/** Of all ids up to the largest. */
	public static IdIndex upTo(int maxId) {
		return new IdIndex(null, maxId);
	}

	/** @param values ids in any order, any number of times; 0 is background and no id */
	public static IdIndex of(int[] values) {
		int[] sorted = values.clone();
		Arrays.sort(sorted);
		int[] ids = new int[sorted.length + 1];
		int n = 0;
		for (int id : sorted)
			if (id != ids[n]) ids[++n] = id;
		return new IdIndex(Arrays.copyOf(ids, n + 1), n);
	}

	/** The last place. */
	public int count() {
		return count;
	}

	/** The place of an id, 0 where it does not occur. */
	public int place(int id) {
		if (ids == null) return id <= count ? id : 0;
		return Math.max(0, Arrays.binarySearch(ids, id));
	}

	/** The id at a place. */
	public int id(int place) {
		return ids == null ? place : ids[place];
	}
}
