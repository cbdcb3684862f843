package triptych.advisor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import triptych.advisor.need.ResourceTable;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.TypedNumber;
import triptych.advisor.need.Words;
import triptych.core.TriptychException;

/**
 * What labels cost, task by task; {@link #PUBLISHED} are the defaults, and a user may put own
 * prices in their place.
 */
public record Prices(Map<TaskChoice, Price> of) {

	/** Above this number of objects an image, a price per image is a lower bound for outlines. */
	static final double FEW_OBJECTS = 20;

	/** Between two prices; a comma within a number stands before a digit. */
	private static final String PARTS = "[;\\s]+|,+(?!\\d)[,;\\s]*";

	public static final Prices PUBLISHED = published();

	private static Prices published() {
		Map<TaskChoice, Price> prices = new EnumMap<>(TaskChoice.class);
		for (String[] r : ResourceTable.rows("prices.tsv")) {
			Price price = new Price(Range.of(r[1]), Range.of(r[2]), Range.of(r[3]), Range.of(r[4]), r[5],
				r[6], false);
			prices.put(TaskChoice.of(r[0]), price);
		}
		return new Prices(prices);
	}

	/**
	 * These prices with the user's own ones in their place, as in {@code
	 * label:0.04,box:0.1,mask:0.8}, in US dollars: a label for an image, a box, and the mask of an
	 * object (or of an image where objects are not told apart).
	 *
	 * @param words whose language says how numbers are written, and what is wrong
	 * @throws TriptychException where a name or a number is wrong, or can mean two numbers
	 */
	public Prices with(String own, Words words) {
		Map<TaskChoice, Price> prices = new EnumMap<>(of);
		for (String part : own.strip().isEmpty() ? new String[0] : own.strip().split(PARTS)) {
			int colon = part.indexOf(':');
			double price = colon < 0 ? Double.NaN : price(part, colon + 1, words);
			if (!(price >= 0 && price < Double.POSITIVE_INFINITY)) throw wrong(part, words);
			for (TaskChoice task : tasks(part.substring(0, colon), part, words)) {
				boolean objects = task == TaskChoice.DETECTION || task == TaskChoice.INSTANCE
					|| task == TaskChoice.PANOPTIC;
				boolean image = !objects || task == TaskChoice.PANOPTIC;
				Range each = new Range(price, price), nothing = new Range(0, 0);
				prices.put(task, of.get(task).costing(image ? each : nothing, objects ? each : nothing));
			}
		}
		return new Prices(prices);
	}

	private static double price(String part, int from, Words words) {
		List<String> meanings = TypedNumber.meanings(part.substring(from), words.language());
		if (meanings.size() > 1) throw new TriptychException(
			TypedNumber.two(words.say("wrong.field", words.say("window.prices")), part, meanings, words));
		return meanings.isEmpty() ? Double.NaN : Double.parseDouble(meanings.get(0));
	}

	private static List<TaskChoice> tasks(String label, String part, Words words) {
		return switch (label.toLowerCase(Locale.ROOT)) {
			case "label" -> List.of(TaskChoice.CLASSIFICATION_SINGLE, TaskChoice.CLASSIFICATION_MULTI);
			case "box" -> List.of(TaskChoice.LOCALISATION, TaskChoice.DETECTION);
			case "mask" -> List.of(TaskChoice.SEMANTIC, TaskChoice.INSTANCE, TaskChoice.PANOPTIC);
			default -> throw wrong(part, words);
		};
	}

	private static TriptychException wrong(String part, Words words) {
		return new TriptychException(words.say("wrong.price", part));
	}

	/** The cost of every task, from the simplest on. */
	List<Cost> all(Budget budget) {
		List<Cost> costs = new ArrayList<>();
		for (TaskChoice task : TaskChoice.values())
			if (of.containsKey(task)) costs.add(cost(task, budget));
		return costs;
	}

	public Cost cost(TaskChoice task, Budget budget) {
		Price price = of.get(task);
		Optional<Range> money = price.money(budget.objects()), hours = price.hours(budget.objects());
		Optional<Range> allMoney = times(money, budget.images()),
			allHours = times(hours, budget.images());
		boolean outlines = task == TaskChoice.INSTANCE || task == TaskChoice.PANOPTIC;
		boolean byImage = outlines && price.moneyPerObject().high() == 0;
		boolean lowerBound = byImage && budget.objects().orElse(0) > FEW_OBJECTS;
		Optional<Range> told = lowerBound ? money.map(m -> both(task, m, budget.objects())) : money;
		Optional<Range> allTold = times(told, budget.images());
		Affordable affordable = affordable(allMoney, allHours, budget),
			within = affordable(allTold, allHours, budget);
		// By the image it is enough for some at least.
		boolean some = affordable != Affordable.NO && within == Affordable.NO;
		return new Cost(task, allMoney, allHours, lowerBound, allTold, affordable,
			some ? Affordable.PARTIAL : within, images(money, hours, budget),
			images(told, hours, budget), price);
	}

	/**
	 * What outlines in one image cost by the image and by the object, in one range; never less than
	 * boxes.
	 */
	private Range both(TaskChoice task, Range byImage, OptionalDouble objects) {
		double boxes = of.get(TaskChoice.DETECTION).money(objects).orElseThrow().low();
		double low = Math.max(byImage.low(), boxes);
		double high = byObject(task, byImage, objects.getAsDouble()).high();
		return new Range(low, Math.max(low, Math.max(byImage.high(), high)));
	}

	/** The outlines by the object; a scene has the regions around them besides. */
	static Range byObject(TaskChoice task, Range byImage, double objects) {
		Range outlines = ObjectPrice.polygon().money(objects).orElseThrow();
		return task == TaskChoice.PANOPTIC ? outlines.plus(byImage) : outlines;
	}

	private static Optional<Range> times(Optional<Range> one, OptionalDouble images) {
		return images.isEmpty() ? Optional.empty() : one.map(r -> r.times(images.getAsDouble()));
	}

	private static Affordable affordable(Optional<Range> money, Optional<Range> hours,
		Budget budget)
	{
		Affordable all = budget.limited() ? Affordable.YES : Affordable.UNKNOWN;
		if (budget.money().isPresent()) all = all.and(within(money, budget.money()));
		if (budget.hours().isPresent()) all = all.and(within(hours, budget.hours()));
		return all;
	}

	private static Affordable within(Optional<Range> cost, OptionalDouble limit) {
		return cost.map(r -> r.within(limit.getAsDouble())).orElse(Affordable.UNKNOWN);
	}

	/**
	 * Whole images that the budget buys, at the highest cost and at the lowest; what is free sets no
	 * limit.
	 */
	private static Optional<Range> images(Optional<Range> money, Optional<Range> hours,
		Budget budget)
	{
		double least = Double.POSITIVE_INFINITY, most = Double.POSITIVE_INFINITY;
		if (budget.money().isPresent() && money.isPresent()) {
			least = buys(budget.money(), money.get().high());
			most = buys(budget.money(), money.get().low());
		}
		if (budget.hours().isPresent() && hours.isPresent()) {
			least = Math.min(least, buys(budget.hours(), hours.get().high()));
			most = Math.min(most, buys(budget.hours(), hours.get().low()));
		}
		return Double.isInfinite(most) ? Optional.empty() : Optional.of(new Range(least, most));
	}

	/** The tiny share added keeps 0.3 / 0.1 from counting as two. */
	private static double buys(OptionalDouble budget, double each) {
		return each == 0 ? Double.POSITIVE_INFINITY
			: Math.floor(budget.getAsDouble() / each * (1 + 1e-12));
	}
}
