package triptych.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import triptych.core.TriptychException;
import triptych.result.Csv;
import triptych.result.CsvRows;

/**
 * What the groups of an experiment have on average. The image counts, not the object: objects of
 * one image are not independent of each other, and an image with many would count more. An image's
 * value is the mean of its planes.
 */
final class GroupTable {

	static final String GROUP = "Group";

	private static final String MEAN = " mean", DEVIATION = " sd";
	/** Columns that are no amounts. */
	private static final Set<String> PLACES = Set.of("Label", "Ch", "Slice", "Frame", "Unit", "Id",
		"Class", "Reviewed");

	/** Image after image: what it has of each quantity. */
	private final Map<String, List<Map<String, Double>>> images = new TreeMap<>();
	private final Set<String> quantities = new LinkedHashSet<>();

	/**
	 * @param group of the image
	 * @param summary with a row for each plane, or for each plane and class
	 */
	void add(String group, Path summary) {
		Map<String, double[]> sums = new LinkedHashMap<>();
		try (BufferedReader in = Files.newBufferedReader(summary)) {
			CsvRows rows = new CsvRows(in);
			List<String> columns = rows.next();
			int name = columns.indexOf("Class"), share = columns.indexOf("%Area");
			for (List<String> row = rows.next(); !row.isEmpty(); row = rows.next()) {
				if (name >= 0) put(sums, row.get(name), row.get(share));
				else for (int i = 0; i < row.size(); i++)
					if (counts(columns.get(i))) put(sums, quantity(columns.get(i)), row.get(i));
			}
		}
		catch (IOException e) {
			throw new TriptychException("The table \"" + summary + "\" cannot be read: "
				+ TriptychException.why(e) + ".", e);
		}
		Map<String, Double> means = new LinkedHashMap<>();
		sums.forEach((quantity, sum) -> means.put(quantity, sum[0] / sum[1]));
		quantities.addAll(means.keySet());
		images.computeIfAbsent(group, g -> new ArrayList<>()).add(means);
	}

	private static boolean counts(String column) {
		return !PLACES.contains(column) && !column.endsWith(DEVIATION);
	}

	/** {@code Area mean} of an image is its value of the quantity Area. */
	private static String quantity(String column) {
		boolean mean = column.endsWith(MEAN);
		return mean ? column.substring(0, column.length() - MEAN.length()) : column;
	}

	private static void put(Map<String, double[]> sums, String quantity, String cell) {
		if (cell.isEmpty()) return;
		double[] sum = sums.computeIfAbsent(quantity, q -> new double[2]);
		sum[0] += Double.parseDouble(cell);
		sum[1]++;
	}

	/** The groups in the order of their names. */
	List<String> groups() {
		return List.copyOf(images.keySet());
	}

	/** All quantities that some image has. */
	List<String> quantities() {
		return List.copyOf(quantities);
	}

	/** The values of the images of a group that have one. */
	double[] values(String group, String quantity) {
		return images.get(group)
			.stream()
			.map(m -> m.get(quantity))
			.filter(v -> v != null && Double.isFinite(v))
			.mapToDouble(v -> v)
			.toArray();
	}

	/** A row for each group: how many images it has, mean and standard deviation (n - 1) of them. */
	String csv(String unit) {
		StringBuilder text = new StringBuilder(GROUP + ",Images");
		for (String quantity : quantities)
			text.append(',').append(Csv.words(quantity + MEAN)).append(',').append(Csv.words(quantity
				+ DEVIATION));
		text.append(",Unit\r\n");
		for (String group : groups()) {
			text.append(Csv.words(group)).append(',').append(images.get(group).size());
			for (String quantity : quantities) {
				double[] values = values(group, quantity);
				double mean = mean(values);
				text.append(',').append(cell(mean)).append(',').append(cell(deviation(values, mean)));
			}
			text.append(',').append(Csv.words(unit)).append("\r\n");
		}
		return text.toString();
	}

	private static String cell(double value) {
		return Double.isNaN(value) ? "" : String.valueOf(value);
	}

	private static double mean(double[] values) {
		double sum = 0;
		for (double v : values)
			sum += v;
		return values.length == 0 ? Double.NaN : sum / values.length;
	}

	private static double deviation(double[] values, double mean) {
		if (values.length < 2) return Double.NaN;
		double sum = 0;
		for (double v : values)
			sum += (v - mean) * (v - mean);
		return Math.sqrt(sum / (values.length - 1));
	}
}
