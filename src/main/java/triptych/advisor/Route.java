package triptych.advisor;

import static triptych.advisor.TaskChoice.CLASSIFICATION_MULTI;
import static triptych.advisor.TaskChoice.CLASSIFICATION_SINGLE;
import static triptych.advisor.TaskChoice.DETECTION;
import static triptych.advisor.TaskChoice.INSTANCE;
import static triptych.advisor.TaskChoice.NONE;
import static triptych.advisor.TaskChoice.PANOPTIC;

import java.util.List;

/**
 * Where to start and what to go on to: the task that the need asks for, or a cheaper one where the budget or a limit on
 * time does not allow it. Money left over never leads to a harder task.
 *
 * @param start the task to start with
 * @param escalation what to go on to, in this order; empty where the start already answers the need
 * @param because why not to start with the task itself, blank where one does
 * @param rules the rules followed
 */
public record Route(TaskChoice start, List<TaskChoice> escalation, String because, List<Rule> rules) {

	/** Fewer frames than these in a second are no limit worth a coarser answer; our choice, not from the source texts. */
	static final double SLOW_FPS = 1;

	static Route of(TaskChoice task, boolean vague, Budget budget, Prices prices) {
		if (task == NONE) return new Route(NONE, List.of(), "", List.of());
		if (vague) return new Route(task, List.of(DETECTION),
			"The need is open, so start with the cheapest labels and escalate only when place or number is truly needed.", Rule.of(
				"36"));
		boolean dear = prices.cost(task, budget).affordable() == Affordable.NO;
		boolean boxes = prices.cost(DETECTION, budget).affordable() != Affordable.NO;
		return switch (task) {
			case CLASSIFICATION_SINGLE, CLASSIFICATION_MULTI -> new Route(task, List.of(), dear
				? "Even labels for all images do not fit the budget: label as many as it buys." : "", Rule.of(dear ? "36" : ""));
			case LOCALISATION, DETECTION, SEMANTIC -> dear ? labelsFirst(budget, List.of(task)) : asked(task);
			case INSTANCE, PANOPTIC -> dear && !boxes ? labelsFirst(budget, List.of(DETECTION, task)) : dear ? new Route(DETECTION,
				List.of(task), "Masks do not fit the budget but boxes do: start with boxes, which count and locate.", Rule.of(
					"36,39")) : budget.fps().orElse(0) >= SLOW_FPS ? new Route(DETECTION, List.of(task),
						"Frames must be answered in time: start with boxes, masks only if pixel precision is genuinely required.", Rule
							.of("28,39")) : asked(task);
			case NONE -> throw new IllegalStateException();
		};
	}

	private static Route asked(TaskChoice task) {
		return new Route(task, List.of(), "", Rule.of("42"));
	}

	private static Route labelsFirst(Budget budget, List<TaskChoice> escalation) {
		TaskChoice start = budget.cooccur() == Answer.YES ? CLASSIFICATION_MULTI : CLASSIFICATION_SINGLE;
		boolean area = escalation.get(0) != DETECTION && escalation.get(0) != TaskChoice.LOCALISATION;
		return new Route(start, escalation, area
			? "Masks do not fit the budget, and rectangles do not give the area of a class: start with labels for images."
			: "Not even boxes fit the budget: start with labels for images.", Rule.of(budget.cooccur() == Answer.YES ? "30,36"
				: "36"));
	}

	/** The escalation as tables show it, such as {@code detection>instance}; blank where there is none. */
	public String escalationKey() {
		return String.join(">", escalation.stream().map(TaskChoice::key).toList());
	}
}
