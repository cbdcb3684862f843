package triptych.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import triptych.core.TriptychException;

/**
 * Splits a macro's options string {@code key=value key=[value with blanks]} into keys and values.
 * ImageJ's own search finds keys inside of values, so it is not used.
 */
final class MacroTokens {

	private static final Pattern WORD = Pattern.compile("\\S+");

	private final String macro;
	private int at;

	private MacroTokens(String macro) {
		this.macro = macro;
	}

	/** @throws TriptychException where a value is missing, has no end, or a key is given twice */
	static Map<String, String> of(String macro) {
		MacroTokens tokens = new MacroTokens(macro);
		Map<String, String> values = new LinkedHashMap<>();
		while (tokens.hasNext()) {
			String key = tokens.key();
			if (values.put(key, tokens.value(key)) != null) {
				throw new TriptychException("The key " + key + " is given twice.");
			}
		}
		return values;
	}

	static String quoted(String value) {
		String safe = value.replace('[', '(')
			.replace(']', ')')
			.replace('\\', '/');
		return WORD.matcher(safe).matches() ? safe : "[" + safe + "]";
	}

	private boolean hasNext() {
		while (at < macro.length() && Character.isWhitespace(macro.charAt(at))) at++;
		return at < macro.length();
	}

	private String key() {
		int start = at;
		while (at < macro.length() && macro.charAt(at) != '=' && !blank()) at++;
		String key = macro.substring(start, at);
		if (at >= macro.length() || macro.charAt(at) != '=') {
			throw new TriptychException("The key \"" + key
				+ "\" has no value; write key=value, with [ ] around values that hold blanks.");
		}
		at++;
		return key;
	}

	private String value(String key) {
		boolean bracket = at < macro.length() && macro.charAt(at) == '[';
		if (!bracket) {
			int start = at;
			while (at < macro.length() && !blank()) at++;
			return macro.substring(start, at);
		}
		int end = macro.indexOf(']', at + 1);
		if (end < 0) {
			throw new TriptychException("The value of " + key + " starts with [ and never ends with ].");
		}
		String value = macro.substring(at + 1, end);
		at = end + 1;
		return value;
	}

	private boolean blank() {
		return Character.isWhitespace(macro.charAt(at));
	}
}
