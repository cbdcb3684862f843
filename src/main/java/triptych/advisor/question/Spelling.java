package triptych.advisor.question;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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

	private final Set<String> known;

	/**
	 * A known word with one letter left out to that word; blank where several words come out the
	 * same; made when asked.
	 */
	private Map<String, String> shortened;

	private Spelling(Language language) {
		known = Lexicon.of(language).words();
	}

	private synchronized Map<String, String> shortened() {
		if (shortened != null) return shortened;
		Map<String, String> all = new HashMap<>();
		for (String word : known)
			for (int i = 1; word.length() >= LONG && i < word.length(); i++)
				all.merge(without(word, i), word, (a, b) -> a.equals(b) ? a : "");
		shortened = all;
		return shortened;
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
		String longer = shortened().getOrDefault(word, "");
		if (!longer.isEmpty()) return longer;
		for (int i = 1; i < word.length(); i++) {
			String less = without(word, i), meant = shortened().getOrDefault(less, "");
			if (known.contains(less)) return less;
			if (meant.length() == word.length()) return meant;
		}
		return word;
	}

	private static String without(String word, int i) {
		return word.substring(0, i) + word.substring(i + 1);
	}
}
