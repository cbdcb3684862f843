package triptych.teach.learn;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import triptych.metrics.Bootstrap;
import triptych.metrics.Interval;
import triptych.metrics.Pooled;

/**
 * What a classifier says of examples that it has not seen: each part of the examples by one that
 * was made of the others.
 *
 * @param predicted the class that each example was taken for
 * @param counts how many examples of each class (row) were taken for each class (column)
 * @param balanced the mean over the classes of the share that was right, and its 95 % interval: by
 *          resampling images, or by counting where that is wider
 * @param byImage true where no image was on both sides
 */
public record CrossValidation(int[] predicted, int[][] counts, Interval balanced,
	boolean byImage)
{

	/** Of the normal distribution, 95 % lie within. */
	private static final double Z = 1.96;

	/** @param examples at least two of each class */
	public static CrossValidation of(Examples examples, Learner learner) {
		return of(examples, learner, examples.perClass());
	}

	/**
	 * Of examples that are not independent of each other.
	 *
	 * @param independent as how many examples those of each class are to count for the interval
	 */
	public static CrossValidation of(Examples examples, Learner learner, int[] independent) {
		Folds folds = Folds.of(examples);
		int[] predicted = folds.predicted(examples, learner);
		int classes = examples.classes().size();
		int[][] counts = new int[classes][classes];
		for (int i = 0; i < predicted.length; i++)
			counts[examples.classOf()[i]][predicted[i]]++;
		return new CrossValidation(predicted, counts, interval(examples, predicted, independent),
			folds.byImage());
	}

	static void shuffle(int[] order, SplittableRandom random) {
		for (int i = order.length - 1; i > 0; i--) {
			int j = random.nextInt(i + 1), other = order[i];
			order[i] = order[j];
			order[j] = other;
		}
	}

	/** The mean over the classes of the share that is right. */
	public static double balanced(Examples examples, int[] predicted) {
		int classes = examples.classes().size();
		double[] sums = new double[2 * classes];
		for (int i = 0; i < predicted.length; i++)
			count(sums, examples.classOf()[i], predicted[i]);
		return share(sums);
	}

	private static void count(double[] sums, int truth, int predicted) {
		sums[2 * truth]++;
		if (truth == predicted) sums[2 * truth + 1]++;
	}

	private static double share(double[] sums) {
		double sum = 0;
		int there = 0;
		for (int c = 0; c < sums.length; c += 2) {
			if (sums[c] == 0) continue;
			sum += sums[c + 1] / sums[c];
			there++;
		}
		return there == 0 ? Double.NaN : sum / there;
	}

	private static Interval interval(Examples examples, int[] predicted, int[] independent) {
		int images = IntStream.of(examples.imageOf()).max().orElse(0) + 1;
		double[][] ofImage = new double[images][2 * examples.classes().size()];
		for (int i = 0; i < predicted.length; i++)
			count(ofImage[examples.imageOf()[i]], examples.classOf()[i], predicted[i]);
		Interval resampled = Bootstrap.of(Pooled.ofSums(ofImage, CrossValidation::share), images);
		double low = counted(examples, predicted, independent, -1),
			high = counted(examples, predicted, independent, 1);
		return new Interval(resampled.value(), Math.min(low, orValue(resampled.low(), low)),
			Math.max(high, orValue(resampled.high(), high)), images, resampled.warnings());
	}

	private static double orValue(double value, double other) {
		return Double.isNaN(value) ? other : value;
	}

	/**
	 * An end of the interval by counting alone: Wilson's of each class, joined as for a mean of
	 * independent shares (Zou, On the estimation of additive interaction by use of the four-by-two
	 * table and beyond, 2008). Where all few examples are right, resampling cannot tell that the next
	 * one may be wrong.
	 */
	private static double counted(Examples examples, int[] predicted, int[] independent,
		int side)
	{
		int classes = examples.classes().size();
		double[] sums = new double[2 * classes];
		for (int i = 0; i < predicted.length; i++)
			count(sums, examples.classOf()[i], predicted[i]);
		double squares = 0;
		for (int c = 0; c < sums.length; c += 2) {
			double n = independent[c / 2], share = sums[c + 1] / sums[c], z2 = Z * Z;
			double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
			double reach = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
			squares += Math.pow(middle + side * reach - share, 2);
		}
		return share(sums) + side * Math.sqrt(squares) / classes;
	}
}
