package triptych.core;

import java.util.List;

/**
 * Rows of measurements, free of any window. A cell is a String, an Integer or a Double, in the order of the columns; the
 * first column is Label.
 *
 * @param unit unit of all lengths; areas are in its square
 */
public record Table(List<String> columns, List<List<Object>> rows, String unit) {}
