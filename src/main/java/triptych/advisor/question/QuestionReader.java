package triptych.advisor.question;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import triptych.advisor.need.Language;
import triptych.advisor.need.Needs;
import triptych.advisor.need.OtherTool;
import triptych.advisor.need.TaskChoice;

/**
 * Reads what a user needs out of a question in plain words: finds cues, weighs them, and says how
 * certain it is. Works offline, gives the same answer every time, and takes time in proportion to
 * the length of the text.
 */
public final class QuestionReader {

	/** Scores are divided by this before they become probabilities; see src/training/advisor. */
	private static final double TEMPERATURE = 0.7;

	/** The same where no cue was found: the letters alone are no reason to be sure. */
	private static final double WORDLESS = 2;

	/** Letters alone tell a need only where they make a task more probable than this. */
	private static final double TELLING = 0.45;

	/**
	 * Fewer letters without a word that says so are vague, and no reason to send somebody away to
	 * another tool.
	 */
	private static final int WORDY = 40;

	/** Rows of the tables of words. */
	private static final String EMPTY = "say.empty", VAGUE = "say.wordless";

	/**
	 * A text without cues and with fewer letters than these tells nothing; one in Chinese or Japanese
	 * counts as three.
	 */
	private static final int SHORTEST = 20;

	/** Longer texts tell a story, of which words may lead astray: less is claimed of them. */
	private static final int STORY = 120;

	/** Letters that are read; a question is shorter. */
	private static final int LONGEST = 20000;

	private QuestionReader() {}

	/**
	 * @param question any text, in one language or several
	 * @param language auto, or one of en, de, fr, es, zh and ja
	 */
	public static QuestionAnalysis read(String question, String language) {
		String text = question.length() > LONGEST ? question.substring(0, LONGEST) : question;
		NormalText normal = NormalText.of(text);
		boolean auto = language.isBlank() || language.strip().equalsIgnoreCase("auto");
		Language of = auto ? LanguageGuess.of(normal, 0, normal.length(), Language.EN)
			: Language.of(language);
		CueFinder.Found found = CueFinder.find(normal, auto ? null : of, of);
		List<QuotedCue> cues = new ArrayList<>();
		for (FoundCue c : found.cues())
			cues.add(quoted(c, found.text(), text));
		double[] scores = Evidence.scores(Features.of(found.cues()));
		Ngrams.add(normal, scores);
		Map<TaskChoice, Double> ranked = QuestionAnalysis.ranked(weights(scores, TEMPERATURE));
		if (cues.isEmpty() && letters(text) < WORDY) {
			scores[TaskChoice.NONE.ordinal()] = Double.NEGATIVE_INFINITY;
			ranked = QuestionAnalysis.ranked(weights(scores, TEMPERATURE));
		}
		OtherTool other = other(found.cues());
		boolean telling = letters(text) >= SHORTEST && ranked.values().iterator().next() >= TELLING;
		if (cues.isEmpty()) {
			Needs sounds = telling ? needs(ranked.keySet().iterator().next(), other) : Needs.UNKNOWN;
			return new QuestionAnalysis(sounds, QuestionAnalysis.ranked(weights(scores, WORDLESS)), cues,
				of, other, normal.text().isBlank() ? EMPTY : VAGUE);
		}
		TaskChoice task = ranked.keySet().iterator().next();
		QuestionAnalysis read = new QuestionAnalysis(needs(task, other), ranked, cues, of, other, "")
			.modest();
		if (letters(text) > STORY) read = read.modest();
		return read.unanswered(task).isEmpty() ? read : read.doubted();
	}

	/** A letter again and again, as from a key held down, counts once. */
	private static int letters(String text) {
		int letters = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isLetter(c) && (i == 0 || c != text.charAt(i - 1)))
				letters += c < 0x2e80 ? 1 : 3;
		}
		return letters;
	}

	private static Needs needs(TaskChoice task, OtherTool other) {
		return task == TaskChoice.NONE ? Needs.outOfScope(other) : Needs.of(task);
	}

	private static QuotedCue quoted(FoundCue c, NormalText text, String original) {
		int start = text.origin(c.start()), end = Math.max(start, text.origin(c.end()));
		while (end > start && Character.isWhitespace(original.charAt(end - 1))) end--;
		return new QuotedCue(original.substring(start, end), start, end, c.cue().concept(),
			c.negated());
	}

	private static Map<TaskChoice, Double> weights(double[] scores, double temperature) {
		double max = Double.NEGATIVE_INFINITY;
		for (double score : scores)
			max = Math.max(max, score);
		Map<TaskChoice, Double> p = new EnumMap<>(TaskChoice.class);
		for (TaskChoice t : TaskChoice.values())
			p.put(t, Math.exp((scores[t.ordinal()] - max) / temperature));
		return p;
	}

	/** The kind of tool that most cues name. */
	private static OtherTool other(List<FoundCue> cues) {
		Map<OtherTool, Double> kinds = new EnumMap<>(OtherTool.class);
		for (FoundCue c : cues)
			if (c.cue().group().equals("none") && !c.negated()) {
				OtherTool tool = OtherTool.of(c.cue().concept().substring("none.".length()));
				double told = c.cue().weight() * (c.end() - c.start() + 4);
				kinds.put(tool, kinds.getOrDefault(tool, 0.0) + told);
			}
		OtherTool most = OtherTool.OTHER;
		for (Map.Entry<OtherTool, Double> kind : kinds.entrySet())
			if (kind.getValue() >= kinds.getOrDefault(most, 0.0)) most = kind.getKey();
		return most;
	}
}
