package triptych.advisor.question;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.advisor.need.Language;

/**
 * Mends typing errors in words of cues: a word that no cue knows and that comes from one that is
 * known by one letter left out, added or changed, or by two exchanged, is replaced. Only long words
 * with their first letter right, for one letter soon makes a short word another one (harness,
 * hardness).
 */
final class Spelling {

	static final int SHORTEST = 5;

	private static final int LONG = 8;

	private static final Map<Language, Spelling> ALL = new EnumMap<>(Language.class);

	/** Words of more letters are left as they are. */
	private static final int MOST = 64;

	private final Vocabulary known;

	/** Known words by their first letter and length, made when asked. */
	private final Map<Integer, List<String>> byLength = new HashMap<>();

	private Spelling(Language language) {
		known = Lexicon.of(language).words();
	}

	static synchronized Spelling of(Language language) {
		return ALL.computeIfAbsent(language, Spelling::new);
	}

	/** The known word that was meant, or the word itself. */
	String mend(String word) {
		if (word.length() < SHORTEST || known.contains(word)) return word;
		for (int i = 1; i + 1 < word.length(); i++) {
			String exchanged = word.substring(0, i) + word.charAt(i + 1) + word.charAt(i)
				+ word.substring(i + 2);
			if (known.contains(exchanged)) return exchanged;
		}
		if (word.length() < LONG || word.length() >= MOST) return word;
		String longer = onlyOne(word);
		if (!longer.isEmpty()) return longer;
		for (int i = 1; i < word.length(); i++) {
			String less = without(word, i);
			if (known.contains(less)) return less;
			String meant = onlyOne(less);
			if (!meant.isEmpty()) return meant;
		}
		return word;
	}

	/**
	 * The one known word, of many letters, that is these with one more among them, not in front;
	 * blank where there is none, or where there are several.
	 */
	private String onlyOne(String letters) {
		String found = "";
		for (String word : words(letters.charAt(0), letters.length() + 1)) {
			if (!isOneMore(word, letters)) continue;
			if (!found.isEmpty()) return "";
			found = word;
		}
		return found;
	}

	private synchronized List<String> words(char first, int length) {
		List<String> words = byLength.get(first * (MOST + 1) + length);
		if (words != null) return words;
		words = known.beginningWith(first, length);
		byLength.put(first * (MOST + 1) + length, words);
		return words;
	}

	private static boolean isOneMore(String word, String letters) {
		int same = 1;
		while (same < letters.length() && word.charAt(same) == letters.charAt(same)) same++;
		return word.startsWith(letters.substring(same), same + 1);
	}

	private static String without(String word, int i) {
		return word.substring(0, i) + word.substring(i + 1);
	}
}
