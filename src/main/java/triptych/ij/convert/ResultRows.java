package triptych.ij.convert;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ij.measure.ResultsTable;
import triptych.core.table.Table;

/**
 * Appends rows to an ImageJ table; rows of other commands keep their values and show blanks in new
 * columns.
 */
public final class ResultRows {

	/** Tells apart the measurements of one image. */
	public static final String RUN = "Run";

	private ResultRows() {}

	/**
	 * The same for what was measured on an image: where the table has rows with the same labels
	 * already, the column Run of the new ones says that they are of the second run, the third and so
	 * on.
	 */
	public static void appendRun(Table rows, ResultsTable table) {
		int before = table.size(), run = 1 + runs(rows, table);
		append(rows, table);
		if (run == 1) return;
		if (!table.columnExists(RUN)) for (int r = 0; r < before; r++)
			table.setValue(RUN, r, "");
		for (int r = before; r < table.size(); r++)
			table.setValue(RUN, r, run);
	}

	/** How many runs the table holds of what these rows are of. */
	private static int runs(Table rows, ResultsTable table) {
		if (!rows.columns().get(0).equals("Label")) return 0;
		Set<String> labels = new HashSet<>();
		rows.rows().forEach(row -> labels.add(String.valueOf(row.get(0))));
		boolean counted = table.columnExists(RUN);
		int runs = 0;
		for (int r = 0; r < table.size(); r++) {
			if (!labels.contains(table.getLabel(r))) continue;
			double own = counted ? table.getValue(RUN, r) : Double.NaN;
			runs = Math.max(runs, Double.isNaN(own) ? 1 : (int) own);
		}
		return runs;
	}

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
