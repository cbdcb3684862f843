package triptych.core.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of measurements, free of any window. A cell is a String, an Integer or a Double, in the
 * order of the columns; the first column is Label, except where the rows belong to no image.
 *
 * @param heads the columns with what they mean
 * @param unit unit of all lengths; areas are in its square
 */
public record Table(List<Column> heads, List<List<Object>> rows, String unit) {

	/** For commands that make no table. */
	public static final Table NONE = ofText(List.of("Label"), List.of(), "");

	/** A table whose columns have names only. */
	public static Table ofText(List<String> columns, List<List<Object>> rows, String unit) {
		List<Column> heads = columns.stream()
			.map(name -> new Column(name, Quantity.TEXT, ""))
			.toList();
		return new Table(heads, rows, unit);
	}

	/** The rows of several tables with the same columns, one after the other. */
	public static Table joined(List<Table> tables) {
		if (tables.size() == 1) return tables.get(0);
		List<List<Object>> rows = new ArrayList<>();
		tables.forEach(t -> rows.addAll(t.rows()));
		return new Table(tables.get(0).heads(), rows, tables.get(0).unit());
	}

	/** The names of the columns. */
	public List<String> columns() {
		return heads.stream()
			.map(Column::name)
			.toList();
	}

	/** Where a column stands, counted from 0; -1 where there is none of that name. */
	public int indexOf(String column) {
		return columns().indexOf(column);
	}

	/** Where the column of classes stands, counted from 0; -1 where the rows have no class. */
	public int classColumn() {
		for (int i = 0; i < heads.size(); i++)
			if (heads.get(i).quantity() == Quantity.CLASS) return i;
		return -1;
	}
}
