package triptych.advisor.need;

import java.util.Locale;

import triptych.core.TriptychException;

/** The answer to a yes-or-no question about the need or the images. */
public enum Answer {

	YES, NO, UNKNOWN;

	public boolean known() {
		return this != UNKNOWN;
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * @param name the key that holds the value, for the sentence where it is wrong
	 * @param value yes, no, or one of unknown, auto and nothing
	 */
	public static Answer of(String name, String value) {
		return switch (value.strip().toLowerCase(Locale.ROOT)) {
			case "yes" -> YES;
			case "no" -> NO;
			case "unknown", "auto", "" -> UNKNOWN;
			default ->
				throw new TriptychException(name + "=" + value + ": say yes or no, or leave it out.");
		};
	}
}
