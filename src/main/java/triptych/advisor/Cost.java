package triptych.advisor;

import java.util.Optional;

/**
 * What labelling costs for one task.
 *
 * @param money US dollars, empty where images or objects are not known
 * @param hours working hours, likewise
 * @param lowerBound the money is a lower bound: outlines of more than about 20 objects cost more than a price per image
 *          says (contradiction C9)
 * @param affordable against the budget given, unknown without one
 * @param images how many images the budget buys at the highest and at the lowest cost, empty without a budget
 * @param price where money and hours come from
 */
public record Cost(TaskChoice task, Optional<Range> money, Optional<Range> hours, boolean lowerBound, Affordable affordable,
	Optional<Range> images, Price price) {}
