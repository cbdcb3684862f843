package triptych.ij.convert;

import java.util.Arrays;
import java.util.List;

import ij.measure.ResultsTable;
import triptych.core.table.Table;

/**
 * Appends rows to an ImageJ table; rows of other commands keep their values and show blanks in new
 * columns.
 */
public final class ResultRows {

	private ResultRows() {}

	public static void append(Table rows, ResultsTable table) {
		if (rows.rows().isEmpty()) return;
		int first = rows.columns().get(0).equals("Label") ? 1 : 0;
		List<String> columns = rows.columns().subList(first, rows.columns().size());
		int before = table.size();
		for (String column : columns)
			if (!table.columnExists(column)) for (int r = 0; r < before; r++)
				table.setValue(column, r, "");
		String[] others = Arrays.stream(table.getHeadings())
			.filter(h -> !h.equals("Label") && !columns.contains(h))
			.toArray(String[]::new);
		for (List<Object> row : rows.rows()) {
			table.incrementCounter();
			int r = table.size() - 1;
			if (first == 1) table.setLabel(String.valueOf(row.get(0)), r);
			for (int i = 0; i < columns.size(); i++) {
				Object cell = row.get(first + i);
				if (cell instanceof Number n && !Double.isNaN(n.doubleValue()))
					table.setValue(columns.get(i), r, n.doubleValue());
				else table.setValue(columns.get(i), r, cell instanceof Number ? "" : String.valueOf(cell));
			}
			for (String other : others)
				table.setValue(other, r, "");
		}
	}
}
