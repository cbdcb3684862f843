package triptych.advisor.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import triptych.advisor.need.Language;

/**
 * Finds the cues of a text: the longest at every place, those with a gap joined, those negated
 * marked.
 */
final class CueFinder {

	private CueFinder() {}

	/** A text as it was searched, with the cues in it. */
	record Found(NormalText text, List<FoundCue> cues) {}

	/**
	 * @param language of all sentences, or null where each sentence shall tell its own
	 * @param otherwise the language of a sentence that does not tell
	 */
	static Found find(NormalText raw, Language language, Language otherwise) {
		List<int[]> sentences = Clauses.of(raw).sentences();
		List<Language> languages = new ArrayList<>();
		List<UnaryOperator<String>> spelling = new ArrayList<>();
		for (int[] s : sentences) {
			Language l = language != null ? language : LanguageGuess.of(raw, s[0], s[1], otherwise);
			languages.add(l);
			spelling.add(
				l == Language.ZH || l == Language.JA ? UnaryOperator.identity() : Spelling.of(l)::mend);
		}
		NormalText text = raw.replacing(sentences, spelling);
		Clauses clauses = Clauses.of(text);
		List<FoundCue> all = new ArrayList<>();
		for (int i = 0; i < languages.size(); i++) {
			int[] s = clauses.sentences().get(i);
			Language l = languages.get(i);
			all.addAll(joined(Lexicon.of(l).all(text, s[0], s[1])));
			// Chinese and Japanese texts hold English terms.
			if (l == Language.ZH || l == Language.JA)
				all.addAll(joined(Lexicon.of(Language.EN).all(text, s[0], s[1])));
		}
		return new Found(text, Negation.mark(longest(all), clauses));
	}

	/**
	 * Parts of cues with a gap become one cue where they follow each other; parts alone are dropped.
	 */
	private static List<FoundCue> joined(List<FoundCue> parts) {
		List<FoundCue> whole = new ArrayList<>();
		// The hash of a record takes 30 ms the first time.
		Map<Cue, FoundCue> begun = new IdentityHashMap<>();
		parts.sort(Comparator.naturalOrder());
		for (FoundCue f : parts) {
			if (f.entry().parts() == 1) whole.add(f);
			else if (f.entry().part() == 0) begun.put(f.cue(), f);
			else {
				FoundCue before = begun.get(f.cue());
				if (before == null || before.entry().part() != f.entry().part() - 1
					|| f.start() <= before.end() || f.start() - before.end() > f.entry().gap()) continue;
				FoundCue both = new FoundCue(f.entry(), before.start(), f.end(), false);
				if (f.entry().part() == f.entry().parts() - 1) whole.add(both);
				else begun.put(f.cue(), both);
			}
		}
		return whole;
	}

	/** Without those that lie inside a longer one. */
	private static List<FoundCue> longest(List<FoundCue> found) {
		found.sort(Comparator.naturalOrder());
		List<FoundCue> kept = new ArrayList<>();
		FoundCue reach = null;
		for (FoundCue f : found) {
			if (reach != null && reach.holds(f)) continue;
			if (!isThere(f, kept)) kept.add(f);
			// What lies in a wide gap still counts for itself.
			if ((reach == null || f.end() > reach.end()) && f.entry().gap() <= Lexicon.NARROW) reach = f;
		}
		return kept;
	}

	/** The same place speaks for the same concept already, by another cue. */
	private static boolean isThere(FoundCue f, List<FoundCue> kept) {
		for (int i = kept.size() - 1; i >= 0 && kept.get(i).start() == f.start(); i--)
			if (kept.get(i).end() == f.end() && kept.get(i).cue().concept().equals(f.cue().concept()))
				return true;
		return false;
	}
}
