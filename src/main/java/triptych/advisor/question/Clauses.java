package triptych.advisor.question;

import java.util.ArrayList;
import java.util.List;

/**
 * Where sentences and clauses of a text begin and end.
 *
 * @param sentences beginnings and ends
 * @param clauses likewise, within the sentences
 */
record Clauses(List<int[]> sentences, List<int[]> clauses) {

	private static final String SENTENCE = ".!?;。！？；\n", CLAUSE = ",:()[]，：（）–—/", LIST = "、";

	static Clauses of(NormalText text) {
		List<int[]> sentences = new ArrayList<>(), clauses = new ArrayList<>();
		int sentence = 0, clause = 0;
		boolean kana = false;
		for (int i = 0; i < text.length() && !kana; i++)
			kana = text.at(i) >= 0x3040 && text.at(i) <= 0x30ff;
		for (int i = 0; i < text.length(); i++) {
			char c = text.at(i);
			if (NormalText.isWord(c) || c == ' ') continue;
			boolean ends = SENTENCE.indexOf(c) >= 0 && !insideNumber(text, i);
			// The mark of Chinese lists is the comma of Japanese.
			boolean pauses = CLAUSE.indexOf(c) >= 0 && !insideNumber(text, i) && c != '/'
				|| kana && LIST.indexOf(c) >= 0;
			if (ends || pauses) {
				clauses.add(new int[]{ clause, i + 1 });
				clause = i + 1;
			}
			if (ends) {
				sentences.add(new int[]{ sentence, i + 1 });
				sentence = i + 1;
			}
		}
		if (clause < text.length()) clauses.add(new int[]{ clause, text.length() });
		if (sentence < text.length()) sentences.add(new int[]{ sentence, text.length() });
		return new Clauses(sentences, clauses);
	}

	/** As in 0.5, e.g. and 3:1: a mark that is followed by a letter or digit ends nothing. */
	private static boolean insideNumber(NormalText text, int i) {
		return text.at(i) < 128 && text.at(i) != '\n' && text.at(i) != '(' && i + 1 < text.length()
			&& NormalText.isWord(text.at(i + 1));
	}
}
