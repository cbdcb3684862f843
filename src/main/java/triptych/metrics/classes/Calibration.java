package triptych.metrics.classes;

/**
 * Scores against how often they are right, in ten bins of equal width (0, 0.1], (0.1, 0.2] ... with
 * 0 in the first.
 *
 * @param weight how many scores lie in each bin
 * @param score and {@code right}: their mean, and the part of them that is right; NaN in an empty
 *     bin
 */
public record Calibration(double[] weight, double[] score, double[] right) {

	static final int BINS = 10;

	/** Weight, score and rightness summed in each bin. */
	static final class Sums {

		private final double[] weight = new double[BINS],
				score = new double[BINS],
				right = new double[BINS];

		void add(double s, boolean isRight, int times) {
			int bin = 0;
			while (bin < BINS - 1 && s > (bin + 1) * 0.1) bin++;
			weight[bin] += times;
			score[bin] += times * s;
			if (isRight) right[bin] += times;
		}
	}

	static Calibration of(Sums sums) {
		double[] score = new double[BINS], right = new double[BINS];
		for (int b = 0; b < BINS; b++) {
			score[b] = sums.score[b] / sums.weight[b];
			right[b] = sums.right[b] / sums.weight[b];
		}
		return new Calibration(sums.weight, score, right);
	}

	/**
	 * The expected calibration error: the mean over all scores of the bin's |right - score|. NaN
	 * without a score.
	 */
	public double error() {
		double sum = 0, n = 0;
		for (int b = 0; b < BINS; b++) {
			if (weight[b] > 0) sum += weight[b] * Math.abs(right[b] - score[b]);
			n += weight[b];
		}
		return n == 0 ? Double.NaN : sum / n;
	}
}
