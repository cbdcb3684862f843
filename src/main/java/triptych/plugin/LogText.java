package triptych.plugin;

import java.awt.GraphicsEnvironment;

import ij.IJ;

/** Sentences as ImageJ's windows show them, which break no line themselves. */
public final class LogText {

	/** Letters in a line of the Log, which opens no wider. */
	static final int LINE = 60;
	/** Tells the lines of one sentence from the next one. */
	private static final String GOES_ON = "\n    ";

	private LogText() {}

	/** A sentence to the Log: in several lines in its window, in one where there is no window. */
	public static void log(String sentence) {
		boolean window = !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null
			&& IJ.getInstance().isVisible();
		IJ.log(window ? wrapped(sentence, LINE, GOES_ON) : sentence);
	}

	/** Broken between words; a path without blanks stays whole. */
	static String wrapped(String sentence, int letters, String between) {
		StringBuilder lines = new StringBuilder();
		int length = 0;
		for (String word : sentence.split(" ")) {
			boolean full = length > 0 && length + word.length() > letters;
			if (full) {
				lines.append(between);
				length = 0;
			}
			else if (length > 0) lines.append(' ');
			lines.append(word);
			length += word.length() + (full ? 0 : 1);
		}
		return lines.toString();
	}
}
