package triptych.advisor.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import triptych.advisor.need.DecidingQuestion;
import triptych.advisor.need.Decision;
import triptych.advisor.need.Language;
import triptych.advisor.need.Need;
import triptych.advisor.need.Needs;
import triptych.advisor.need.OtherTool;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;

/**
 * What a question says.
 *
 * @param needs what is needed, as far as the words tell; all unknown where they tell nothing
 * @param probabilities of each task, most probable first, 1 together; calibrated on questions with
 *           known tasks
 * @param cues the words that told, in their order
 * @param language that the question was read in
 * @param other the kind of tool that would answer it, should none of the tasks do
 * @param hint the row of the table of words that helps where the question tells nothing, else blank
 */
public record QuestionAnalysis(Needs needs, Map<TaskChoice, Double> probabilities,
	List<QuotedCue> cues, Language language, OtherTool other, String hint)
{

	/**
	 * One more question is asked below this: of what is read more surely, 0.95 is right; see
	 * src/training/advisor.
	 */
	private static final double SURE = 0.7;

	/** Where nothing was read, what the answers decide is so much more probable than the rest. */
	private static final double DECIDED = 8, NEXT = 2;

	/** Below this the question says too little for any verdict. */
	private static final double VERDICT = 0.45;

	/**
	 * Words that do not fit what is said to be most probable, or answers that do not fit the words,
	 * leave no more than this.
	 */
	private static final double DOUBT = 0.65;

	/** Words that are quoted at most. */
	private static final int QUOTED = 4;

	private static final Set<String> SIZES = Set.of("size.area", "size.distribution",
		"size.intensity", "size.length", "size.outline", "size.per", "size.shape");

	/** The most probable task. */
	public TaskChoice task() {
		return probabilities.keySet().iterator().next();
	}

	/** The second most probable task. */
	public TaskChoice runnerUp() {
		Iterator<TaskChoice> ranked = probabilities.keySet().iterator();
		ranked.next();
		return ranked.next();
	}

	/** How certain the most probable task is, from 0 to 1. */
	public double certainty() {
		return probabilities.get(task());
	}

	/** Whether one more answer should be asked for. */
	public boolean isUnsure() {
		return certainty() < SURE;
	}

	/** Whether the question says so little that no task should be put forward. */
	public boolean isVague() {
		return !hint.isEmpty() || certainty() < VERDICT;
	}

	/** The question that decides between the two most probable tasks, where that is open. */
	public Optional<DecidingQuestion> missing() {
		return isUnsure() ? Optional.of(DecidingQuestion.between(task(), runnerUp()))
			: Optional.empty();
	}

	/** The need whose answer tells most of all tasks that are possible. */
	public Need splitting() {
		return Stream.of(Need.values()).max(Comparator.comparingDouble(this::told)).orElseThrow();
	}

	/** How much the answer to a need tells, in nats; a task that leaves it open tells nothing. */
	private double told(Need need) {
		Map<String, Double> answers = new TreeMap<>();
		probabilities.forEach((task, p) -> {
			Needs needs = Needs.of(task);
			String answer = need == Need.LEVEL ? needs.level().key() : needs.answer(need).key();
			// The size of an object is an answer about pixels to somebody who does not know the tasks.
			if (need == Need.LEVEL && task == TaskChoice.INSTANCE) answer = "pixel";
			if (!answer.equals("unknown")) answers.merge(answer, p, Double::sum);
		});
		double all = answers.values().stream().mapToDouble(p -> p).sum();
		return -answers.values()
			.stream()
			.filter(p -> p > 0)
			.mapToDouble(p -> p * Math.log(p / all))
			.sum();
	}

	/** Words that ask for something that a task does not give: sizes of boxes, a number of pixels. */
	public List<QuotedCue> unanswered(TaskChoice by) {
		boolean noSize = by.compareTo(TaskChoice.SEMANTIC) < 0;
		boolean noCount = by.compareTo(TaskChoice.LOCALISATION) <= 0;
		List<QuotedCue> unanswered = new ArrayList<>();
		for (QuotedCue c : cues) {
			boolean size = noSize && SIZES.contains(c.concept());
			if (!c.negated() && (size || noCount && c.concept().equals("object.count")))
				unanswered.add(c);
		}
		return unanswered;
	}

	/** This reading less certain, for something in it does not fit. */
	public QuestionAnalysis doubted() {
		return certainty() <= DOUBT ? this : told(DOUBT);
	}

	/**
	 * This reading as certain as held-back questions allow: what comes out above 0.8 is told lower,
	 * so that 0.95 becomes 0.9; see src/training/advisor.
	 */
	QuestionAnalysis modest() {
		double p = certainty();
		if (p <= 0.8 || p >= 1) return this;
		return told(p < 0.95 ? 0.8 + (p - 0.8) / 1.5 : 0.9 + (p - 0.95) * 2);
	}

	private QuestionAnalysis told(double certainty) {
		Map<TaskChoice, Double> left = new LinkedHashMap<>(probabilities);
		double others = 1 - certainty();
		for (Map.Entry<TaskChoice, Double> e : left.entrySet())
			e.setValue(e.getKey() == task() ? certainty : e.getValue() / others * (1 - certainty));
		return new QuestionAnalysis(needs, left, cues, language, other, hint);
	}

	/**
	 * This reading once the user has answered some questions: an answer wins over whatever was read.
	 */
	public QuestionAnalysis with(Needs answers) {
		if (!answers.anyKnown()) return this;
		Map<TaskChoice, Double> left = new EnumMap<>(TaskChoice.class);
		for (TaskChoice t : TaskChoice.values())
			left.put(t, 0.0);
		boolean any = false;
		for (TaskChoice t : TaskChoice.values()) {
			// What an answer rules out is as probable as before for what the rest of it asks.
			TaskChoice next = Decision.of(answers.or(Needs.of(t))).task();
			boolean possible = t != TaskChoice.NONE
				&& Decision.of(answers.or(Needs.of(next))).task() == next;
			if (possible) left.merge(next, probabilities.get(t), Double::sum);
			any |= possible;
		}
		if (needs.equals(Needs.UNKNOWN) || !any) {
			Decision decision = Decision.of(answers);
			left.merge(decision.task(), DECIDED,
				(p, f) -> Math.max(p, probabilities.get(decision.task())) * f);
			left.merge(decision.runnerUp(), NEXT, (p, f) -> p * f);
			return new QuestionAnalysis(answers, ranked(left), cues, language, other, "");
		}
		Map<TaskChoice, Double> ranked = ranked(left);
		return new QuestionAnalysis(answers.or(Needs.of(ranked.keySet().iterator().next())), ranked,
			cues, language, other, "");
	}

	/** Weights as probabilities, most probable first. */
	static Map<TaskChoice, Double> ranked(Map<TaskChoice, Double> weights) {
		double sum = 0;
		for (double weight : weights.values())
			sum += weight;
		Map<TaskChoice, Double> left = new EnumMap<>(weights), ranked = new LinkedHashMap<>();
		while (!left.isEmpty()) {
			TaskChoice first = left.keySet().iterator().next();
			for (TaskChoice t : left.keySet())
				if (left.get(t) > left.get(first)) first = t;
			ranked.put(first, left.remove(first) / sum);
		}
		return ranked;
	}

	/** The words that speak for a task more than for others, most telling first. */
	public List<QuotedCue> speakingFor(TaskChoice task) {
		List<QuotedCue> telling = new ArrayList<>(cues);
		telling.removeIf(c -> Evidence.support(c, task) < 0.3);
		telling.sort(Comparator.comparingDouble((QuotedCue c) -> Evidence.support(c, task)).reversed());
		return telling;
	}

	/** The words that told of a need, in their order. */
	public List<QuotedCue> speakingFor(Need need) {
		return cues.stream().filter(c -> need == c.need()).toList();
	}

	/** A sentence that quotes the words that decided, blank where there are none. */
	public String because(Words words) {
		Set<String> told = new LinkedHashSet<>();
		for (QuotedCue c : speakingFor(task()))
			if (told.size() < QUOTED) told.add(quoted(c, words));
		return told.isEmpty() ? "" : words.say("say.because", String.join(", ", told));
	}

	private static String quoted(QuotedCue cue, Words words) {
		String quoted = "\"" + cue.words() + "\"";
		return cue.negated() ? words.say("say.not", quoted) : quoted;
	}
}
