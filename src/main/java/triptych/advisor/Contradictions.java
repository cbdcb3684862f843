package triptych.advisor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.advisor.need.Answer;
import triptych.advisor.need.Level;
import triptych.advisor.need.Need;
import triptych.advisor.need.Needs;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuotedCue;

/**
 * What cannot hold together: two answers, or an answer and the question. Of two answers the more
 * detailed need counts; against the question an answer does, but for "exactly one object" where it
 * asks how many.
 */
final class Contradictions {

	/** Words that the question must tell so surely that an answer of another kind contradicts it. */
	private static final double SURELY = 0.6;

	/** Words that are quoted at most. */
	private static final int TOLD = 2;

	private static final List<String> EACH = List.of("individuals.each", "individuals.own",
		"individuals.touch", "individuals.instance", "size.per");
	private static final List<String> EXCLUSIVE = List.of("several.exclusive", "image.either",
		"image.yesno");

	private final QuestionAnalysis question;
	private final Words words;
	private final List<String> sentences = new ArrayList<>();
	private Optional<Need> first = Optional.empty();
	private Optional<TaskChoice> otherwise = Optional.empty();
	private Needs left;

	private Contradictions(QuestionAnalysis question, Needs answers, Words words) {
		this.question = question;
		this.words = words;
		left = answers;
	}

	static Contradictions in(QuestionAnalysis question, Needs answers, Budget budget, Words words) {
		Contradictions found = new Contradictions(question, answers, words);
		found.levelAgainstDetail();
		found.totalAgainstEach();
		found.oneAgainstMany(budget);
		found.levelAgainstWords();
		found.answersAgainstWords();
		return found;
	}

	boolean any() {
		return first.isPresent();
	}

	/** The key to ask again. */
	Need need() {
		return first.orElseThrow();
	}

	/** The answers that count. */
	Needs left() {
		return left;
	}

	/** The task if the other one counted. */
	Optional<TaskChoice> otherwise() {
		return otherwise;
	}

	List<String> sentences() {
		return sentences;
	}

	private void levelAgainstDetail() {
		if (left.level() != Level.IMAGE) return;
		for (Need need : List.of(Need.SIZE, Need.INDIVIDUALS, Need.BACKGROUND))
			if (left.answer(need) == Answer.YES) {
				add(Need.LEVEL, "contradiction.level", left.said(Need.LEVEL, words),
					left.said(need, words));
				otherwise = Optional.of(TaskChoice.CLASSIFICATION_SINGLE);
				left = left.without(Need.LEVEL);
				return;
			}
	}

	private void totalAgainstEach() {
		String each = quoted(EACH, false);
		if (left.individuals() != Answer.NO || left.size() != Answer.YES || each.isEmpty()) return;
		add(Need.INDIVIDUALS, "contradiction.individuals", left.said(Need.INDIVIDUALS, words),
			left.said(Need.SIZE, words), each, name(TaskChoice.SEMANTIC));
		otherwise = Optional.of(TaskChoice.SEMANTIC);
		left = left.without(Need.INDIVIDUALS);
	}

	private void oneAgainstMany(Budget budget) {
		if (left.one() != Answer.YES) return;
		String count = quoted(List.of("object.count"), false);
		boolean many = budget.objects().orElse(1) > 1;
		String objects = many ? given(budget.objects().getAsDouble()) : "";
		if (!count.isEmpty()) {
			String against = many ? words.say("and", count, objects) : count;
			add(Need.ONE, "contradiction.count", left.said(Need.ONE, words), against);
			otherwise = Optional.of(TaskChoice.LOCALISATION);
			left = left.without(Need.ONE);
		}
		else if (many) add(Need.ONE, "contradiction.objects", left.said(Need.ONE, words), objects);
	}

	/** The number as people write it, and the key as a macro does. */
	private String given(double objects) {
		String given = words.language().given(objects);
		String plain = BigDecimal.valueOf(objects).stripTrailingZeros().toPlainString();
		return words.say("contradiction.given", words.say("window.objects"), given, plain);
	}

	private void levelAgainstWords() {
		if (!left.level().known() || question.cues().isEmpty() || question.certainty() < SURELY) return;
		TaskChoice asked = question.task();
		boolean agrees = switch (left.level()) {
			case IMAGE ->
				asked == TaskChoice.CLASSIFICATION_SINGLE || asked == TaskChoice.CLASSIFICATION_MULTI;
			case OBJECT -> asked == TaskChoice.DETECTION || asked == TaskChoice.LOCALISATION
				|| asked == TaskChoice.INSTANCE;
			case PIXEL -> asked == TaskChoice.SEMANTIC || asked == TaskChoice.INSTANCE
				|| asked == TaskChoice.PANOPTIC;
			case UNKNOWN -> true;
		};
		String told = told(asked);
		if (agrees || told.isEmpty()) return;
		add(Need.LEVEL, "contradiction.question", left.said(Need.LEVEL, words), told, name(asked));
		otherwise = Optional.of(asked);
	}

	private void answersAgainstWords() {
		against(Need.SEVERAL, Answer.YES, quoted(EXCLUSIVE, false));
		against(Need.SEVERAL, Answer.NO, quoted("several.", "several.exclusive"));
		against(Need.ONE, Answer.NO, quoted(List.of("one.exact"), false));
		against(Need.INDIVIDUALS, Answer.NO, quoted(EACH, false));
		against(Need.SIZE, Answer.NO, quoted("size.", "size.measure"));
		against(Need.SIZE, Answer.YES, quotedNegated("size."));
		against(Need.BACKGROUND, Answer.NO,
			quoted(List.of("background.all", "background.panoptic", "background.stuff"), false));
	}

	private void against(Need need, Answer answer, String told) {
		if (told.isEmpty() || left.answer(need) != answer) return;
		add(need, "contradiction.question", left.said(need, words), told, name(question.task()));
	}

	private void add(Need need, String key, Object... values) {
		sentences.add(words.say(key, values));
		if (first.isEmpty()) first = Optional.of(need);
	}

	private String name(TaskChoice task) {
		return words.say("short." + task.key());
	}

	private String told(TaskChoice asked) {
		List<String> told = new ArrayList<>();
		for (QuotedCue c : question.speakingFor(asked))
			if (told.size() < TOLD) told.add(quote(c));
		return String.join(", ", told);
	}

	private String quoted(List<String> concepts, boolean negated) {
		for (QuotedCue c : question.cues())
			if (c.negated() == negated && concepts.contains(c.concept())) return quote(c);
		return "";
	}

	private String quoted(String group, String not) {
		for (QuotedCue c : question.cues())
			if (!c.negated() && c.concept().startsWith(group) && !c.concept().equals(not))
				return quote(c);
		return "";
	}

	private String quotedNegated(String group) {
		for (QuotedCue c : question.cues())
			if (c.negated() && c.concept().startsWith(group)) return quote(c);
		return "";
	}

	private static String quote(QuotedCue cue) {
		return "\"" + cue.words() + "\"";
	}
}
