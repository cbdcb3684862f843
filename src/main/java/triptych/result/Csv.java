package triptych.result;

import java.util.List;

import triptych.core.Table;

/** Tables as RFC 4180 text, with a last column Unit that holds the unit of the lengths. */
public final class Csv {

	private Csv() {}

	static String write(Table table) {
		StringBuilder text = new StringBuilder();
		for (String column : table.columns())
			text.append(cell(column)).append(',');
		text.append("Unit\r\n");
		for (List<Object> row : table.rows()) {
			for (Object cell : row)
				text.append(cell instanceof Double d ? number(d) : cell(String.valueOf(cell))).append(',');
			text.append(cell(table.unit())).append("\r\n");
		}
		return text.toString();
	}

	private static String number(double d) {
		if (Double.isNaN(d)) return "";
		return d == Math.rint(d) && Math.abs(d) < 1e15 ? String.valueOf((long) d) : String.valueOf(d);
	}

	public static String cell(String text) {
		boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
		return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
	}
}
