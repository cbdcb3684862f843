package triptych.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.TriptychException;
import triptych.result.CsvRows;

/**
 * The amounts that one image has, by quantity, read from its table: the mean of its planes. Which
 * amounts there are depends on the kind of table.
 */
final class ImageValues {

	private static final String MEAN = " mean", DEVIATION = " sd", CLASS = "Class";
	private static final String COUNT_OF = "Count ";
	/** Behind the class of a scene. */
	static final String COUNT = " count", AREA = " area";
	/** Columns that are no amounts. */
	private static final Set<String> PLACES = Set.of("Label", "Ch", "Slice", "Frame", "Unit", "Id",
		CLASS, "Reviewed");

	/** One row of a table, by its columns. */
	private interface Row {

		void is(Map<String, String> cells);
	}

	private ImageValues() {}

	/** Of a summary, with a row for each plane: {@code Area mean} is the quantity Area. */
	static Map<String, Double> ofSummary(Path summary) {
		Map<String, double[]> sums = new LinkedHashMap<>();
		each(summary, row -> row.forEach((column, cell) -> {
			if (PLACES.contains(column) || column.endsWith(DEVIATION) || cell.isEmpty()) return;
			boolean mean = column.endsWith(MEAN);
			String quantity = mean ? column.substring(0, column.length() - MEAN.length()) : column;
			double[] sum = sums.computeIfAbsent(quantity, q -> new double[2]);
			sum[0] += Double.parseDouble(cell);
			sum[1]++;
		}));
		Map<String, Double> values = new LinkedHashMap<>();
		sums.forEach((quantity, sum) -> values.put(quantity, sum[0] / sum[1]));
		return values;
	}

	/**
	 * What a summary has of a quantity that it does not name: no object of a class, where it counts
	 * all objects by their class; of a measurement without an object nobody knows.
	 */
	static double lacking(Map<String, Double> values, String quantity) {
		if (!quantity.startsWith(COUNT_OF)) return Double.NaN;
		double counted = 0;
		for (Map.Entry<String, Double> value : values.entrySet())
			if (value.getKey().startsWith(COUNT_OF)) counted += value.getValue();
		return Math.abs(counted - values.getOrDefault("Count", 0.0)) < 1e-6 ? 0 : Double.NaN;
	}

	/** Of regions: the share of each class, in percent. A class without a pixel has no row. */
	static Map<String, Double> ofRegions(Path table, int planes) {
		Map<String, Double> values = new LinkedHashMap<>();
		each(table, row -> values.merge(row.get(CLASS), number(row, "%Area") / planes, Double::sum));
		return values;
	}

	/**
	 * Of classes: in percent, how much of the image is of each that counts as an answer, which is all
	 * of it but where an image has several planes or ROIs.
	 */
	static Map<String, Double> ofAnswers(Path table) {
		Map<String, Double> values = new LinkedHashMap<>();
		double[] subjects = new double[1];
		each(table, row -> {
			if (number(row, "Rank") == 1) subjects[0]++;
			if (number(row, "Accepted") == 1) values.merge(row.get(CLASS), 100.0, Double::sum);
		});
		values.replaceAll((name, sum) -> sum / subjects[0]);
		return values;
	}

	/** Of a scene: how many things each class has, and the area of each class. */
	static Map<String, Double> ofScene(Path table, int planes) {
		Map<String, Double> values = new LinkedHashMap<>();
		each(table, row -> {
			boolean thing = row.get("Kind").equals("thing");
			if (thing) values.merge(row.get(CLASS) + COUNT, 1.0 / planes, Double::sum);
			values.merge(row.get(CLASS) + AREA, number(row, "Area") / planes, Double::sum);
		});
		return values;
	}

	private static double number(Map<String, String> row, String column) {
		return Double.parseDouble(row.get(column));
	}

	private static void each(Path table, Row row) {
		try (BufferedReader in = Files.newBufferedReader(table)) {
			CsvRows rows = new CsvRows(in);
			List<String> columns = rows.texts();
			for (List<String> cells = rows.texts(); !cells.isEmpty(); cells = rows.texts()) {
				Map<String, String> all = new LinkedHashMap<>();
				for (int i = 0; i < columns.size(); i++)
					all.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
				row.is(all);
			}
		}
		catch (IOException e) {
			throw new TriptychException("The table \"" + table + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
	}
}
