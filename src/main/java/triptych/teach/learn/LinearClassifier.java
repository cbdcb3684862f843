package triptych.teach.learn;

/**
 * Multinomial logistic regression: a logit for each class, linear in the scaled features. The
 * weights are those of the least mean cross-entropy, every class counting alike however many
 * examples it has, plus {@code |weights|^2 / (2 freedom n)}, where n is the number of examples
 * (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, 4.4 and 18.3.2).
 * The same examples always give the same weights.
 *
 * @param weights for each class one for each feature, then the constant
 */
public record LinearClassifier(Scaling scaling, double[][] weights) implements Classifier {

	/** Of the gradient; the second gives the same classes, where only these are asked for. */
	private static final double EXACT = 1e-4, ROUGH = 1e-3;

	/** @param freedom how far the weights may go from 0, above 0 */
	public static LinearClassifier of(Examples examples, double freedom) {
		return of(examples, freedom, EXACT);
	}

	/** One that is only to be tried. */
	static LinearClassifier rough(Examples examples, double freedom) {
		return of(examples, freedom, ROUGH);
	}

	private static LinearClassifier of(Examples examples, double freedom, double tolerance) {
		Scaling scaling = Scaling.of(examples);
		Loss loss = new Loss(scaling.apply(examples.features()), examples, freedom);
		double[] best = Lbfgs.lowest(loss, new double[loss.classes * (loss.width + 1)], tolerance);
		double[][] weights = new double[loss.classes][loss.width + 1];
		for (int c = 0; c < loss.classes; c++)
			System.arraycopy(best, c * (loss.width + 1), weights[c], 0, loss.width + 1);
		return new LinearClassifier(scaling, weights);
	}

	@Override
	public int[] classesOf(double[][] rows) {
		double[] scaled = scaling.apply(rows);
		int width = scaling.mean().length;
		int[] best = new int[rows.length];
		for (int i = 0; i < rows.length; i++) {
			double most = Double.NEGATIVE_INFINITY;
			for (int c = 0; c < weights.length; c++) {
				double logit = logit(weights[c], scaled, i * width, width);
				if (logit > most) {
					most = logit;
					best[i] = c;
				}
			}
		}
		return best;
	}

	/** The softmax of the logits. */
	@Override
	public double[][] scoresOf(double[][] rows) {
		double[] scaled = scaling.apply(rows);
		int width = scaling.mean().length;
		double[][] scores = new double[rows.length][weights.length];
		for (int i = 0; i < rows.length; i++) {
			double most = Double.NEGATIVE_INFINITY, sum = 0;
			for (int c = 0; c < weights.length; c++) {
				scores[i][c] = logit(weights[c], scaled, i * width, width);
				most = Math.max(most, scores[i][c]);
			}
			for (int c = 0; c < weights.length; c++)
				sum += scores[i][c] = Math.exp(scores[i][c] - most);
			for (int c = 0; c < weights.length; c++)
				scores[i][c] /= sum;
		}
		return scores;
	}

	private static double logit(double[] weights, double[] scaled, int from, int width) {
		double sum = weights[width];
		for (int j = 0; j < width; j++)
			sum += weights[j] * scaled[from + j];
		return sum;
	}

	/** What is to be made least, as a function of the weights, class after class. */
	private static final class Loss implements Lbfgs.Function {

		private final double[] rows, ofClass;
		private final int[] truth;
		private final int classes, width;
		private final double penalty;

		Loss(double[] rows, Examples examples, double freedom) {
			this.rows = rows;
			truth = examples.classOf();
			classes = examples.classes().size();
			width = examples.width();
			penalty = 1 / (freedom * examples.count());
			int[] counts = examples.perClass();
			ofClass = new double[classes];
			int there = 0;
			for (int n : counts)
				if (n > 0) there++;
			for (int c = 0; c < classes; c++)
				ofClass[c] = counts[c] == 0 ? 0 : 1.0 / (there * counts[c]);
		}

		@Override
		public double at(double[] weights, double[] gradient) {
			int step = width + 1;
			double loss = 0;
			for (int c = 0; c < classes; c++)
				for (int j = 0; j <= width; j++) {
					double w = j < width ? weights[c * step + j] : 0;
					loss += penalty / 2 * w * w;
					gradient[c * step + j] = penalty * w;
				}
			double[] shares = new double[classes];
			for (int i = 0; i < truth.length; i++)
				loss += addRow(i, weights, gradient, shares);
			return loss;
		}

		/** Four sums at a time, which do not wait for each other. */
		private static double product(double[] a, int atA, double[] b, int atB, int n) {
			double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
			int j = 0;
			for (; j + 3 < n; j += 4) {
				s0 += a[atA + j] * b[atB + j];
				s1 += a[atA + j + 1] * b[atB + j + 1];
				s2 += a[atA + j + 2] * b[atB + j + 2];
				s3 += a[atA + j + 3] * b[atB + j + 3];
			}
			for (; j < n; j++)
				s0 += a[atA + j] * b[atB + j];
			return s0 + s1 + s2 + s3;
		}

		private double addRow(int i, double[] weights, double[] gradient, double[] shares) {
			int step = width + 1, from = i * width;
			double most = Double.NEGATIVE_INFINITY, sum = 0;
			for (int c = 0; c < classes; c++) {
				shares[c] = weights[c * step + width] + product(weights, c * step, rows, from, width);
				most = Math.max(most, shares[c]);
			}
			double own = shares[truth[i]] - most;
			for (int c = 0; c < classes; c++)
				sum += shares[c] = Math.exp(shares[c] - most);
			double weight = ofClass[truth[i]];
			for (int c = 0; c < classes; c++) {
				double pull = weight * (shares[c] / sum - (c == truth[i] ? 1 : 0));
				for (int j = 0, w = c * step; j < width; j++, w++)
					gradient[w] += pull * rows[from + j];
				gradient[c * step + width] += pull;
			}
			return weight * (Math.log(sum) - own);
		}
	}
}
