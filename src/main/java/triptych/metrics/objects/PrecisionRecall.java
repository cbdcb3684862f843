package triptych.metrics.objects;

import java.util.Arrays;

/**
 * Precision against recall while predictions are accepted, strongest first. Only right ones raise
 * the recall, so only they are points of the curve; the precision at a recall is the best one at
 * that recall or above.
 */
final class PrecisionRecall {

	/** Recalls 0, 0.01 ... 1 at which COCO reads the precision. */
	private static final int RECALLS = 101;

	private final double positives;
	private final double[] precision, recall;
	private int n;
	private long right, wrong;

	/** @param most an upper limit of right predictions to be added */
	PrecisionRecall(long positives, int most) {
		this.positives = positives;
		this.precision = new double[most];
		this.recall = new double[most];
	}

	/** Adds the next prediction, as often as its image was drawn. */
	void add(boolean isRight, int times) {
		if (!isRight) {
			wrong += times;
			return;
		}
		right += times;
		precision[n] = right / (double) (right + wrong);
		recall[n++] = right / positives;
	}

	private void keepBest() {
		for (int i = n - 1; i > 0; i--) precision[i - 1] = Math.max(precision[i - 1], precision[i]);
	}

	/** The mean precision at 101 recalls: COCO. NaN without an object to be found. */
	double atHundredAndOne() {
		return at(RECALLS, 0.01);
	}

	/** The mean precision at the recalls 0, 0.1 ... 1: VOC until 2009. */
	double atEleven() {
		return at(11, 0.1);
	}

	private double at(int recalls, double step) {
		if (positives == 0) return Double.NaN;
		keepBest();
		double sum = 0;
		for (int r = 0, i = 0; r < recalls; r++) {
			while (i < n && recall[i] < r * step) i++;
			if (i == n) break;
			sum += precision[i];
		}
		return sum / recalls;
	}

	/** The area under the curve: VOC from 2010. */
	double area() {
		if (positives == 0) return Double.NaN;
		keepBest();
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += precision[i] * (recall[i] - (i == 0 ? 0 : recall[i - 1]));
		return sum;
	}

	/** The points as they are, for a plot: recalls, precisions. */
	double[][] points() {
		return new double[][] {Arrays.copyOf(recall, n), Arrays.copyOf(precision, n)};
	}
}
