package triptych.decode;

/**
 * Shannon's entropy of class scores over its largest possible value: 0 where one class is sure, 1
 * where all are equal.
 */
public final class Entropy {

	private Entropy() {}

	/**
	 * Of classes that exclude each other; scores that do not add up to 1 are scaled so that they do.
	 */
	public static double exclusive(double[] scores) {
		if (scores.length < 2) return independent(scores);
		double sum = 0, entropy = 0;
		for (double s : scores)
			sum += Math.max(0, s);
		if (!(sum > 0)) return 1;
		for (double s : scores)
			entropy -= xLogX(Math.max(0, s) / sum);
		return Math.min(1, entropy / Math.log(scores.length));
	}

	/** Of classes that can be true together: that of the class which is least sure. */
	public static double independent(double[] scores) {
		double largest = 0;
		for (double s : scores) {
			double p = Math.max(0, Math.min(1, s));
			largest = Math.max(largest, -(xLogX(p) + xLogX(1 - p)) / Math.log(2));
		}
		return largest;
	}

	private static double xLogX(double p) {
		return p > 0 ? p * Math.log(p) : 0;
	}
}
