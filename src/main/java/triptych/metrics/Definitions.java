package triptych.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import triptych.metrics.Metric.Better;

/** The table of all figures, each with its definition and source: definitions.tsv. */
final class Definitions {

	private static final Map<String, String[]> ROWS = read();

	private Definitions() {}

	/**
	 * @param key evaluation and name, such as coco.AP50
	 * @param chosen what stands in name, definition and unit for %1$s, %2$s ...
	 */
	static Metric of(String key, Object... chosen) {
		String[] row = ROWS.get(key);
		if (row == null) throw new IllegalArgumentException("definitions.tsv has no " + key);
		String name = filled(key.substring(key.lastIndexOf('.') + 1), chosen);
		Better better = Better.valueOf(row[1].toUpperCase(Locale.ROOT));
		return new Metric(name, filled(row[4], chosen), row[5], filled(row[3], chosen), better,
				row[2].equals("yes"));
	}

	private static String filled(String text, Object... chosen) {
		return String.format(Locale.ROOT, text, chosen);
	}

	static Set<String> keys() {
		return ROWS.keySet();
	}

	private static Map<String, String[]> read() {
		InputStream table = Definitions.class.getResourceAsStream("definitions.tsv");
		try (BufferedReader in =
				new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
			Map<String, String[]> rows = new LinkedHashMap<>();
			in.lines()
					.filter(line -> !line.startsWith("#"))
					.skip(1)
					.map(line -> line.split("\t", -1))
					.forEach(row -> rows.put(row[0], row));
			return rows;
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
