package triptych.advisor;

import java.util.List;
import java.util.Optional;

/**
 * What to do for a need and a budget.
 *
 * @param task the task that the need asks for
 * @param runnerUp the task that another answer would give
 * @param flip the question whose answer decides between the two
 * @param flipAnswer the answer that would give the runner-up, such as {@code size=no}; blank where no single answer would
 * @param open that question is not answered yet, by the user or clearly by the words: it is the one to ask
 * @param route where to start, and what to go on to when
 * @param costs the cost of every task, from the simplest on
 * @param cost the cost of the task; empty for none
 * @param families models, the fitting kind marked
 * @param rules the rules followed, each once, by number
 * @param reason why, in sentences
 */
public record Advice(TaskChoice task, TaskChoice runnerUp, Flip flip, String flipAnswer, boolean open, Route route,
	List<Cost> costs, Optional<Cost> cost, List<Family> families, List<Rule> rules, String reason) {

	/** What is said of the task on a subject, such as unit, format, guideline, post, metric, target, contrast or note. */
	public List<Text> texts(String part) {
		return Text.of(task, part);
	}

	/** When to go on to a task of the escalation path. */
	public Text trigger(TaskChoice next) {
		return Text.of(next, "trigger").get(0);
	}

	/** The first sentence of what to measure a model by, such as PQ. */
	public String metric() {
		return texts("metric").stream().findFirst().map(Text::text).orElse("");
	}

	/** Whether the budget pays for labelling all images for the task; unknown for none. */
	public Affordable affordable() {
		return cost.map(Cost::affordable).orElse(Affordable.UNKNOWN);
	}

	/** The question to ask, where its answer is still open. */
	public Optional<Flip> missing() {
		return open ? Optional.of(flip) : Optional.empty();
	}

	/** This advice with another reason. */
	Advice because(String why) {
		return new Advice(task, runnerUp, flip, flipAnswer, open, route, costs, cost, families, rules, why);
	}

	/** This advice with the runner-up of a question that was read. */
	Advice against(TaskChoice other, String answer, boolean unsure) {
		return new Advice(task, other, Flip.between(task, other), answer, unsure, route, costs, cost, families, rules, reason);
	}
}
