package triptych.advisor.need;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of the window, of the reasons and of the plan in a language, from {@code
 * words-<language>.tsv}; what has not been translated stays English.
 */
public final class Words {

	private static final Map<Language, Map<String, String>> ALL = new EnumMap<>(Language.class);

	private final Language language;
	private final Map<String, String> own, english;

	private Words(Language language, Map<String, String> own, Map<String, String> english) {
		this.language = language;
		this.own = own;
		this.english = english;
	}

	public static Words in(Language language) {
		return new Words(language, table(language), table(Language.EN));
	}

	public Language language() {
		return language;
	}

	private static synchronized Map<String, String> table(Language language) {
		Map<String, String> words = ALL.get(language);
		if (words != null) return words;
		words = new HashMap<>();
		for (String[] row : ResourceTable.rows("words-" + language.key() + ".tsv"))
			words.put(row[0], row[1]);
		ALL.put(language, words);
		return words;
	}

	/**
	 * @param key of the words in the table
	 * @param values in the places of {0}, {1} and so on
	 */
	public String say(String key, Object... values) {
		String text = own.getOrDefault(key, english.get(key));
		if (text == null) throw new IllegalArgumentException("words-en.tsv has no row " + key);
		for (int i = 0; i < values.length; i++)
			text = text.replace("{" + i + "}", String.valueOf(values[i]));
		return text;
	}

	/** An amount in the marks of this language, see {@link Language#amount}. */
	public String amount(double n) {
		return language.amount(n);
	}

	/** The words of a key in this language, or what stands for them in English elsewhere. */
	public String sayOr(String key, String english) {
		return own.getOrDefault(key, english);
	}

	/** Sentences one after another; Chinese and Japanese put no blank between them. */
	public String join(List<String> sentences) {
		StringBuilder joined = new StringBuilder();
		String between = say("join").replace('_', ' ');
		for (String s : sentences)
			if (!s.isBlank()) joined.append(joined.isEmpty() ? "" : between).append(s);
		return joined.toString();
	}
}
