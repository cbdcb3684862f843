package triptych.advisor.need;

import java.util.Locale;

import triptych.core.TriptychException;

/** The languages that questions are read in and advice is given in, each with its numbers. */
public enum Language {

	EN(',', '.'), DE('.', ','), FR('\u202f', ','), ES('.', ','), ZH(',', '.'), JA(',', '.');

	private final char thousands, decimal;

	Language(char thousands, char decimal) {
		this.thousands = thousands;
		this.decimal = decimal;
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Between groups of three digits; a narrow blank that breaks no line in French. */
	char thousands() {
		return thousands;
	}

	/** Before the first digit behind the ones. */
	char decimal() {
		return decimal;
	}

	/**
	 * An amount of money, hours or images as people write it: whole from 10 up, one decimal below,
	 * two below 1.
	 */
	public String amount(double n) {
		if (n >= 10 || n == Math.rint(n)) return number(n, 0);
		return number(n, n < 1 ? 2 : 1);
	}

	/** A number as it was given, but for more than two decimals. */
	public String given(double n) {
		if (n == Math.rint(n)) return number(n, 0);
		return number(n, Math.rint(10 * n) == 10 * n ? 1 : 2);
	}

	/** A number with so many decimals and the marks of this language, for people to read. */
	public String number(double n, int decimals) {
		StringBuilder marked = new StringBuilder();
		for (char c : String.format(Locale.ROOT, "%,." + decimals + "f", n).toCharArray())
			marked.append(mark(c));
		return marked.toString();
	}

	private char mark(char english) {
		if (english == ',') return thousands;
		return english == '.' ? decimal : english;
	}

	/** @param key two letters, such as de */
	public static Language of(String key) {
		for (Language l : values())
			if (l.key().equals(key.strip().toLowerCase(Locale.ROOT))) return l;
		throw new TriptychException(
			"language=" + key + ": say en, de, fr, es, zh or ja, or leave it out.");
	}
}
