package triptych.metrics.objects;

/**
 * A number of each image in prediction and truth: their mean difference (bias) and the limits
 * between which 95 % of the differences lie (Bland and Altman, Statistical methods for assessing
 * agreement between two methods of clinical measurement, 1986).
 *
 * @param low and {@code high}: bias -/+ 1.96 standard deviations, NaN for fewer than two images
 */
public record Agreement(double bias, double low, double high) {

	/** @param differences prediction minus truth, an image each, each repeated by its count */
	static Agreement of(double[] differences, int[] times) {
		double sum = 0, squares = 0;
		long n = 0;
		for (int i = 0; i < differences.length; i++) {
			sum += times[i] * differences[i];
			n += times[i];
		}
		if (n == 0) return new Agreement(Double.NaN, Double.NaN, Double.NaN);
		double bias = sum / n;
		for (int i = 0; i < differences.length; i++)
			squares += times[i] * (differences[i] - bias) * (differences[i] - bias);
		double reach = n < 2 ? Double.NaN : 1.96 * Math.sqrt(squares / (n - 1));
		return new Agreement(bias, bias - reach, bias + reach);
	}
}
