package triptych.evaluation.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import triptych.core.TriptychException;
import triptych.result.Csv;
import triptych.result.CsvRows;

/**
 * A table in a text file, its cells separated by commas, semicolons or tabs.
 *
 * @param columns its first row
 * @param rows the others, each as long as the first
 */
record TableFile(Path file, List<String> columns, List<List<String>> rows) {

	static TableFile read(Path file) {
		try {
			String text = Files.readString(file).replaceFirst("^\uFEFF", "");
			String head = text.lines().findFirst().orElse("");
			CsvRows in = new CsvRows(new BufferedReader(new StringReader(commas(text, head))));
			List<String> columns = in.texts();
			List<List<String>> rows = new ArrayList<>();
			for (List<String> row = in.texts(); !row.isEmpty(); row = in.texts())
				if (!row.equals(List.of(""))) rows.add(whole(row, columns.size()));
			return new TableFile(file, columns, rows);
		}
		catch (MalformedInputException e) {
			throw new TriptychException(
				"The table \"" + file + "\" is no text in UTF-8; save it as CSV in UTF-8.", e);
		}
		catch (IOException e) {
			throw new TriptychException(
				"The table \"" + file + "\" cannot be read: " + TriptychException.why(e) + ".", e);
		}
	}

	private static String commas(String text, String head) {
		if (head.contains(",")) return text;
		String other = head.contains("\t") ? "\t" : ";";
		if (!head.contains(other)) return text;
		StringBuilder csv = new StringBuilder(text.length() + 16);
		text.lines().forEach(line -> {
			List<String> cells = List.of(line.split(other, -1));
			csv.append(String.join(",", cells.stream().map(Csv::cell).toList())).append('\n');
		});
		return csv.toString();
	}

	private static List<String> whole(List<String> row, int columns) {
		List<String> whole = new ArrayList<>(row.subList(0, Math.min(columns, row.size())));
		while (whole.size() < columns) whole.add("");
		return whole;
	}

	/** Where the first of these columns stands, in capitals or not; -1 where none is there. */
	int column(String... names) {
		for (String name : names)
			for (int i = 0; i < columns.size(); i++)
				if (columns.get(i).strip().toLowerCase(Locale.ROOT).equals(name)) return i;
		return -1;
	}

	/** As {@link #number}, and NaN where the cell is blank. */
	double numberIfAny(int row, int column) {
		return rows.get(row).get(column).isBlank() ? Double.NaN : number(row, column);
	}

	/** @throws TriptychException naming file, line and column where the cell is no number */
	double number(int row, int column) {
		String cell = rows.get(row).get(column).strip();
		try {
			return Double.parseDouble(cell);
		}
		catch (NumberFormatException e) {
			throw new TriptychException("The table \"" + file + "\", line " + (row + 2)
				+ ": the column " + columns.get(column) + " holds \"" + cell + "\", which is no number.",
				e);
		}
	}
}
