package triptych.core;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What came closest to being found where nothing was, for the question whether it is the model or the image.
 *
 * @param passed how many of a decoder's limits it passed before one stopped it
 * @param score of what came closest, in [0,1]
 * @param sentence which limit it missed, such as {@code The strongest candidate scored 0.21, below confidence=0.5}
 */
public record NearMiss(int passed, double score, String sentence) {

	/**
	 * @param limit the limit in words, such as {@code confidence=0.5}
	 * @param value the limit itself
	 */
	public static NearMiss below(int passed, String what, double score, String limit, double value) {
		return new NearMiss(passed, score, what + " scored " + text(score, value) + ", below " + limit);
	}

	/** True for what came closer than the other one. */
	public boolean isCloserThan(NearMiss other) {
		return passed != other.passed ? passed > other.passed : score > other.score;
	}

	/** With as many digits as show that it is less than the limit, and more than nothing. */
	private static String text(double score, double limit) {
		if (!Double.isFinite(score)) return String.valueOf(score);
		for (int digits = 2; digits < 9; digits++) {
			BigDecimal rounded = new BigDecimal(score).setScale(digits, RoundingMode.HALF_UP);
			if (rounded.doubleValue() < limit && (rounded.signum() > 0 || score < 1e-6)) return rounded.stripTrailingZeros()
				.toPlainString();
		}
		return String.valueOf(score);
	}
}
