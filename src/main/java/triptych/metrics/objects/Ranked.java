package triptych.metrics.objects;

import java.util.Arrays;

import triptych.metrics.StrongestFirst;

/**
 * Predictions of many images, each a score and a few whole numbers, in columns: a set may hold
 * millions of them.
 */
final class Ranked {

	private final int[][] columns;
	private double[] scores = new double[16];
	private int size;
	private boolean sorted;

	/** @param columns how many numbers there are of each prediction */
	Ranked(int columns) {
		this.columns = new int[columns][16];
	}

	void add(double score, int... numbers) {
		if (size == scores.length) {
			scores = Arrays.copyOf(scores, 2 * size + 16);
			for (int c = 0; c < columns.length; c++)
				columns[c] = Arrays.copyOf(columns[c], scores.length);
		}
		scores[size] = score;
		for (int c = 0; c < columns.length; c++) columns[c][size] = numbers[c];
		size++;
		sorted = false;
	}

	/**
	 * Puts the strongest first, equal ones in the order in which they came. Once for all that was
	 * added, though several threads ask.
	 */
	synchronized Ranked sorted() {
		if (sorted) return this;
		int[] order = StrongestFirst.of(Arrays.copyOf(scores, size));
		scores = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
		for (int c = 0; c < columns.length; c++) {
			int[] column = columns[c];
			columns[c] = Arrays.stream(order).map(i -> column[i]).toArray();
		}
		sorted = true;
		return this;
	}

	int size() {
		return size;
	}

	double score(int i) {
		return scores[i];
	}

	int number(int column, int i) {
		return columns[column][i];
	}

	/** A number of every prediction; of those that are sorted, without a copy. */
	int[] column(int column) {
		return sorted ? columns[column] : Arrays.copyOf(columns[column], size);
	}
}
