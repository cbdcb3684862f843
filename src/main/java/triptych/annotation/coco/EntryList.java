package triptych.annotation.coco;

import java.util.Arrays;

/** Where the entries of one list of a JSON file lie, in bytes, and what they refer to. */
final class EntryList {

	private long[] starts = new long[64];
	private int[] lengths = new int[64];
	private int[] references = new int[64];
	private int size;
	/** Where the list's closing bracket stands; -1 until it was met. */
	private long end = -1;
	private long largestId;

	void add(long start, int length, int reference) {
		if (size == starts.length) {
			starts = Arrays.copyOf(starts, 2 * size);
			lengths = Arrays.copyOf(lengths, 2 * size);
			references = Arrays.copyOf(references, 2 * size);
		}
		starts[size] = start;
		lengths[size] = length;
		references[size++] = reference;
	}

	void close(long at) {
		end = at;
	}

	void seenId(long id) {
		largestId = Math.max(largestId, id);
	}

	int size() {
		return size;
	}

	long start(int entry) {
		return starts[entry];
	}

	int length(int entry) {
		return lengths[entry];
	}

	long end() {
		return end;
	}

	long largestId() {
		return largestId;
	}

	/**
	 * The entries by what they refer to, those of one in the order of the file.
	 *
	 * @param targets how many things may be referred to
	 */
	Grouped grouped(int targets) {
		int[] first = new int[targets + 1];
		for (int i = 0; i < size; i++)
			if (references[i] >= 0) first[references[i] + 1]++;
		for (int t = 0; t < targets; t++)
			first[t + 1] += first[t];
		int[] next = Arrays.copyOf(first, targets), order = new int[first[targets]];
		for (int i = 0; i < size; i++)
			if (references[i] >= 0) order[next[references[i]]++] = i;
		return new Grouped(first, order);
	}

	/**
	 * @param first and {@code order}: the entries of target t are order[first[t]] to before
	 *        order[first[t + 1]]
	 */
	record Grouped(int[] first, int[] order) {

		int count(int target) {
			return first[target + 1] - first[target];
		}

		int entry(int target, int k) {
			return order[first[target] + k];
		}
	}
}
