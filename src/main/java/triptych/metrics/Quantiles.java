package triptych.metrics;

import java.util.function.DoubleUnaryOperator;

/** The normal and Student's distribution, as far as intervals need them. */
final class Quantiles {

	private Quantiles() {}

	/**
	 * The share of the standard normal distribution below z, to 1e-15 (complementary error
	 * function).
	 */
	static double normalBelow(double z) {
		return z < 0 ? upper(-z) : 1 - upper(z);
	}

	/**
	 * The share above z >= 0: a power series near the middle, a continued fraction (Laplace) in the
	 * tail.
	 */
	private static double upper(double z) {
		double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
		if (z > 4) {
			double fraction = z;
			for (int k = 60; k > 0; k--) fraction = z + k / fraction;
			return density / fraction;
		}
		double term = z, sum = z;
		for (int k = 3; term > sum * 1e-17; k += 2) {
			term *= z * z / k;
			sum += term;
		}
		return 0.5 - density * sum;
	}

	/**
	 * z with the given share of the standard normal distribution below it; infinite at 0 and 1.
	 */
	static double normal(double share) {
		if (share <= 0) return Double.NEGATIVE_INFINITY;
		if (share >= 1) return Double.POSITIVE_INFINITY;
		return inverse(share, -40, 40, Quantiles::normalBelow);
	}

	/** Student's t with the given share, above one half, below it. */
	static double t(double share, int freedom) {
		return inverse(share, 0, 1e6, t -> tBelow(t, freedom));
	}

	/**
	 * The share of Student's distribution below t >= 0, in closed form (Abramowitz and Stegun
	 * 26.7.3 and 26.7.4).
	 */
	private static double tBelow(double t, int freedom) {
		double angle = Math.atan(t / Math.sqrt(freedom)), cos2 = Math.pow(Math.cos(angle), 2);
		boolean odd = freedom % 2 == 1;
		double term = odd ? Math.cos(angle) : 1, sum = freedom == 1 ? 0 : term;
		for (int k = odd ? 2 : 1; k <= freedom - 3; k += 2) {
			term *= cos2 * k / (k + 1);
			sum += term;
		}
		double within = odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
		return 0.5 + within / 2;
	}

	private static double inverse(
			double share, double low, double high, DoubleUnaryOperator below) {
		for (int step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); step++) {
			double middle = (low + high) / 2;
			if (below.applyAsDouble(middle) < share) low = middle;
			else high = middle;
		}
		return (low + high) / 2;
	}
}
