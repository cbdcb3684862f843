package triptych.advisor.question;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.advisor.need.Language;
import triptych.advisor.need.ResourceTable;

/** Tells the language of a text by its script and its commonest words. */
final class LanguageGuess {

	/** Letters of a text that are enough to tell its language by its cues. */
	private static final int ENOUGH = 500;

	/** Common words tell so clearly that cues need not be looked up. */
	private static final double CLEARLY = 1.4;

	/**
	 * The commonest words, as {@link NormalText} writes them, and the languages in Latin letters that
	 * have them.
	 */
	private static final Map<String, Set<Language>> COMMON = new HashMap<>();

	private static final List<Language> LATIN = List.of(Language.EN, Language.DE, Language.FR,
		Language.ES);

	static {
		for (String[] row : ResourceTable.rows("common-words.tsv"))
			for (String word : NormalText.of(row[1]).text().split(" "))
				put(word, Language.of(row[0]));
	}

	private static void put(String word, Language language) {
		Set<Language> before = COMMON.get(word);
		if (before == null) COMMON.put(word, EnumSet.of(language));
		else before.add(language);
	}

	/**
	 * The language of a part of a text by its script (kana: Japanese; Han letters without kana:
	 * Chinese), else by its commonest words.
	 *
	 * @param otherwise the language where nothing tells
	 */
	static Language of(NormalText text, int from, int to, Language otherwise) {
		int han = 0, kana = 0, latin = 0;
		for (int i = from; i < to; i++) {
			char c = text.at(i);
			if (c >= 0x3040 && c <= 0x30ff) kana++;
			else if (c >= 0x4e00 && c <= 0x9fff) han++;
			else if (c >= 'a' && c <= 'z') latin++;
		}
		// One such letter says as much as several Latin ones: terms are often English.
		if (kana > 0 && 9 * (kana + han) > latin) return Language.JA;
		if (han > 0 && 9 * han > latin) return otherwise == Language.JA ? Language.JA : Language.ZH;
		return latin(text, from, to, LATIN.contains(otherwise) ? otherwise : Language.EN);
	}

	/**
	 * A word counts the less, the more languages have it; words of the language's cues count by their
	 * letters.
	 */
	private static Language latin(NormalText text, int from, int to, Language otherwise) {
		Map<Language, Double> points = new EnumMap<>(Language.class);
		for (int i = from; i < to;) {
			int end = i;
			while (end < to && NormalText.isWord(text.at(end))) end++;
			Set<Language> languages = COMMON.getOrDefault(text.text().substring(i, end), Set.of());
			for (Language l : languages)
				points.put(l, points.getOrDefault(l, 0.0) + 2.0 / languages.size());
			i = Math.max(end, i + 1);
		}
		Language best = best(points, otherwise);
		double second = 0;
		for (Map.Entry<Language, Double> e : points.entrySet())
			if (e.getKey() != best) second = Math.max(second, e.getValue());
		double ahead = points.getOrDefault(best, 0.0) - second;
		if (ahead > CLEARLY) return best;
		// Of a sentence, the language of the whole text is the likeliest.
		boolean whole = from == 0 && to == text.length();
		if (!whole && best == otherwise && ahead > 0) return best;
		for (Language l : LATIN)
			for (FoundCue f : Lexicon.of(l).all(text, from, Math.min(to, from + ENOUGH)))
				if (f.end() - f.start() > 4) points.merge(l, (f.end() - f.start()) / 12.0, Double::sum);
		return best(points, otherwise);
	}

	private static Language best(Map<Language, Double> points, Language otherwise) {
		Language best = otherwise;
		for (Map.Entry<Language, Double> e : points.entrySet())
			if (e.getValue() > points.getOrDefault(best, 0.0)) best = e.getKey();
		return best;
	}

	private LanguageGuess() {}
}
