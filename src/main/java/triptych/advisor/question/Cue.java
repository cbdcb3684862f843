package triptych.advisor.question;

/**
 * Words that speak for a need.
 *
 * @param words as they stand in the cue table
 * @param concept what they speak for, such as {@code size.area}; {@code not} and {@code not<} for
 *           words that negate what follows or what precedes, {@code break} for words that end a
 *           clause, {@code -} for words that say nothing although they hold other cues
 * @param weight how strongly, 1 as a rule
 */
record Cue(String words, String concept, double weight) {

	/**
	 * A cue, or a part of a cue with a gap.
	 *
	 * @param part number of the part, from 0
	 * @param parts how many the cue has
	 * @param open the word may begin earlier (a star in front)
	 * @param goesOn the word may go on (a star behind)
	 * @param first at the beginning of a clause only (a ^ in front)
	 * @param gap letters between this part and the one before, at most
	 */
	record Part(Cue cue, int part, int parts, boolean open, boolean goesOn, boolean first, int gap) {}

	/** The part before the dot, such as {@code size}. */
	String group() {
		int dot = concept.indexOf('.');
		return dot < 0 ? concept : concept.substring(0, dot);
	}

	boolean isEvidence() {
		return concept.indexOf('.') > 0;
	}
}
