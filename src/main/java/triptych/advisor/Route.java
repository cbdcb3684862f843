package triptych.advisor;

import static triptych.advisor.need.TaskChoice.CLASSIFICATION_MULTI;
import static triptych.advisor.need.TaskChoice.CLASSIFICATION_SINGLE;
import static triptych.advisor.need.TaskChoice.DETECTION;
import static triptych.advisor.need.TaskChoice.NONE;

import java.util.List;

import triptych.advisor.need.Answer;
import triptych.advisor.need.Rule;
import triptych.advisor.need.TaskChoice;

/**
 * Where to start and what to go on to: the task that the need asks for, or a cheaper one where the
 * budget or a limit on time does not allow it. Money left over never leads to a harder task, and a
 * model that is ready beats every price.
 *
 * @param start the task to start with
 * @param escalation what to go on to, in this order; empty where the start already answers the need
 * @param because the row of the table of words that says why not to start with the task itself,
 *           blank where one does
 * @param rules the rules followed
 */
public record Route(TaskChoice start, List<TaskChoice> escalation, String because,
	List<Rule> rules)
{

	/** Fewer frames than these in a second are no limit worth a coarser answer; our choice. */
	static final double SLOW_FPS = 1;

	/**
	 * @param vague the need is open
	 * @param ready an installed model answers the question
	 */
	static Route of(TaskChoice task, boolean vague, boolean ready, Budget budget, Prices prices) {
		if (task == NONE) return new Route(NONE, List.of(), "", List.of());
		if (ready) return asked(task);
		if (vague) return new Route(task, List.of(DETECTION), "route.vague", Rule.of("36"));
		boolean dear = prices.cost(task, budget).affordable() == Affordable.NO;
		return switch (task) {
			case CLASSIFICATION_SINGLE, CLASSIFICATION_MULTI -> labels(task, dear);
			case LOCALISATION, DETECTION, SEMANTIC ->
				dear ? labelsFirst(budget, List.of(task)) : asked(task);
			case INSTANCE, PANOPTIC -> masks(task, dear, budget, prices);
			case NONE -> throw new IllegalStateException();
		};
	}

	private static Route labels(TaskChoice task, boolean dear) {
		return new Route(task, List.of(), dear ? "route.some" : "", Rule.of(dear ? "36" : ""));
	}

	private static Route masks(TaskChoice task, boolean dear, Budget budget, Prices prices) {
		boolean boxes = prices.cost(DETECTION, budget).affordable() != Affordable.NO;
		if (dear && !boxes) return labelsFirst(budget, List.of(DETECTION, task));
		if (dear) return new Route(DETECTION, List.of(task), "route.boxes", Rule.of("36,39"));
		if (budget.fps().orElse(0) < SLOW_FPS) return asked(task);
		return new Route(DETECTION, List.of(task), "route.fast", Rule.of("28,39"));
	}

	private static Route asked(TaskChoice task) {
		return new Route(task, List.of(), "", Rule.of("42"));
	}

	private static Route labelsFirst(Budget budget, List<TaskChoice> escalation) {
		boolean together = budget.cooccur() == Answer.YES;
		return new Route(together ? CLASSIFICATION_MULTI : CLASSIFICATION_SINGLE, escalation,
			"route.labels", Rule.of(together ? "30,36" : "36"));
	}

	/**
	 * The escalation as tables show it, such as {@code detection>instance}; blank where there is
	 * none.
	 */
	public String escalationKey() {
		return String.join(">", escalation.stream().map(TaskChoice::key).toList());
	}
}
