package triptych.advisor;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import triptych.core.TriptychException;

/** The languages that questions are read in. */
public enum Language {

	EN, DE, FR, ES, ZH, JA;

	/** Letters of a text that are enough to tell its language by its cues. */
	private static final int ENOUGH = 500;

	/** The commonest words of the languages in Latin letters, as {@link NormalText} writes them. */
	private static final Map<Language, Set<String>> COMMON = new EnumMap<>(Language.class);

	static {
		for (String[] row : Tsv.rows("common-words.tsv")) {
			Set<String> words = COMMON.computeIfAbsent(of(row[0]), l -> new HashSet<>());
			for (String word : row[1].split(" "))
				words.add(NormalText.of(word).text());
		}
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @param key two letters, such as de */
	public static Language of(String key) {
		for (Language l : values())
			if (l.key().equals(key.strip().toLowerCase(Locale.ROOT))) return l;
		throw new TriptychException("language=" + key + ": say en, de, fr, es, zh or ja, or leave it out.");
	}

	/**
	 * The language of a text by its script (kana: Japanese; Han letters without kana: Chinese), else by its commonest
	 * words.
	 *
	 * @param otherwise the language where nothing tells
	 */
	static Language of(NormalText text, Language otherwise) {
		int han = 0, kana = 0, latin = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.at(i);
			if (c >= 0x3040 && c <= 0x30ff) kana++;
			else if (c >= 0x4e00 && c <= 0x9fff) han++;
			else if (c >= 'a' && c <= 'z') latin++;
		}
		if (3 * kana > latin / 3 && kana > 0) return JA;
		if (3 * han > latin / 3 && han > 0) return otherwise == JA ? JA : ZH;
		return latin(text, otherwise);
	}

	/** A word counts the less, the more languages have it; words of the language's cues count by their letters. */
	private static Language latin(NormalText text, Language otherwise) {
		Map<Language, Double> points = new EnumMap<>(Language.class);
		for (String word : text.text().split("[^a-zù]+")) {
			long languages = COMMON.values().stream().filter(w -> w.contains(word)).count();
			COMMON.forEach((l, words) -> {
				if (words.contains(word)) points.merge(l, 2.0 / languages, Double::sum);
			});
		}
		Language best = otherwise;
		for (Language l : COMMON.keySet()) {
			for (FoundCue f : Lexicon.of(l).all(text, 0, Math.min(text.length(), ENOUGH)))
				if (f.end() - f.start() > 4) points.merge(l, (f.end() - f.start()) / 12.0, Double::sum);
			if (points.getOrDefault(l, 0.0) > points.getOrDefault(best, 0.0)) best = l;
		}
		return best;
	}
}
