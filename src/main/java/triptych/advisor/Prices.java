package triptych.advisor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What labels cost, task by task; {@link #PUBLISHED} are the defaults, and a user may put own prices in their place. */
public record Prices(Map<TaskChoice, Price> of) {

	/** Above this number of objects an image, a price per image is a lower bound for outlines (contradiction C9). */
	static final double FEW_OBJECTS = 20;

	public static final Prices PUBLISHED = published();

	private static Prices published() {
		Map<TaskChoice, Price> prices = new EnumMap<>(TaskChoice.class);
		for (String[] r : Tsv.rows("prices.tsv"))
			prices.put(TaskChoice.of(r[0]), new Price(range(r[1]), range(r[2]), range(r[3]), range(r[4]), r[5], r[6]));
		return new Prices(prices);
	}

	private static Range range(String cell) {
		String[] ends = cell.split("\\.\\.");
		return new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[ends.length - 1]));
	}

	/** The cost of every task, from the simplest on. */
	List<Cost> all(Budget budget) {
		List<Cost> costs = new ArrayList<>();
		for (TaskChoice task : TaskChoice.values())
			if (of.containsKey(task)) costs.add(cost(task, budget));
		return costs;
	}

	Cost cost(TaskChoice task, Budget budget) {
		Price price = of.get(task);
		Optional<Range> money = price.money(budget.objects()), hours = price.hours(budget.objects());
		Optional<Range> allMoney = times(money, budget.images()), allHours = times(hours, budget.images());
		boolean outlines = task == TaskChoice.INSTANCE || task == TaskChoice.PANOPTIC;
		boolean lowerBound = outlines && budget.objects().orElse(0) > FEW_OBJECTS;
		return new Cost(task, allMoney, allHours, lowerBound, affordable(allMoney, allHours, budget), images(money, hours,
			budget), price);
	}

	private static Optional<Range> times(Optional<Range> one, OptionalDouble images) {
		return images.isEmpty() ? Optional.empty() : one.map(r -> r.times(images.getAsDouble()));
	}

	private static Affordable affordable(Optional<Range> money, Optional<Range> hours, Budget budget) {
		Affordable all = budget.limited() ? Affordable.YES : Affordable.UNKNOWN;
		if (budget.money().isPresent()) all = all.and(within(money, budget.money()));
		if (budget.hours().isPresent()) all = all.and(within(hours, budget.hours()));
		return all;
	}

	private static Affordable within(Optional<Range> cost, OptionalDouble limit) {
		return cost.map(r -> r.within(limit.getAsDouble())).orElse(Affordable.UNKNOWN);
	}

	/** Whole images that the budget buys, at the highest cost and at the lowest; what is free sets no limit. */
	private static Optional<Range> images(Optional<Range> money, Optional<Range> hours, Budget budget) {
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
		return each == 0 ? Double.POSITIVE_INFINITY : Math.floor(budget.getAsDouble() / each * (1 + 1e-12));
	}
}
