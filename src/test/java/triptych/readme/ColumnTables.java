package triptych.readme;

import java.util.List;
import java.util.Map;

import triptych.core.table.Column;
import triptych.folder.CombinedTable;
import triptych.result.Columns;
import triptych.result.Csv;
import triptych.result.Tables;

/** The document of all columns, made from the columns themselves. */
public final class ColumnTables {

	private ColumnTables() {}

	static String all() {
		StringBuilder text = new StringBuilder("# Columns of the tables\n\n"
			+ "Lengths are in the image's unit, or in pixels where it has none, and areas in its square.\n"
			+ "Pixel values are those of the image. x runs to the right and y downwards from the\n"
			+ "image's origin. Values that are not known are blank. Where *where* says something, the\n"
			+ "column is in such tables only.\n\n");
		for (Map.Entry<String, Columns<?, ?>> kind : Tables.columns().entrySet())
			text.append("## ")
				.append(kind.getKey())
				.append("\n\n")
				.append(of(kind.getValue().documented()))
				.append('\n');
		text.append("## Of the files only\n\n").append(of(List.of(
			new Columns.Documented(CombinedTable.FILE, "the tables of a folder, first"),
			new Columns.Documented(CombinedTable.GROUP, "the tables of a folder with group="),
			new Columns.Documented(Csv.UNIT, "every csv file, last"))));
		return text.toString();
	}

	/** A table of columns, a line each. */
	public static String of(List<Columns.Documented> columns) {
		StringBuilder text = new StringBuilder("| column | unit | where | meaning |\n");
		text.append("|---|---|---|---|\n");
		for (Columns.Documented documented : columns) {
			Column c = documented.column();
			text.append(String.format("| %s | %s | %s | %s |\n", c.name(), c.quantity().words(),
				documented.when(), c.help()));
		}
		return text.toString();
	}
}
