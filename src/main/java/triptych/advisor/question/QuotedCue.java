package triptych.advisor.question;

import triptych.advisor.need.Need;

/**
 * Words of a question that led to a need.
 *
 * @param words as the user wrote them
 * @param start first character in the question
 * @param end behind the last character
 * @param concept what they speak for, such as {@code size.area}
 * @param negated the user says that this is not needed
 */
public record QuotedCue(String words, int start, int end, String concept, boolean negated) {

	/** The need that they speak of. */
	public Need need() {
		return switch (concept.substring(0, concept.indexOf('.'))) {
			case "several" -> Need.SEVERAL;
			case "one" -> Need.ONE;
			case "individuals" -> Need.INDIVIDUALS;
			case "size" -> Need.SIZE;
			case "background" -> Need.BACKGROUND;
			default -> Need.LEVEL;
		};
	}
}
