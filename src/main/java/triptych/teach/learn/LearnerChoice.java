package triptych.teach.learn;

import java.util.Arrays;
import java.util.Optional;

/**
 * A linear classifier, or trees where cross-validation says that they are better by more than the
 * standard error of the difference, both having been tried on the same examples.
 *
 * @param trees empty where they were not tried: few examples, or none that the linear one took for
 *          something else
 * @param better true where the trees are taken
 */
public record LearnerChoice(LinearLearner ofLinear, CrossValidation linear,
	Optional<CrossValidation> trees, boolean better)
{

	/** Trees of fewer examples of a class only cost time. */
	private static final int FEWEST = 10;

	/** @param examples at least two of each class */
	public static LearnerChoice of(Examples examples) {
		LinearLearner linear = LinearLearner.best(examples);
		CrossValidation made = CrossValidation.of(examples, linear);
		boolean few = Arrays.stream(examples.perClass()).min().orElse(0) < FEWEST;
		if (few || made.balanced().value() == 1)
			return new LearnerChoice(linear, made, Optional.empty(), false);
		CrossValidation trees = CrossValidation.of(examples, new TreeLearner());
		double gain = trees.balanced().value() - made.balanced().value();
		return new LearnerChoice(linear, made, Optional.of(trees),
			gain > error(examples, made, trees));
	}

	public Learner learner() {
		return better ? new TreeLearner() : ofLinear;
	}

	/** Of the one that is taken. */
	public CrossValidation made() {
		return trees.filter(t -> better).orElse(linear);
	}

	/**
	 * Standard error of the difference of two balanced accuracies, examples of one image counting as
	 * one draw (Liang and Zeger, Longitudinal data analysis using generalized linear models, 1986).
	 */
	private static double error(Examples examples, CrossValidation one, CrossValidation other) {
		int[] counts = examples.perClass(), truth = examples.classOf();
		int n = truth.length;
		double[] gain = new double[n], mean = new double[counts.length];
		for (int i = 0; i < n; i++) {
			gain[i] = right(other, truth, i) - right(one, truth, i);
			mean[truth[i]] += gain[i] / counts[truth[i]];
		}
		int units = one.byImage() ? Arrays.stream(examples.imageOf()).max().orElse(0) + 1 : n;
		double[] off = new double[units];
		for (int i = 0; i < n; i++) {
			int c = truth[i];
			off[one.byImage() ? examples.imageOf()[i] : i] += (gain[i] - mean[c]) / counts[c]
				/ counts.length;
		}
		double squares = Arrays.stream(off).map(v -> v * v).sum();
		return Math.sqrt(squares * units / (units - 1));
	}

	private static int right(CrossValidation made, int[] truth, int i) {
		return made.predicted()[i] == truth[i] ? 1 : 0;
	}
}
