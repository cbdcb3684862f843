package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

	/** Of each match. */
	final List<Double> dice = new ArrayList<>();

	InstanceCounts(int thresholds) {
		right = new int[thresholds];
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
