package triptych.advisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a question says.
 *
 * @param needs what is needed, as far as the words tell; all unknown where they tell nothing
 * @param probabilities of each task, most probable first, 1 together; calibrated on questions with known tasks
 * @param cues the words that told, in their order
 * @param language that the question was read in
 * @param other the kind of tool that would answer it, should none of the tasks do
 * @param hint a sentence that helps where the question tells nothing, else blank
 */
public record Reading(Needs needs, Map<TaskChoice, Double> probabilities, List<QuotedCue> cues, Language language,
	OtherTool other, String hint) {

	/** One more question is asked below this: of what is read more surely, 0.95 is right; see src/training/advisor. */
	private static final double SURE = 0.75;

	/** Where nothing was read, what the answers decide is so much more probable than the rest. */
	private static final double DECIDED = 8, NEXT = 2;

	/** The most probable task. */
	public TaskChoice task() {
		return probabilities.keySet().iterator().next();
	}

	/** The second most probable task. */
	public TaskChoice runnerUp() {
		return probabilities.keySet().stream().skip(1).findFirst().orElseThrow();
	}

	/** How certain the most probable task is, from 0 to 1. */
	public double certainty() {
		return probabilities.get(task());
	}

	/** Whether one more answer should be asked for. */
	public boolean unsure() {
		return certainty() < SURE;
	}

	/** The question that decides between the two most probable tasks, where that is open. */
	public Optional<Flip> missing() {
		return unsure() ? Optional.of(Flip.between(task(), runnerUp())) : Optional.empty();
	}

	/** This reading once the user has answered some questions: an answer wins over whatever was read. */
	public Reading with(Needs answers) {
		if (!answers.anyKnown()) return this;
		Map<TaskChoice, Double> left = new EnumMap<>(TaskChoice.class);
		for (TaskChoice t : TaskChoice.values())
			left.put(t, 0.0);
		boolean any = false;
		for (TaskChoice t : TaskChoice.values()) {
			// What an answer rules out is as probable as before for what the rest of it asks.
			TaskChoice next = Decision.of(answers.or(Needs.of(t))).task();
			boolean possible = t != TaskChoice.NONE && Decision.of(answers.or(Needs.of(next))).task() == next;
			if (possible) left.merge(next, probabilities.get(t), Double::sum);
			any |= possible;
		}
		if (needs.equals(Needs.UNKNOWN) || !any) {
			Decision decision = Decision.of(answers);
			left.merge(decision.task(), DECIDED, (p, f) -> Math.max(p, probabilities.get(decision.task())) * f);
			left.merge(decision.runnerUp(), NEXT, (p, f) -> p * f);
			return new Reading(answers, ranked(left), cues, language, other, "");
		}
		Map<TaskChoice, Double> ranked = ranked(left);
		return new Reading(answers.or(Needs.of(ranked.keySet().iterator().next())), ranked, cues, language, other, "");
	}

	/** Weights as probabilities, most probable first. */
	static Map<TaskChoice, Double> ranked(Map<TaskChoice, Double> weights) {
		double sum = weights.values().stream().mapToDouble(w -> w).sum();
		Map<TaskChoice, Double> ranked = new LinkedHashMap<>();
		weights.entrySet().stream().sorted(Map.Entry.<TaskChoice, Double>comparingByValue(Comparator.reverseOrder())
			.thenComparing(Map.Entry.comparingByKey())).forEach(e -> ranked.put(e.getKey(), e.getValue() / sum));
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
	public String because() {
		List<String> words = speakingFor(task()).stream().map(c -> (c.negated() ? "not " : "") + "\"" + c.words() + "\"").distinct()
			.limit(4).toList();
		return words.isEmpty() ? "" : "Because you wrote " + String.join(", ", words) + ".";
	}
}
