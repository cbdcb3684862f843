package triptych.advisor;

import java.util.List;
import java.util.Optional;

import triptych.advisor.need.DecidingQuestion;
import triptych.advisor.need.Rule;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;
import triptych.advisor.need.Words;

/**
 * What to do for a need and a budget.
 *
 * @param task the task that the need asks for
 * @param runnerUp the task that another answer would give
 * @param deciding the question whose answer decides between the two
 * @param flipAnswer the answer that would give the runner-up, such as {@code size=no}; blank where
 *           no single answer would
 * @param open that question is not answered yet, by the user or clearly by the words: it is the one
 *           to ask
 * @param certainty that the task is the right one, from 0 to 1
 * @param vague the question does not say what is needed, so that the task is no more than a guess
 * @param route where to start, and what to go on to when
 * @param costs the cost of every task, from the simplest on
 * @param cost the cost of the task; empty for none
 * @param families models, the fitting kind marked
 * @param rules the rules followed, each once, by number
 * @param words the language of the reason and of all that is to be said besides
 * @param reason why, in sentences
 * @param contradictions those of the sentences that name what cannot hold together
 */
public record Advice(TaskChoice task, TaskChoice runnerUp, DecidingQuestion deciding,
	String flipAnswer, boolean open, double certainty, boolean vague, Route route, List<Cost> costs,
	Optional<Cost> cost, List<Family> families, List<Rule> rules, Words words, String reason,
	List<String> contradictions)
{

	/**
	 * What is said of the task on a subject, such as unit, format, guideline, post, metric, target,
	 * contrast or note.
	 */
	public List<Text> texts(String part) {
		return Text.of(task, part);
	}

	/** When to go on to a task of the escalation path. */
	public Text trigger(TaskChoice next) {
		return Text.of(next, "trigger").get(0);
	}

	/** The first sentence of what to measure a model by, such as PQ; blank for none. */
	public String metric() {
		return texts("metric").stream().findFirst().map(t -> t.in(words)).orElse("");
	}

	/** Whether the budget pays for labelling all images for the task; unknown for none. */
	public Affordable affordable() {
		return cost.map(Cost::affordable).orElse(Affordable.UNKNOWN);
	}

	/** Whether the budget does not even pay for the cheapest labels of all images. */
	public boolean paysNothing() {
		return affordable() == Affordable.NO && costs.stream()
			.anyMatch(c -> c.task() == route.start() && c.affordable() == Affordable.NO);
	}

	/** The question to ask, where its answer is still open. */
	public Optional<DecidingQuestion> missing() {
		return open ? Optional.of(deciding) : Optional.empty();
	}

	/** This advice with what was read of the question. */
	Advice certain(double share, boolean guessed) {
		return new Advice(task, runnerUp, deciding, flipAnswer, open, share, guessed, route, costs,
			cost, families, rules, words, reason, contradictions);
	}

	/** This advice with the runner-up of a question that was read. */
	Advice against(TaskChoice other, String answer, boolean unsure) {
		return new Advice(task, other, DecidingQuestion.between(task, other), answer, unsure, certainty,
			vague, route, costs, cost, families, rules, words, reason, contradictions);
	}

	/** This advice with another question to ask. */
	Advice deciding(DecidingQuestion question) {
		return new Advice(task, runnerUp, question, flipAnswer, open, certainty, vague, route, costs,
			cost, families, rules, words, reason, contradictions);
	}

	/** This advice with what cannot hold together. */
	Advice contradicting(List<String> found) {
		return new Advice(task, runnerUp, deciding, flipAnswer, open, certainty, vague, route, costs,
			cost, families, rules, words, reason, found);
	}
}
