package triptych.result;

import java.util.List;

import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;

/** Tables as RFC 4180 text, with a last column Unit that holds the unit of the lengths. */
public final class Csv {

	/** The column that a csv has beside those of its table. */
	public static final Column UNIT = new Column("Unit", Quantity.TEXT,
		"the unit of lengths; areas are in its square");

	private Csv() {}

	public static String write(Table table) {
		StringBuilder text = new StringBuilder();
		for (Column column : table.heads())
			text.append(cell(column.name())).append(',');
		text.append(UNIT.name()).append("\r\n");
		String unit = cell(table.unit());
		for (List<Object> row : table.rows()) {
			for (Object cell : row)
				text.append(cell instanceof Double d ? number(d) : cell(String.valueOf(cell))).append(',');
			text.append(unit).append("\r\n");
		}
		return text.toString();
	}

	private static String number(double d) {
		if (Double.isNaN(d)) return "";
		boolean whole = d == Math.rint(d) && Math.abs(d) < 1e15;
		return whole ? String.valueOf((long) d) : String.valueOf(d);
	}

	public static String cell(String text) {
		for (int i = 0; i < text.length(); i++)
			if (",\"\r\n".indexOf(text.charAt(i)) >= 0) return "\"" + text.replace("\"", "\"\"") + "\"";
		return text;
	}
}
