package triptych.advisor.question;

/**
 * A cue at a place of the normal text.
 *
 * @param start first character
 * @param end behind the last character
 * @param negated the user says that this is not needed
 */
record FoundCue(Cue.Part entry, int start, int end, boolean negated)
	implements Comparable<FoundCue>
{


	Cue cue() {
		return entry.cue();
	}

	/** In the order of the text, the longest first. */
	@Override
	public int compareTo(FoundCue other) {
		int order = Integer.compare(start, other.start);
		return order != 0 ? order : Integer.compare(other.end, end);
	}

	FoundCue negate() {
		return new FoundCue(entry, start, end, !negated);
	}

	boolean holds(FoundCue other) {
		return start <= other.start && other.end <= end && end - start > other.end - other.start;
	}
}
