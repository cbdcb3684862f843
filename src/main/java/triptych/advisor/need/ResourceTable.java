package triptych.advisor.need;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a table among the advisor's resources: UTF-8, tab-separated, no quoting, # begins a line
 * of comment.
 */
public final class ResourceTable {

	private ResourceTable() {}

	/**
	 * @return the rows below the heading, each with as many cells as the heading, blank where they
	 * were left out
	 */
	public static List<String[]> rows(String name) {
		List<String> lines = lines(name);
		int columns = columns(lines.get(0));
		List<String[]> rows = new ArrayList<>(lines.size());
		for (String line : lines.subList(1, lines.size()))
			rows.add(cells(line, columns));
		return rows;
	}

	/** The heading and the rows as they stand there. */
	public static List<String> lines(String name) {
		String text = text(name);
		List<String> lines = new ArrayList<>();
		for (int start = 0, end; start < text.length(); start = end + 1) {
			end = text.indexOf('\n', start);
			if (end < 0) end = text.length();
			if (end > start && text.charAt(start) != '#') lines.add(text.substring(start, end));
		}
		return lines;
	}

	private static String text(String name) {
		return new String(bytes(name), StandardCharsets.UTF_8);
	}

	/** The table as it stands there, comments and all. */
	public static byte[] bytes(String name) {
		try (InputStream in = ResourceTable.class.getResourceAsStream("/triptych/advisor/" + name)) {
			return in.readAllBytes();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static int columns(String line) {
		int columns = 1;
		for (int i = 0; i < line.length(); i++)
			if (line.charAt(i) == '\t') columns++;
		return columns;
	}

	/** The cells of a row; blank where they were left out. */
	public static String[] cells(String line, int columns) {
		String[] cells = new String[columns];
		int from = 0;
		for (int i = 0; i < columns; i++) {
			int tab = from < line.length() ? line.indexOf('\t', from) : -1;
			int to = tab < 0 ? line.length() : tab;
			cells[i] = from < to ? line.substring(from, to).strip() : "";
			from = to + 1;
		}
		return cells;
	}
}
