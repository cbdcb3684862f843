package triptych.metrics.objects;

import java.util.Arrays;

/** What is kept of the objects of one class in one image. */
final class InstanceCounts {

	/**
	 * Where a number stands in {@link #numbers}, behind the right predictions at each threshold.
	 */
	static final int OBJECTS = 10, FOUND = 11, MISSED = 12, SPLIT = 13, MERGED = 14;

	final int[] right;
	int objects, found, missed, split, merged;

	/** Total areas, calibrated. */
	double area, foundArea;

	/** Of each match; kept of single classes only. */
	private double[] dice = {};

	private int matches;

	InstanceCounts(int thresholds) {
		right = new int[thresholds];
	}

	void addDice(double value) {
		if (matches == dice.length) dice = Arrays.copyOf(dice, 2 * matches + 4);
		dice[matches++] = value;
	}

	double[] dice() {
		return Arrays.copyOf(dice, matches);
	}

	double[] numbers() {
		double[] numbers =
				Arrays.copyOf(Arrays.stream(right).asDoubleStream().toArray(), right.length + 5);
		numbers[OBJECTS] = objects;
		numbers[FOUND] = found;
		numbers[MISSED] = missed;
		numbers[SPLIT] = split;
		numbers[MERGED] = merged;
		return numbers;
	}
}
