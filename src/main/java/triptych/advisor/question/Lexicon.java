package triptych.advisor.question;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import triptych.advisor.need.Language;

/**
 * The cues of a language, from {@code cues-<language>.tsv}; that file's heading says how to write
 * one.
 */
final class Lexicon {

	/** Letters that a star between words stands for, and two dots, at most. */
	static final int NARROW = 18, WIDE = 40;

	private static final Map<Language, Lexicon> ALL = new EnumMap<>(Language.class);

	/** Cues that begin with a word, and those that may begin inside one. */
	private final Trie<Cue.Part> whole = new Trie<>(), inner = new Trie<>();

	/** Cues that are not made yet. */
	private final CueRows rows;

	/**
	 * Cues in which the same word, or the same Chinese character, stands twice: "pore by pore" is cue
	 * "@ by @".
	 */
	private final List<Cue.Part> twice = new ArrayList<>();

	static synchronized Lexicon of(Language language) {
		return ALL.computeIfAbsent(language, Lexicon::new);
	}

	private Lexicon(Language language) {
		rows = new CueRows(language);
		addAll(rows.takenElsewhere());
	}

	private void addAll(List<Cue> cues) {
		for (Cue cue : cues)
			add(cue);
	}

	private void add(Cue cue) {
		if (isPlain(cue.words())) {
			whole.add(cue.words(), new Cue.Part(cue, 0, 1, false, false, false, 0));
			return;
		}
		if (cue.words().contains("@")) {
			String[] around = cue.words().split("@", -1);
			Cue normal = new Cue(NormalText.of(around[0]).text() + "@" + NormalText.of(around[1]).text(),
				cue.concept(), cue.weight());
			twice.add(new Cue.Part(normal, 0, 1, false, false, false, 0));
			return;
		}
		String[] parts = parts(cue.words());
		int gap = parts.length == 1 ? 0 : NARROW;
		if (cue.words().contains(" .. ")) gap = WIDE;
		for (int i = 0; i < parts.length; i++) {
			String part = parts[i].strip();
			boolean first = part.startsWith("^"), open = part.startsWith("*"),
				goesOn = part.endsWith("*");
			String plain = plain(part.replace("*", "").replace("^", ""));
			Cue.Part entry = new Cue.Part(cue, i, parts.length, open, goesOn, first, gap);
			(open ? inner : whole).add(plain, entry);
		}
	}

	/**
	 * Normal text; most English words are that already, which saves a third of the time that a
	 * lexicon takes.
	 */
	private static String plain(String part) {
		for (int i = 0; i < part.length(); i++) {
			char c = part.charAt(i);
			boolean letter = c >= 'a' && c <= 'z' || c == ' ' || c >= '0' && c <= '9';
			boolean umlaut = c == 'e' && i > 0 && "aou".indexOf(part.charAt(i - 1)) >= 0;
			if (!letter || umlaut) return NormalText.of(part).text().strip();
		}
		return part.strip();
	}

	/** Normal text without a star or gap, as most English cues are. */
	private static boolean isPlain(String words) {
		char before = ' ';
		for (int i = 0; i < words.length(); i++) {
			char c = words.charAt(i);
			boolean umlaut = c == 'e' && (before == 'a' || before == 'o' || before == 'u');
			if ((c < 'a' || c > 'z' || umlaut) && (c != ' ' || before == ' ')) return false;
			before = c;
		}
		return true;
	}

	private static String[] parts(String words) {
		List<String> parts = new ArrayList<>();
		String left = words.startsWith("* ") ? " " + words : words;
		for (int gap = gap(left); gap >= 0; gap = gap(left)) {
			parts.add(left.substring(0, gap));
			left = left.substring(left.indexOf(' ', gap + 1) + 1);
		}
		parts.add(left);
		return parts.toArray(new String[0]);
	}

	/** Where a part of a cue ends, and other words may follow; -1 for the last part. */
	private static int gap(String words) {
		int narrow = words.indexOf(" * "), wide = words.indexOf(" .. ");
		return narrow < 0 || wide < 0 ? Math.max(narrow, wide) : Math.min(narrow, wide);
	}

	/** Words of cues, but for the shortest, for mending typing errors. */
	Vocabulary words() {
		return rows.words(Spelling.SHORTEST - 1);
	}

	/** Cues that begin anywhere in a part of a text, in the order of their beginnings. */
	synchronized List<FoundCue> all(NormalText text, int from, int to) {
		List<FoundCue> found = new ArrayList<>();
		for (int i = from; i < to; i++) {
			if (!text.insideWord(i)) {
				addAll(rows.taken(text, i));
				match(whole, text, i, found);
			}
			match(inner, text, i, found);
			for (Cue.Part e : twice)
				matchTwice(e, text, i, found);
		}
		return found;
	}

	/** Where a cue with words of its own stands in the same place ("day by day"), that one counts. */
	private static void matchTwice(Cue.Part entry, NormalText text, int start, List<FoundCue> into) {
		String all = text.text(), cue = entry.cue().words(),
			before = cue.substring(0, cue.indexOf('@'));
		String between = cue.substring(before.length() + 1);
		if (text.insideWord(start) || !all.startsWith(before, start)) return;
		int word = start + before.length(), end = wordEnd(text, word + 1, true);
		if (word >= all.length() || !Character.isLetterOrDigit(all.charAt(word))) return;
		// A word of one or two letters is an abbreviation or an article; a Chinese character is a word.
		if (NormalText.isWord(all.charAt(word)) && end - word < 3) return;
		String again = between + all.substring(word, Math.min(end, all.length()));
		int last = end + again.length();
		if (!all.startsWith(again, end) || text.insideWord(last)) return;
		if (into.stream().noneMatch(f -> f.start() == start && f.end() >= last))
			into.add(new FoundCue(entry, start, last, false));
	}

	private static void match(Trie<Cue.Part> trie, NormalText text, int start, List<FoundCue> into) {
		int state = 0;
		for (int i = start; i < text.length(); i++) {
			state = trie.step(state, text.at(i));
			if (state < 0) return;
			for (Cue.Part e : trie.at(state)) {
				if (text.insideWord(i + 1) && !e.goesOn() || e.first() && !begins(text, start)) continue;
				into.add(new FoundCue(e, start, wordEnd(text, i + 1, e.goesOn()), false));
			}
		}
	}

	/** Nothing but a mark and blanks before. */
	private static boolean begins(NormalText text, int start) {
		int i = start - 1;
		while (i >= 0 && text.at(i) == ' ') i--;
		return i < 0 || ",.;:!?¿¡\n(\"，。；：！？（「".indexOf(text.at(i)) >= 0;
	}

	private static int wordEnd(NormalText text, int end, boolean goesOn) {
		while (goesOn && text.insideWord(end)) end++;
		return end;
	}
}
