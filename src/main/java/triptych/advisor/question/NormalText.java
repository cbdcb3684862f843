package triptych.advisor.question;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import triptych.advisor.need.ResourceTable;

/**
 * A text as cues are looked up in it: lower case, half width, without accents, ae, oe and ue for
 * umlauts shortened to a, o and u, hyphens as blanks, traditional Chinese characters as simplified
 * ones; each character knows where it stood.
 */
final class NormalText {

	/** Read when the first Chinese character comes. */
	private static final class Simplified {

		static final Map<Character, Character> OF = new HashMap<>();

		static {
			for (String[] row : ResourceTable.rows("simplified.tsv"))
				for (int i = 0; i < row[0].length(); i++)
					OF.put(row[0].charAt(i), row[1].charAt(i));
		}
	}

	private static final String[] ASCII = new String[128];

	static {
		for (char c = 0; c < ASCII.length; c++)
			ASCII[c] = plain(c);
	}

	private static final char FIRST_HAN = 0x2e80;

	private static String plain(char c) {
		if (c == '\n' || c == '\r') return "\n";
		boolean blank = c == '-' || c == '_' || c <= ' ';
		return blank ? " " : String.valueOf(Character.toLowerCase(c));
	}

	/** What became of letters beyond ASCII, for Normalizer is slow. */
	private static final Map<Integer, String> PLAIN = new ConcurrentHashMap<>();

	/**
	 * The commonest of them, so that most texts never ask Normalizer, which takes its time to begin
	 * with.
	 */
	private static final String ACCENTED = "àáâãäåçèéêëìíîïñòóôõöúûüýÿ",
		WITHOUT = "aaaaaaceeeeiiiinooooouuuyy", UNCHANGED = "ù¿¡«»°“”–—";

	static {
		for (int i = 0; i < ACCENTED.length(); i++) {
			PLAIN.put((int) ACCENTED.charAt(i), WITHOUT.substring(i, i + 1));
			PLAIN.put((int) Character.toUpperCase(ACCENTED.charAt(i)), WITHOUT.substring(i, i + 1));
		}
		for (char c : UNCHANGED.toCharArray())
			PLAIN.put((int) c, String.valueOf(c));
		PLAIN.put((int) '’', "'");
		PLAIN.put((int) 'µ', "μ");
		PLAIN.put((int) 'ß', "ss");
		PLAIN.put((int) 'œ', "o");
		PLAIN.put((int) '²', "2");
		PLAIN.put((int) '³', "3");
	}

	private final String text;
	private final int[] origin;

	private NormalText(String text, int[] origin) {
		this.text = text;
		this.origin = origin;
	}

	static NormalText of(String original) {
		StringBuilder out = new StringBuilder(original.length() + 16);
		int[] origin = new int[original.length() + 16];
		for (int i = 0; i < original.length();) {
			int code = original.codePointAt(i);
			String plain = code < 128 ? ASCII[code] : known(code);
			for (int k = 0; k < plain.length(); k++) {
				char c = plain.charAt(k);
				int last = out.length() - 1;
				boolean umlaut = c == 'e' && last >= 0 && "aou".indexOf(out.charAt(last)) >= 0;
				if (umlaut || c == ' ' && last >= 0 && out.charAt(last) == ' ' || voiced(c, out)) continue;
				if (out.length() + 1 >= origin.length) origin = Arrays.copyOf(origin, 2 * origin.length);
				origin[out.length()] = i;
				out.append(c);
			}
			i += Character.charCount(code);
		}
		origin[out.length()] = original.length();
		return new NormalText(out.toString(), origin);
	}

	private static String known(int code) {
		String plain = PLAIN.get(code);
		if (plain != null) return plain;
		plain = plain(code);
		PLAIN.put(code, plain);
		return plain;
	}

	/** A mark of voice that stands apart, as after half-width kana, joins its kana. */
	private static boolean voiced(char mark, StringBuilder out) {
		if (mark != 0x3099 && mark != 0x309a || out.isEmpty()) return false;
		String joined = Normalizer.normalize(out.substring(out.length() - 1) + mark,
			Normalizer.Form.NFC);
		if (joined.length() == 1) out.setCharAt(out.length() - 1, joined.charAt(0));
		return joined.length() == 1;
	}

	private static String plain(int code) {
		String s = Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT);
		if (s.length() == 1 && s.charAt(0) < 128) return ASCII[s.charAt(0)];
		// The accent of the French word for "where" is all that tells it from "or".
		if (code == 'ù' || code == 'Ù') return "ù";
		if (code == 'ß' || code == 'ẞ') return "ss";
		if (code < 0x250 || code >= 0x300 && code < 0x370)
			s = withoutMarks(Normalizer.normalize(s, Normalizer.Form.NFD));
		if (code == 'œ' || code == 'Œ') s = "o";
		if (code == 0x2019 || code == 0x2018 || code == 0x00b4) return "'";
		if (code >= 0x2010 && code <= 0x2012) return " ";
		if (code == 0x3000) return " ";
		StringBuilder out = new StringBuilder(s);
		for (int i = 0; i < out.length(); i++)
			out.setCharAt(i, simplified(out.charAt(i)));
		return out.toString();
	}

	private static String withoutMarks(String text) {
		StringBuilder out = new StringBuilder();
		for (char c : text.toCharArray()) {
			int type = Character.getType(c);
			boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
				|| type == Character.COMBINING_SPACING_MARK;
			if (!mark) out.append(c);
		}
		return out.toString();
	}

	/** A traditional Chinese character as a simplified one, any other as it is. */
	static char simplified(char c) {
		return c < FIRST_HAN ? c : Simplified.OF.getOrDefault(c, c);
	}

	String text() {
		return text;
	}

	/**
	 * This text with its words replaced; a letter of a new word stands where the old word had it.
	 *
	 * @param parts beginnings and ends that cover the text
	 * @param words for each part, the new word for a word
	 */
	NormalText replacing(List<int[]> parts, List<UnaryOperator<String>> words) {
		StringBuilder out = new StringBuilder(text.length() + 16);
		int[] places = new int[2 * text.length() + 16];
		for (int p = 0; p < parts.size(); p++)
			for (int i = parts.get(p)[0]; i < parts.get(p)[1];) {
				int end = i;
				while (end < parts.get(p)[1] && isWord(text.charAt(end))) end++;
				String word = end > i ? words.get(p).apply(text.substring(i, end))
					: text.substring(i, ++end);
				for (int k = 0; k < word.length(); k++)
					places[out.length() + k] = origin[Math.min(i + k, end - 1)];
				out.append(word);
				i = end;
			}
		places[out.length()] = origin[text.length()];
		return new NormalText(out.toString(), places);
	}

	int length() {
		return text.length();
	}

	char at(int i) {
		return text.charAt(i);
	}

	/** Where the character at i stood in the original; for the length, the end of the original. */
	int origin(int i) {
		return origin[i];
	}

	/** A letter or digit of a script that puts blanks between words. */
	static boolean isWord(char c) {
		return c < 0x250 && Character.isLetterOrDigit(c);
	}

	/** Whether a word goes on across i, so that nothing can begin or end there. */
	boolean insideWord(int i) {
		return i > 0 && i < text.length() && isWord(text.charAt(i - 1)) && isWord(text.charAt(i));
	}
}
