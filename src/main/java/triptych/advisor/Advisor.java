package triptych.advisor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From needs and a budget to advice: a pure function over the tables beside it. */
public final class Advisor {

	private static final String GUESS = "By the sound of it alone, this is the likeliest task; do not rely on it.";

	private Advisor() {}

	public static Advice advise(Needs needs, Budget budget) {
		return advise(needs, budget, Prices.PUBLISHED);
	}

	/** @param prices the user's own prices in place of the published ones */
	public static Advice advise(Needs needs, Budget budget, Prices prices) {
		Needs all = needs.knowingSeveral(budget.cooccur());
		return advise(all, budget, prices, reason(Decision.of(all), needs, all));
	}

	private static Advice advise(Needs all, Budget budget, Prices prices, String reason) {
		Decision decision = Decision.of(all);
		String key = decision.flip().substring(0, decision.flip().indexOf('='));
		boolean open = all.answer(Need.of(key)) == Answer.UNKNOWN && decision.task() != TaskChoice.NONE;
		TaskChoice other = open ? Decision.of(all.answering(decision.flip())).task() : decision.runnerUp();
		return advice(decision, other, open, !all.level().known() && isLabels(decision.task()), budget, prices, reason);
	}

	/**
	 * Advice from a question that was read and answers that were given; the runner-up and the question that decides come
	 * from the reading where it is unsure.
	 *
	 * @param answers what the user answered; it wins over the question
	 */
	public static Advice advise(Reading question, Needs answers, Budget budget) {
		Reading all = question.with(answers);
		// Without a word to quote nothing may be claimed of what the user needs.
		boolean guess = all.cues().isEmpty() && !all.hint().isEmpty() && !all.needs().equals(Needs.UNKNOWN);
		Advice advice = guess ? advise(all.needs().knowingSeveral(budget.cooccur()), budget, Prices.PUBLISHED, GUESS) : advise(all
			.needs(), budget);
		List<String> said = new ArrayList<>(List.of(all.because(), guess ? all.hint() : "", advice.reason(), remark(all, advice
			.task()), guess ? "" : all.hint()));
		said.removeIf(String::isBlank);
		String because = String.join(" ", said);
		if (all.needs().equals(Needs.UNKNOWN) || all.task() != advice.task()) return advice.because(because);
		return advice.because(because).against(all.runnerUp(), flipAnswer(all.needs(), all.runnerUp()), all.unsure());
	}

	/** The answer that turns needs into another task, blank where no single one does. */
	private static String flipAnswer(Needs needs, TaskChoice other) {
		List<String> answers = List.of("level=image", "level=object", "level=pixel", "several=yes", "several=no", "one=yes",
			"one=no", "individuals=yes", "individuals=no", "size=yes", "size=no", "background=yes", "background=no");
		String key = Flip.between(Decision.of(needs).task(), other).need().key();
		return answers.stream().sorted(Comparator.comparing(a -> !a.startsWith(key))).filter(a -> Decision.of(needs.answering(a))
			.task() == other).findFirst().orElse("");
	}

	/**
	 * Segmentation named by the user is a wish, not a need; who follows objects needs more than a task; where a question holds
	 * two needs, the cheaper one is named.
	 */
	private static String remark(Reading question, TaskChoice task) {
		boolean objects = task == TaskChoice.DETECTION || task == TaskChoice.INSTANCE;
		if (names(question, "pixel.segment") && task.compareTo(TaskChoice.SEMANTIC) < 0) return remark(task, "wish");
		if (names(question, "object.track") && objects) return remark(task, "track");
		return names(question, "object.count") && task == TaskChoice.INSTANCE ? remark(task, "counted") : "";
	}

	private static String remark(TaskChoice task, String part) {
		return Text.of(task, part).get(0).text();
	}

	private static boolean names(Reading question, String concept) {
		return question.cues().stream().anyMatch(c -> c.concept().equals(concept) && !c.negated());
	}

	private static Advice advice(Decision decision, TaskChoice runnerUp, boolean open, boolean vague, Budget budget,
		Prices prices, String reason) {
		TaskChoice task = decision.task();
		Route route = Route.of(task, vague, budget, prices);
		Optional<Cost> cost = task == TaskChoice.NONE ? Optional.empty() : Optional.of(prices.cost(task, budget));
		List<String> sentences = new ArrayList<>(List.of(reason));
		cost.ifPresent(c -> sentences.add(money(c, budget)));
		sentences.add(route.because());
		if (task == TaskChoice.DETECTION && budget.crowded() == Answer.YES) sentences.add(Text.of(task, "crowded").get(0).text());
		sentences.removeIf(String::isBlank);
		return new Advice(task, runnerUp, Flip.between(task, runnerUp), decision.flip(), open, route, prices.all(budget), cost,
			Family.of(task, budget), rules(decision, route), String.join(" ", sentences));
	}

	private static boolean isLabels(TaskChoice task) {
		return task == TaskChoice.CLASSIFICATION_SINGLE || task == TaskChoice.CLASSIFICATION_MULTI;
	}

	private static String reason(Decision decision, Needs needs, Needs all) {
		if (needs.other().isPresent()) return decision.reason() + " What answers it is " + Text.of(needs.other().get()).text()
			+ ".";
		return decision.reason() + (needs.several() == all.several() ? "" : all.several() == Answer.YES
			? " Classes occur together in your images." : " Classes do not occur together in your images.");
	}

	private static String money(Cost cost, Budget budget) {
		String bound = cost.lowerBound() ? " The price per image is a lower bound: outlines grow with the number of objects." : "";
		return switch (cost.affordable()) {
			case YES -> "The budget pays for it; what is left over belongs into more and better labels, not into a harder task."
				+ bound;
			case PARTIAL -> String.format(Locale.ROOT,
				"The budget pays for %.0f to %.0f of %.0f images, by the price of a label.", cost.images().get().low(), Math.min(cost
					.images().get().high(), budget.images().getAsDouble()), budget.images().getAsDouble()) + bound;
			case NO -> "The budget does not pay for it." + bound;
			case UNKNOWN -> "";
		};
	}

	private static List<Rule> rules(Decision decision, Route route) {
		List<Rule> rules = new ArrayList<>(decision.rules());
		rules.addAll(route.rules());
		return rules.stream().distinct().sorted(Comparator.comparingInt(Rule::item)).toList();
	}
}
