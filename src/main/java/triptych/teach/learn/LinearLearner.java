package triptych.teach.learn;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes linear classifiers.
 *
 * @param freedom how far the weights may go from 0, above 0
 */
public record LinearLearner(double freedom) implements Learner {

	/** What counts where there is nothing to choose by. */
	public static final LinearLearner USUAL = new LinearLearner(1);

	/** Of those that are equally right the first is taken. */
	private static final double[] FREEDOMS = { 1, 0.1, 10, 0.01 };

	/** The freedom is chosen on no more examples. */
	private static final int ENOUGH = 1500;

	private static final long SEED = 20151;

	/**
	 * With the freedom, of a few, that is right most often by cross-validation.
	 *
	 * @param examples at least two of each class
	 */
	public static LinearLearner best(Examples examples) {
		Examples some = some(examples);
		Folds folds = Folds.of(some);
		LinearLearner best = USUAL;
		double most = -1;
		for (double freedom : FREEDOMS) {
			LinearLearner learner = new LinearLearner(freedom);
			double right = CrossValidation.balanced(some, folds.predicted(some, learner));
			if (right <= most) continue;
			most = right;
			best = learner;
		}
		return best;
	}

	private static Examples some(Examples examples) {
		int n = examples.count();
		if (n <= ENOUGH) return examples;
		int[] order = IntStream.range(0, n).toArray();
		CrossValidation.shuffle(order, new SplittableRandom(SEED));
		int[] counts = new int[examples.classes().size()];
		int each = Math.max(2, ENOUGH / counts.length);
		return examples.only(IntStream.of(order)
			.filter(i -> counts[examples.classOf()[i]]++ < each)
			.sorted()
			.toArray());
	}

	@Override
	public LinearClassifier learn(Examples examples) {
		return LinearClassifier.of(examples, freedom);
	}

	@Override
	public LinearClassifier rough(Examples examples) {
		return LinearClassifier.rough(examples, freedom);
	}
}
