package triptych.metrics.classes;

import triptych.metrics.Pooled;

/**
 * How many images of each class (row) were predicted as each class (column); the last column are
 * those predicted as none.
 */
public record ConfusionMatrix(long[][] counts) {

	/**
	 * @param truth and {@code predicted}: a class an image, the prediction -1 for none; each image
	 *     so many times
	 */
	static ConfusionMatrix of(int[] truth, int[] predicted, int classes, int[] times) {
		long[][] counts = new long[classes][classes + 1];
		for (int i = 0; i < truth.length; i++)
			counts[truth[i]][predicted[i] < 0 ? classes : predicted[i]] += times[i];
		return new ConfusionMatrix(counts);
	}

	private int classes() {
		return counts.length;
	}

	private double truths(int c) {
		double sum = 0;
		for (long n : counts[c]) sum += n;
		return sum;
	}

	private double predictions(int c) {
		double sum = 0;
		for (long[] row : counts) sum += row[c];
		return sum;
	}

	private double all() {
		double sum = 0;
		for (int c = 0; c < classes(); c++) sum += truths(c);
		return sum;
	}

	private double right() {
		double sum = 0;
		for (int c = 0; c < classes(); c++) sum += counts[c][c];
		return sum;
	}

	public double precision(int c) {
		return Pooled.ratio(counts[c][c], predictions(c));
	}

	public double recall(int c) {
		return Pooled.ratio(counts[c][c], truths(c));
	}

	public double f1(int c) {
		return Pooled.ratio(2.0 * counts[c][c], truths(c) + predictions(c));
	}

	public double accuracy() {
		return Pooled.ratio(right(), all());
	}

	/**
	 * Matthews correlation of any number of classes (Gorodkin 2004); NaN where truth or prediction
	 * is one class only.
	 */
	public double matthews() {
		double all = all(), agree = right() * all, truth2 = all * all, predicted2 = all * all;
		for (int c = 0; c <= classes(); c++) {
			double t = c < classes() ? truths(c) : 0, p = predictions(c);
			agree -= t * p;
			truth2 -= t * t;
			predicted2 -= p * p;
		}
		return Pooled.ratio(agree, Math.sqrt(truth2) * Math.sqrt(predicted2));
	}

	/** Agreement beyond chance (Cohen 1960); NaN where chance alone agrees wholly. */
	public double kappa() {
		double all = all(), chance = 0;
		for (int c = 0; c < classes(); c++) chance += truths(c) * predictions(c) / all;
		return Pooled.ratio(right() - chance, all - chance);
	}
}
