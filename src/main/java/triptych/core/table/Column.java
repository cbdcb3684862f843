package triptych.core.table;

/**
 * The head of a column.
 *
 * @param help what its cells say, in one sentence without a full stop
 */
public record Column(String name, Quantity quantity, String help) {}
