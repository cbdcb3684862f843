package triptych.advisor;

/**
 * Words that speak for a need.
 *
 * @param words as they stand in the cue table
 * @param concept what they speak for, such as {@code size.area}; {@code not} and {@code not<} for words that negate
 *          what follows or what precedes, {@code break} for words that end a clause, {@code -} for words that say
 *          nothing although they hold other cues
 * @param weight how strongly, 1 as a rule
 */
record Cue(String words, String concept, double weight) {

	/** The part before the dot, such as {@code size}. */
	String group() {
		int dot = concept.indexOf('.');
		return dot < 0 ? concept : concept.substring(0, dot);
	}

	boolean isEvidence() {
		return concept.indexOf('.') > 0;
	}
}
