package triptych.core;

/**
 * What came closest to being found where nothing was, for the question whether it is the model or
 * the image.
 *
 * @param passed how many of a decoder's limits it passed before one stopped it
 * @param score of what came closest, in [0,1]
 * @param sentence which limit it missed, such as
 *        {@code The strongest candidate scored 0.21, below confidence=0.5}
 */
public record NearMiss(int passed, double score, String sentence) {

	/**
	 * @param limit the limit in words, such as {@code confidence=0.5}
	 * @param value the limit itself
	 */
	public static NearMiss below(int passed, String what, double score, String limit, double value) {
		String told = Numbers.below(value, score);
		return new NearMiss(passed, score, what + " scored " + told + ", below " + limit);
	}

	/** True for what came closer than the other one. */
	public boolean isCloserThan(NearMiss other) {
		return passed != other.passed ? passed > other.passed : score > other.score;
	}
}
