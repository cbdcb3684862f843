package triptych.metrics.classes;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

import triptych.metrics.Cutoff;
import triptych.metrics.Pooled;
import triptych.metrics.StrongestFirst;

/**
 * The scores of one class over all images, and which images are of the class: what the area under
 * the ROC curve and the average precision need. Equal scores are taken together. Images without a
 * score (NaN) are left out.
 */
final class Ranking {

	private final double[] scores;
	private final boolean[] positive;

	/** The images, the highest score first. */
	private final int[] order;

	Ranking(double[] scores, boolean[] positive) {
		this.scores = scores;
		this.positive = positive;
		int scored = (int) Arrays.stream(scores).filter(s -> !Double.isNaN(s)).count();
		this.order = Arrays.copyOf(StrongestFirst.of(scores), scored);
	}

	/** The mean of a figure over the classes where it is defined. */
	static Pooled mean(List<Ranking> classes, ToDoubleBiFunction<Ranking, int[]> figure) {
		return Pooled.meanOf(classes.stream()
				.map(r -> (Pooled) times -> figure.applyAsDouble(r, times))
				.toList());
	}

	/**
	 * What is told of each score that occurs, from the highest: images of the class and others from
	 * there on.
	 */
	private interface Step {

		/** @param next the next lower score, or negative infinity */
		void at(long right, long wrong, double score, double next);
	}

	private void walk(int[] times, Step step) {
		long right = 0, wrong = 0;
		for (int k = 0; k < order.length; ) {
			double score = scores[order[k]];
			long before = right + wrong;
			for (; k < order.length && scores[order[k]] == score; k++) {
				if (positive[order[k]]) right += times[order[k]];
				else wrong += times[order[k]];
			}
			if (right + wrong > before)
				step.at(
						right,
						wrong,
						score,
						k < order.length ? scores[order[k]] : Double.NEGATIVE_INFINITY);
		}
	}

	private double count(int[] times, boolean which) {
		long n = 0;
		for (int i : order) if (positive[i] == which) n += times[i];
		return n;
	}

	/** The area under the ROC curve, NaN unless some images are of the class and some are not. */
	double rocArea(int[] times) {
		double positives = count(times, true), negatives = count(times, false);
		double[] sum = new double[3];
		walk(
				times,
				(right, wrong, score, next) -> {
					sum[0] += (right + sum[1]) / 2 * (wrong - sum[2]);
					sum[1] = right;
					sum[2] = wrong;
				});
		return positives == 0 || negatives == 0 ? Double.NaN : sum[0] / (positives * negatives);
	}

	/**
	 * The precision at each score, weighted by the recall it adds; NaN where no image is of the
	 * class.
	 */
	double averagePrecision(int[] times) {
		double positives = count(times, true);
		double[] sum = new double[2];
		walk(
				times,
				(right, wrong, score, next) -> {
					sum[0] += (right - sum[1]) * right / (right + wrong);
					sum[1] = right;
				});
		return positives == 0 ? Double.NaN : sum[0] / positives;
	}

	/** The threshold of the best F1, with few digits; NaN where no image is of the class. */
	double bestThreshold(int[] times) {
		double positives = count(times, true);
		double[] best = {0, Double.NaN};
		walk(
				times,
				(right, wrong, score, next) -> {
					double f1 = 2 * right / (right + wrong + positives);
					if (f1 <= best[0]) return;
					best[0] = f1;
					best[1] = Cutoff.between(score, next);
				});
		return best[1];
	}

	/** The ROC curve for a plot: false positive rates, true positive rates, from (0, 0) on. */
	double[][] roc(int[] times) {
		double positives = count(times, true), negatives = count(times, false);
		double[][] curve = new double[2][order.length + 1];
		int[] n = {1};
		walk(
				times,
				(right, wrong, score, next) -> {
					curve[0][n[0]] = wrong / negatives;
					curve[1][n[0]++] = right / positives;
				});
		return new double[][] {Arrays.copyOf(curve[0], n[0]), Arrays.copyOf(curve[1], n[0])};
	}
}
