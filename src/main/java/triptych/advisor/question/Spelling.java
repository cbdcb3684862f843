package triptych.advisor.question;

import java.util.EnumMap;
import java.util.HashMap;
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

	private final Vocabulary known;

	/**
	 * A known word with one letter left out to that word, by the first letter, which is never left
	 * out; blank where several words come out the same; made when asked.
	 */
	private final Map<Character, Map<String, String>> shortened = new HashMap<>();

	private Spelling(Language language) {
		known = Lexicon.of(language).words();
	}

	private synchronized Map<String, String> shortened(char first) {
		Map<String, String> all = shortened.get(first);
		if (all != null) return all;
		all = new HashMap<>();
		for (String word : known.beginningWith(first, LONG))
			for (int i = 1; i < word.length(); i++) {
				String less = without(word, i), before = all.get(less);
				all.put(less, before == null || before.equals(word) ? word : "");
			}
		shortened.put(first, all);
		return all;
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
		if (word.length() < LONG) return word;
		Map<String, String> shortened = shortened(word.charAt(0));
		String longer = shortened.getOrDefault(word, "");
		if (!longer.isEmpty()) return longer;
		for (int i = 1; i < word.length(); i++) {
			String less = without(word, i), meant = shortened.getOrDefault(less, "");
			if (known.contains(less)) return less;
			if (meant.length() == word.length()) return meant;
		}
		return word;
	}

	private static String without(String word, int i) {
		return word.substring(0, i) + word.substring(i + 1);
	}
}
