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
			text.append(words(column.name())).append(',');
		text.append(UNIT.name()).append("\r\n");
		String unit = words(table.unit());
		for (List<Object> row : table.rows()) {
			for (Object cell : row)
				text.append(cell(cell)).append(',');
			text.append(unit).append("\r\n");
		}
		return text.toString();
	}

	private static String cell(Object value) {
		if (value instanceof Double d) return number(d);
		return value instanceof Number ? value.toString() : words(String.valueOf(value));
	}

	private static String number(double d) {
		if (Double.isNaN(d)) return "";
		boolean whole = d == Math.rint(d) && Math.abs(d) < 1e15;
		return whole ? String.valueOf((long) d) : String.valueOf(d);
	}

	/**
	 * A cell of words. One that a spreadsheet would take for a formula gets an apostrophe before it,
	 * which spreadsheets take for the sign of words; numbers never come here.
	 */
	public static String words(String text) {
		return cell(isFormula(text) ? "'" + text : text);
	}

	/** What was written as {@link #words}, from what a cell holds. */
	static String text(String cell) {
		return cell.startsWith("'") && isFormula(cell) ? cell.substring(1) : cell;
	}

	/** Behind apostrophes too, so that one more can be told from those of the text itself. */
	private static boolean isFormula(String text) {
		int first = 0;
		while (first < text.length() && text.charAt(first) == '\'')
			first++;
		return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
	}

	/** A cell as it stands, in quotes where it needs them. */
	public static String cell(String text) {
		for (int i = 0; i < text.length(); i++)
			if (",\"\r\n".indexOf(text.charAt(i)) >= 0) return "\"" + text.replace("\"", "\"\"") + "\"";
		return text;
	}
}
