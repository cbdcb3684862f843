package triptych.advisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.advisor.need.Answer;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Text;
import triptych.advisor.need.Words;

/**
 * What is said of a budget: what it buys, what the start that it allows will never give, and the
 * ways without labels.
 */
final class BudgetWords {

	/** From this many objects an image on, only parts of images are labelled; our choice. */
	private static final double CROPS = 100;

	/** Up to this many images, labelling them all is the measurement itself; our choice. */
	private static final double FEW_IMAGES = 2;

	private final TaskChoice task;
	private final Route route;
	private final Optional<Cost> cost;
	private final Optional<String> model;
	private final Budget budget;
	private final Prices prices;
	private final Words words;

	BudgetWords(TaskChoice task, Route route, Optional<Cost> cost, Optional<String> model,
		Budget budget, Prices prices, Words words)
	{
		this.prices = prices;
		this.task = task;
		this.route = route;
		this.cost = cost;
		this.model = model;
		this.budget = budget;
		this.words = words;
	}

	/**
	 * What comes before everything else where the start does not answer the question: that it does
	 * not, what the money buys of what does, and how to do without labels.
	 */
	List<String> first() {
		if (!startsElsewhere()) return List.of();
		String start = isBoxes(route.start()) ? "boxes" : "labels";
		String never = isNothing() ? "short.nothing" : "short.start." + start + "." + wanted();
		return List.of(words.say(never), money(cost.get()), words.say("money.without"));
	}

	/** Not even the cheapest labels can be paid. */
	private boolean isNothing() {
		return prices.cost(route.start(), budget).affordable() == Affordable.NO;
	}

	private boolean startsElsewhere() {
		return isShort() && route.start() != task;
	}

	private boolean isShort() {
		return cost.isPresent() && model.isEmpty() && cost.get().affordable() == Affordable.NO;
	}

	private static boolean isBoxes(TaskChoice task) {
		return task == TaskChoice.DETECTION || task == TaskChoice.LOCALISATION;
	}

	private String wanted() {
		if (task == TaskChoice.SEMANTIC) return "area";
		return isBoxes(task) ? "count" : "size";
	}

	/** What follows the reasons. */
	List<String> rest() {
		List<String> said = new ArrayList<>();
		if (cost.isEmpty()) return said;
		if (model.isPresent()) {
			said.add(words.say("money.ready", model.get()));
			return said;
		}
		if (!startsElsewhere()) said.add(money(cost.get()));
		if (cost.get().lowerBound()) said.addAll(bound());
		boolean nothing = startsElsewhere() && isNothing();
		if (!nothing && !route.because().isEmpty()) said.add(words.say(route.because()));
		said.addAll(otherwise());
		return said;
	}

	private String money(Cost c) {
		return switch (c.affordable()) {
			case YES -> words.say("money.yes");
			case PARTIAL ->
				words.say("money.partial", c.affordableImages(budget, words), Range.amount(images()));
			case NO -> c.images().isEmpty() || budget.images().isEmpty() ? words.say("money.no.open")
				: words.say("money.no", words.say("short." + task.key()), c.affordableImages(budget, words),
					Range.amount(images()));
			case UNKNOWN -> "";
		};
	}

	private double images() {
		return budget.images().orElse(0);
	}

	private List<String> otherwise() {
		List<String> said = new ArrayList<>();
		boolean objects = task == TaskChoice.DETECTION || task == TaskChoice.INSTANCE
			|| task == TaskChoice.PANOPTIC;
		boolean few = budget.images().isPresent() && images() <= FEW_IMAGES
			&& route.start().compareTo(TaskChoice.LOCALISATION) >= 0;
		if (few) said.add(words.say("money.byhand", Range.amount(images())));
		if (isShort() && objects && budget.objects().orElse(0) >= CROPS)
			said.add(words.say("money.crops"));
		boolean crowd = budget.crowded() == Answer.YES
			|| isShort() && budget.objects().orElse(0) >= CROPS;
		if (task == TaskChoice.DETECTION && crowd) said.add(Text.of(task, "crowded").get(0).in(words));
		if (isShort() && task == TaskChoice.DETECTION
			&& budget.objects().orElse(0) > Prices.FEW_OBJECTS) said.add(words.say("money.masks"));
		if (isShort() && !startsElsewhere()) said.add(words.say("money.without"));
		return said;
	}

	/** What the price by the image leaves out, and the same by the object. */
	private List<String> bound() {
		Optional<Range> boxes = prices.cost(TaskChoice.DETECTION, budget).money();
		if (boxes.isEmpty()) return List.of(words.say("money.bound"));
		double objects = images() * budget.objects().orElse(0);
		String outlines = ObjectPrice.polygon().money(objects).map(r -> r.text(words)).orElseThrow();
		return List.of(words.say("money.bound"),
			words.say("money.bound.objects", boxes.get().text(words), outlines));
	}
}
