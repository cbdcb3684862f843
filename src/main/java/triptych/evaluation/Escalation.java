package triptych.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import triptych.advice.TaskAdvice;
import triptych.advisor.Advice;
import triptych.advisor.Budget;
import triptych.advisor.Cost;
import triptych.advisor.Prices;
import triptych.advisor.Range;
import triptych.advisor.need.Answer;
import triptych.advisor.need.Language;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.core.Task;
import triptych.evaluation.compare.Outcome;

/**
 * Whether to go on to a more detailed task: where the advisor's path has one and the simpler task
 * clearly falls short, or where its errors are of a kind that more labels do not mend.
 *
 * @param task the next one; empty where there is none
 * @param isMeant true where the figures speak for it
 */
record Escalation(Optional<TaskChoice> task, boolean isMeant, List<String> sentences) {

	/** Images that the costs are told of where no advice says how many there are. */
	private static final int SOME = 100;

	static Escalation of(Outcome outcome, boolean clearly, double target,
		Optional<TaskAdvice> advice)
	{
		Optional<TaskChoice> onPath = advice.flatMap(a -> next(a.advice(), outcome.task()));
		Optional<TaskChoice> next = onPath.isPresent() ? onPath : usual(outcome.task());
		if (next.isEmpty()) return new Escalation(next, false, List.of());
		List<String> sentences = new ArrayList<>();
		boolean meant = clearly && (onPath.isPresent() || beyondLabels(outcome, target, sentences));
		if (onPath.isPresent())
			sentences
				.add("The advice goes on to it: " + advice.get().advice().trigger(next.get()).text());
		if (meant) sentences.add(cost(outcome, next.get(), advice));
		return new Escalation(next, meant, meant ? sentences : List.of());
	}

	/** The task that follows the evaluated one on the path of an advice. */
	private static Optional<TaskChoice> next(Advice advice, Task task) {
		List<TaskChoice> path = new ArrayList<>(List.of(advice.route().start()));
		path.addAll(advice.route().escalation());
		for (int i = 0; i + 1 < path.size(); i++)
			if (path.get(i).task().equals(Optional.of(task))) return Optional.of(path.get(i + 1));
		return Optional.empty();
	}

	private static Optional<TaskChoice> usual(Task task) {
		return switch (task) {
			case CLASSIFICATION -> Optional.of(TaskChoice.DETECTION);
			case DETECTION, SEMANTIC_SEGMENTATION -> Optional.of(TaskChoice.INSTANCE);
			case INSTANCE_SEGMENTATION, PANOPTIC_SEGMENTATION -> Optional.empty();
		};
	}

	/** Errors that a more detailed answer mends and more labels of this task do not. */
	private static boolean beyondLabels(Outcome outcome, double target, List<String> sentences) {
		if (outcome.task() == Task.DETECTION && Weakness.of(outcome).kind().equals("Location")) {
			sentences.add("The objects are found, but their boxes fit too little, as where objects"
				+ " touch or are not upright; outlines do not have that limit.");
			return true;
		}
		boolean all = outcome.classes()
			.stream()
			.map(c -> outcome.figures().get(c).get("Recall"))
			.allMatch(f -> f != null && f.value() < target);
		if (outcome.task() != Task.CLASSIFICATION || !all) return false;
		sentences.add("Every class falls short, so no class lacks labels more than another: a label for"
			+ " the whole image may not tell what decides; boxes do.");
		return true;
	}

	private static String cost(Outcome outcome, TaskChoice next, Optional<TaskAdvice> advice) {
		Optional<Cost> asked = advice.flatMap(a -> a.advice()
			.costs()
			.stream()
			.filter(c -> c.task() == next && c.money().isPresent())
			.findFirst());
		double objects = outcome.objects() / (double) outcome.images();
		OptionalDouble counted = objects > 0 ? OptionalDouble.of(objects) : OptionalDouble.empty();
		OptionalDouble images = advice.map(a -> a.options().budget().images())
			.filter(OptionalDouble::isPresent)
			.orElse(OptionalDouble.of(SOME));
		Budget budget = new Budget(images, counted, Answer.UNKNOWN, Answer.UNKNOWN,
			OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), Answer.UNKNOWN);
		Cost cost = asked.orElseGet(() -> Prices.PUBLISHED.cost(next, budget));
		Words words = Words.in(Language.EN);
		String many = "Labelling " + Language.EN.amount(images.getAsDouble()) + " images for "
			+ TaskAdvice.shortName(next, words);
		Optional<Range> money = cost.told(), hours = cost.hours();
		if (money.isEmpty()) return many + " costs money by the number of objects, which is not known.";
		String time = hours.map(h -> " and " + h.text(words) + " hours").orElse("");
		return many + " costs " + money.get().text(words) + " US dollars" + time + ".";
	}
}
