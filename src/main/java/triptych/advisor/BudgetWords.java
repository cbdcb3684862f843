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
		if (isShort() && isNothing()) return nothing();
		if (!startsElsewhere()) return List.of();
		String start = isBoxes(route.start()) ? "boxes" : "labels";
		return List.of(words.say("short.start." + start + "." + wanted()), money(cost.get()),
			words.say("money.without"));
	}

	/** That no labels at all can be paid for all images, and for how many they can. */
	private List<String> nothing() {
		Cost cheapest = prices.cost(route.start(), budget);
		List<String> said = new ArrayList<>();
		said.add(words.say(startsElsewhere() ? "short.nothing" : "short.nothing.labels"));
		boolean none = cheapest.bought().isEmpty() || cheapest.bought().get().high() == 0;
		if (none) said.add(words.say("money.none"));
		else {
			if (startsElsewhere()) said.add(money(cost.get()));
			said.add(money(cheapest));
		}
		said.add(words.say("money.without"));
		return said;
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
		boolean nothing = isShort() && isNothing();
		if (!startsElsewhere() && !nothing) said.add(money(cost.get()));
		if (cost.get().lowerBound()) said.add(bound());
		if (!nothing && !route.because().isEmpty()) said.add(words.say(route.because()));
		said.addAll(otherwise());
		return said;
	}

	private String money(Cost c) {
		return switch (c.affordable()) {
			case YES -> c.within() == Affordable.YES ? words.say("money.yes") : some(c);
			case PARTIAL -> some(c);
			case NO -> c.images().isEmpty() || budget.images().isEmpty() ? words.say("money.no.open")
				: words.say("money.no", words.say("short." + c.task().key()),
					c.affordableImages(budget, words), words.amount(images()));
			case UNKNOWN -> "";
		};
	}

	private String some(Cost c) {
		return words.say("money.partial", c.affordableImages(budget, words), words.amount(images()));
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
		if (few) said.add(words.say("money.byhand", words.amount(images())));
		if (isShort() && objects && budget.objects().orElse(0) >= CROPS)
			said.add(words.say("money.crops"));
		boolean crowd = budget.crowded() == Answer.YES
			|| isShort() && budget.objects().orElse(0) >= CROPS;
		if (task == TaskChoice.DETECTION && crowd) said.add(Text.of(task, "crowded").get(0).in(words));
		if (isShort() && task == TaskChoice.DETECTION
			&& budget.objects().orElse(0) > Prices.FEW_OBJECTS) said.add(words.say("money.masks"));
		if (isShort() && !startsElsewhere() && !isNothing()) said.add(words.say("money.without"));
		return said;
	}

	/** One range over what two sources say of outlines. */
	private String bound() {
		Cost c = cost.get();
		if (c.told().isEmpty()) return words.say("money.bound");
		double objects = images() * budget.objects().orElse(0);
		Range byImage = c.money().orElseThrow();
		boolean best = c.affordable() == Affordable.YES && c.within() != Affordable.YES;
		return words.join(List.of(words.say("money.bound.both", c.told().get().text(words),
			byImage.text(words), Prices.byObject(task, byImage, objects).text(words)),
			best ? words.say("money.bound.best") : ""));
	}
}
