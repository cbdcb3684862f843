package triptych.advisor;

import java.util.Optional;

import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;

/**
 * What labelling costs for one task.
 *
 * @param money US dollars by the price of the task, empty where images or objects are not known
 * @param hours working hours, likewise
 * @param lowerBound the money is a lower bound: outlines of more than about 20 objects cost more
 *           than a price per image says
 * @param told the money as people read it: where it is a lower bound, one range over both sources,
 *           from what boxes cost at least to what outlines by the object cost at most
 * @param affordable against the budget given, unknown without one
 * @param within the same for the range that is told
 * @param images how many images the budget buys at the highest and at the lowest cost, empty
 *           without a budget
 * @param bought the same for the range that is told
 * @param price where money and hours come from
 */
public record Cost(TaskChoice task, Optional<Range> money, Optional<Range> hours,
	boolean lowerBound, Optional<Range> told, Affordable affordable, Affordable within,
	Optional<Range> images, Optional<Range> bought, Price price)
{

	/**
	 * The cost of labels that nobody needs, for a model that answers is there: any budget is enough.
	 */
	Cost needless(Budget budget) {
		Affordable any = budget.limited() ? Affordable.YES : Affordable.UNKNOWN;
		return new Cost(task, money, hours, lowerBound, told, any, any, images, bought, price);
	}

	/** How many of the images the budget buys, such as "12 to 60"; blank without a budget. */
	public String affordableImages(Budget budget, Words words) {
		double all = budget.images().orElse(Double.MAX_VALUE);
		return bought.map(r -> new Range(Math.min(r.low(), all), Math.min(r.high(), all)).text(words))
			.orElse("");
	}
}
