package triptych.advisor.need;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
		try (InputStream in = ResourceTable.class.getResourceAsStream("/triptych/advisor/" + name)) {
			BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			List<String> kept = lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
			int columns = kept.get(0).split("\t").length;
			return kept.stream().skip(1).map(l -> cells(l, columns)).toList();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String[] cells(String line, int columns) {
		String[] given = line.split("\t", -1), cells = new String[columns];
		for (int i = 0; i < columns; i++)
			cells[i] = i < given.length ? given[i].strip() : "";
		return cells;
	}
}
