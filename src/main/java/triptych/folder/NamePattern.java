package triptych.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import triptych.core.TriptychException;

/**
 * A pattern for file names, in capitals or not: {@code *} is any text, {@code ?} any letter,
 * {@code [a-c]} one of some letters, {@code {tif,png}} a choice. Matching takes at most the product
 * of the two lengths, whatever the pattern; a regular expression can take for ever.
 */
final class NamePattern {

	private static final int MOST_CHOICES = 1000;

	private final List<String> choices = new ArrayList<>();

	/** @throws TriptychException where a bracket or brace does not end */
	NamePattern(String pattern) {
		expand(pattern.toLowerCase(Locale.ROOT), pattern);
	}

	private void expand(String text, String pattern) {
		int open = text.indexOf('{');
		if (open < 0) {
			checkBrackets(text, pattern);
			choices.add(text);
			if (choices.size() > MOST_CHOICES) throw wrong(pattern);
			return;
		}
		int close = text.indexOf('}', open);
		if (close < 0) throw wrong(pattern);
		for (String choice : text.substring(open + 1, close).split(",", -1))
			expand(text.substring(0, open) + choice + text.substring(close + 1), pattern);
	}

	private static void checkBrackets(String text, String pattern) {
		for (int at = text.indexOf('['); at >= 0;) {
			int close = text.indexOf(']', at + 1);
			if (close < 0) throw wrong(pattern);
			at = text.indexOf('[', close + 1);
		}
	}

	private static TriptychException wrong(String pattern) {
		return new TriptychException("The key pattern has the value \"" + pattern
			+ "\", which is not complete; write such as *.tif or *.{tif,png}.");
	}

	boolean matches(String fileName) {
		String name = fileName.toLowerCase(Locale.ROOT);
		for (String choice : choices)
			if (matches(choice, name)) return true;
		return false;
	}

	/** Only the last star is ever tried again: an earlier one that fits keeps fitting. */
	private static boolean matches(String pattern, String name) {
		int p = 0, n = 0, star = -1, from = 0;
		while (n < name.length()) {
			int length = p < pattern.length() ? letter(pattern, p, name.charAt(n)) : 0;
			if (p < pattern.length() && pattern.charAt(p) == '*') {
				star = p++;
				from = n;
			}
			else if (length > 0) {
				p += length;
				n++;
			}
			else if (star >= 0) {
				p = star + 1;
				n = ++from;
			}
			else return false;
		}
		while (p < pattern.length() && pattern.charAt(p) == '*') p++;
		return p == pattern.length();
	}

	/** How many letters of the pattern at {@code p} stand for this one; 0 where they do not. */
	private static int letter(String pattern, int p, char letter) {
		char c = pattern.charAt(p);
		if (c == '?') return 1;
		if (c == '[') {
			int close = pattern.indexOf(']', p + 1);
			return inClass(pattern.substring(p + 1, close), letter) ? close - p + 1 : 0;
		}
		return c == letter && c != '*' ? 1 : 0;
	}

	private static boolean inClass(String letters, char letter) {
		boolean not = letters.startsWith("!");
		for (int i = not ? 1 : 0; i < letters.length(); i++) {
			boolean range = i + 2 < letters.length() && letters.charAt(i + 1) == '-';
			char last = range ? letters.charAt(i + 2) : letters.charAt(i);
			if (letter >= letters.charAt(i) && letter <= last) return !not;
			if (range) i += 2;
		}
		return not;
	}
}
