package triptych.teach.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How the share that is right grows with the examples of each class, as far as there are some. */
public final class LearningCurve {

	/**
	 * Balanced accuracy on examples of other images.
	 *
	 * @param perClass examples of each class that were learnt from
	 * @param error standard error of the mean over the draws
	 */
	public record Point(int perClass, double accuracy, double error) {}

	private static final int[] SIZES = { 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256 };
	private static final int DRAWS = 5;
	private static final long SEED = 20151;

	private LearningCurve() {}

	/**
	 * From draws of the examples, each time with whole parts of cross-validation left out to be
	 * tried on.
	 *
	 * @return for growing numbers of examples; empty where there are fewer than four of a class
	 */
	public static List<Point> of(Examples examples, Learner learner) {
		Folds folds = Folds.of(examples);
		int most = most(examples, folds);
		List<Point> points = new ArrayList<>();
		for (int size : SIZES)
			if (size <= most) points.add(point(examples, folds, size, learner));
		return points;
	}

	/** So many of each class are left to learn from, whichever part is left out. */
	private static int most(Examples examples, Folds folds) {
		int most = Integer.MAX_VALUE;
		for (int fold = 0; fold < folds.count(); fold++) {
			int[] counts = examples.only(folds.indices(fold, false)).perClass();
			most = Math.min(most, Arrays.stream(counts).min().orElse(0));
		}
		return most;
	}

	private static Point point(Examples examples, Folds folds, int size, Learner learner) {
		SplittableRandom random = new SplittableRandom(SEED + size);
		double[] drawn = new double[DRAWS];
		for (int d = 0; d < DRAWS; d++) {
			int fold = d % folds.count();
			int[] others = folds.indices(fold, false);
			CrossValidation.shuffle(others, random);
			int[] taken = new int[examples.classes().size()];
			int[] few = IntStream.of(others)
				.filter(i -> taken[examples.classOf()[i]]++ < size)
				.toArray();
			Examples left = examples.only(folds.indices(fold, true));
			Classifier made = learner.rough(examples.only(few));
			drawn[d] = CrossValidation.balanced(left, made.classesOf(left.features()));
		}
		double mean = Arrays.stream(drawn).average().orElse(Double.NaN);
		double squares = Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum();
		return new Point(size, mean, Math.sqrt(squares / (DRAWS - 1) / DRAWS));
	}
}
