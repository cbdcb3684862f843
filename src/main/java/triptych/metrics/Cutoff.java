package triptych.metrics;

/** A threshold that a user can read and type. */
public final class Cutoff {

	private Cutoff() {}

	/**
	 * The number of fewest decimals, two or more, that accepts a score and not the next lower one.
	 *
	 * @param next negative infinity where there is no lower score
	 */
	public static double between(double score, double next) {
		for (double unit = 100; unit < 1e9; unit *= 10) {
			double rounded = Math.floor(score * unit) / unit;
			if (rounded > next) return rounded;
		}
		return score;
	}
}
