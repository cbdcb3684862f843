package triptych.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * A figure of a set of images as a function of how often each image counts. Pooled figures (AP, F1,
 * PQ) are computed anew from all objects of the images that count, not averaged over images.
 */
@FunctionalInterface
public interface Pooled {

	/**
	 * @param times how often each image counts, in the order in which the images were added
	 * @return the figure, or NaN where these images do not define it
	 */
	double over(int[] times);

	/** Every image counted once. */
	default double overAll(int images) {
		int[] once = new int[images];
		Arrays.fill(once, 1);
		return over(once);
	}

	/** The mean of a number of each image, of those images where it is defined. */
	static Pooled mean(double[] ofImage) {
		return times -> {
			double sum = 0;
			long n = 0;
			for (int i = 0; i < ofImage.length; i++) {
				if (times[i] == 0 || Double.isNaN(ofImage[i])) continue;
				sum += times[i] * ofImage[i];
				n += times[i];
			}
			return n == 0 ? Double.NaN : sum / n;
		};
	}

	/** The mean over several figures, of those that are defined. */
	static Pooled meanOf(Iterable<Pooled> figures) {
		return times -> {
			double sum = 0;
			int n = 0;
			for (Pooled figure : figures) {
				double value = figure.over(times);
				if (Double.isNaN(value)) continue;
				sum += value;
				n++;
			}
			return n == 0 ? Double.NaN : sum / n;
		};
	}

	/**
	 * A figure made of the sums over images of some numbers of each image: {@code ofImage[i]} holds
	 * those of image i.
	 */
	static Pooled ofSums(double[][] ofImage, ToDoubleFunction<double[]> figure) {
		return times -> {
			double[] sums = new double[ofImage.length == 0 ? 0 : ofImage[0].length];
			for (int i = 0; i < ofImage.length; i++)
				if (times[i] != 0)
					for (int k = 0; k < sums.length; k++) sums[k] += times[i] * ofImage[i][k];
			return sums.length == 0 ? Double.NaN : figure.applyAsDouble(sums);
		};
	}

	/** a / b, and NaN where b is 0. */
	static double ratio(double a, double b) {
		return b == 0 ? Double.NaN : a / b;
	}
}
