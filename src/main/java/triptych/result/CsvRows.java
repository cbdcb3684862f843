package triptych.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import triptych.core.TriptychException;

/** Reads RFC 4180 text row by row, as {@link Csv} writes it. */
public final class CsvRows {

	private final Reader in;

	public CsvRows(Reader in) {
		this.in = in;
	}

	/** The cells of the next row, none after the last. */
	public List<String> next() throws IOException {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false, wasQuote = false, any = false;
		for (int c = in.read(); c >= 0; c = in.read()) {
			any = true;
			if (quoted) {
				if (c != '"') cell.append((char) c);
				else quoted = false;
			}
			else if (c == '"') {
				// A quote right after the end of a quoted part is a quote of the text.
				if (wasQuote) cell.append('"');
				quoted = true;
			}
			else if (c == ',') {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else if (c == '\n') break;
			else if (c != '\r') cell.append((char) c);
			wasQuote = c == '"' && !quoted;
		}
		if (any) cells.add(cell.toString());
		return cells;
	}

	/** The same without what {@link Csv#words} has put before words, for whoever wants these. */
	public List<String> texts() throws IOException {
		return next().stream().map(Csv::text).toList();
	}

	/** The units in the last column of a table that {@link Csv} has written, in their order. */
	public static Set<String> units(Path table) {
		return distinct(table, Csv.UNIT.name());
	}

	/** The words in a column, each once, in their order; none where there is no such column. */
	public static Set<String> distinct(Path table, String column) {
		Set<String> words = new LinkedHashSet<>();
		try (BufferedReader in = Files.newBufferedReader(table)) {
			CsvRows rows = new CsvRows(in);
			int at = rows.texts().lastIndexOf(column);
			for (List<String> row = rows.texts(); at >= 0 && !row.isEmpty(); row = rows.texts())
				words.add(row.get(at));
			return words;
		}
		catch (IOException e) {
			throw new TriptychException("The table \"" + table + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}
}
