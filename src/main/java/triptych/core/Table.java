package triptych.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of measurements, free of any window. A cell is a String, an Integer or a Double, in the order of the columns; the
 * first column is Label, except where the rows belong to no image.
 *
 * @param unit unit of all lengths; areas are in its square
 */
public record Table(List<String> columns, List<List<Object>> rows, String unit) {

	/** For commands that make no table. */
	public static final Table NONE = new Table(List.of("Label"), List.of(), "");

	/** The rows of several tables with the same columns, one after the other. */
	public static Table joined(List<Table> tables) {
		if (tables.size() == 1) return tables.get(0);
		List<List<Object>> rows = new ArrayList<>();
		tables.forEach(t -> rows.addAll(t.rows()));
		return new Table(tables.get(0).columns(), rows, tables.get(0).unit());
	}
}
