package triptych.advisor;

import java.util.Optional;

import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;

/**
 * What labelling costs for one task.
 *
 * @param money US dollars, empty where images or objects are not known
 * @param hours working hours, likewise
 * @param lowerBound the money is a lower bound: outlines of more than about 20 objects cost more
 *           than a price per image says
 * @param least the money at least, where it is a lower bound: outlining costs no less than boxes
 * @param affordable against the budget given, unknown without one
 * @param images how many images the budget buys at the highest and at the lowest cost, empty
 *           without a budget
 * @param price where money and hours come from
 */
public record Cost(TaskChoice task, Optional<Range> money, Optional<Range> hours,
	boolean lowerBound, double least, Affordable affordable, Optional<Range> images, Price price)
{

	/**
	 * The cost of labels that nobody needs, for a model that answers is there: any budget is enough.
	 */
	Cost needless(Budget budget) {
		return new Cost(task, money, hours, lowerBound, least,
			budget.limited() ? Affordable.YES : Affordable.UNKNOWN, images, price);
	}

	/** How many of the images the budget buys, such as "12 to 60"; blank without a budget. */
	public String affordableImages(Budget budget, Words words) {
		double all = budget.images().orElse(Double.MAX_VALUE);
		return images.map(r -> new Range(Math.min(r.low(), all), Math.min(r.high(), all)).text(words))
			.orElse("");
	}
}
