package triptych.metrics;

import java.util.Arrays;

/**
 * How many pixels each pair of ids shares in two label maps of one size: one linear pass, a table
 * of the pairs that occur. The pairs are listed in the order of their first pixels.
 */
public final class PairCounts {

	private static final int NONE = -1;

	/** Runs up to here end sooner than a call has begun. */
	private static final int SHORT = 16;

	private long[] pairs = new long[64];
	private long[] counts = new long[64];
	private int size;

	/** Open addressing: where a pair stands, or {@link #NONE}. */
	private int[] slots = new int[256];

	private PairCounts() {
		Arrays.fill(slots, NONE);
	}

	/** @param a and {@code b}: an id a pixel, of equal length */
	public static PairCounts of(int[] a, int[] b) {
		if (a.length != b.length)
			throw new IllegalArgumentException(
					"maps of " + a.length + " and " + b.length + " pixels");
		PairCounts counts = new PairCounts();
		for (int i = 0, endA = 0, endB = 0; i < a.length; ) {
			if (i == endA) endA = end(a, i);
			if (i == endB) endB = end(b, i);
			int to = Math.min(endA, endB);
			counts.add(a[i], b[i], to - i);
			i = to;
		}
		return counts;
	}

	/** Where the run of equal ids that begins here is over. */
	private static int end(int[] ids, int from) {
		int n = ids.length, near = Math.min(n, from + SHORT), i = from + 1;
		while (i < near && ids[i] == ids[from]) i++;
		if (i < near || i == n) return i;
		// Each id held against the one before it, many at a time.
		int equal = Arrays.mismatch(ids, i, n, ids, i - 1, n - 1);
		return equal < 0 ? n : i + equal;
	}

	public int size() {
		return size;
	}

	public int a(int k) {
		return (int) (pairs[k] >> 32);
	}

	public int b(int k) {
		return (int) pairs[k];
	}

	public long count(int k) {
		return counts[k];
	}

	private void add(int a, int b, int n) {
		long pair = (long) a << 32 | b & 0xFFFFFFFFL;
		int slot = slot(pair);
		if (slots[slot] == NONE) {
			if (size == pairs.length) {
				pairs = Arrays.copyOf(pairs, 2 * size);
				counts = Arrays.copyOf(counts, 2 * size);
			}
			pairs[size] = pair;
			slots[slot] = size++;
			counts[size - 1] = n;
			if (2 * size > slots.length) widen();
		}
		else counts[slots[slot]] += n;
	}

	private int slot(long pair) {
		int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 40) & slots.length - 1;
		while (slots[slot] != NONE && pairs[slots[slot]] != pair)
			slot = slot + 1 & slots.length - 1;
		return slot;
	}

	private void widen() {
		slots = new int[4 * slots.length];
		Arrays.fill(slots, NONE);
		for (int k = 0; k < size; k++) slots[slot(pairs[k])] = k;
	}
}
