package triptych.draft;

/**
 * How far what a model gave for an image is a result that can be, read in one way.
 *
 * @param grade {@link #NONE}, {@link #SOME} or {@link #FULL}
 * @param why in words, to follow the reading's name
 */
public record Sense(int grade, String why) {

	/** It cannot be a result; it is strange, or nothing; it looks like one. */
	static final int NONE = 0, SOME = 1, FULL = 2;
}
