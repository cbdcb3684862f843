package triptych.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import triptych.result.Csv;

/**
 * What the groups of an experiment have on average. The image counts, not the object: objects of
 * one image are not independent of each other, and an image with many would count more.
 */
final class GroupTable {

	static final String GROUP = "Group";

	private static final String MEAN = " mean", DEVIATION = " sd";

	/** Image after image: what it has of each quantity. */
	private final Map<String, List<Map<String, Double>>> images = new TreeMap<>();
	private final Set<String> quantities = new LinkedHashSet<>();
	private final Lacking lacking;

	/** What an image has of a quantity that its table does not name; NaN where nobody knows. */
	interface Lacking {

		double of(Map<String, Double> image, String quantity);
	}

	GroupTable(Lacking lacking) {
		this.lacking = lacking;
	}

	/** @param values of an image, by quantity */
	void add(String group, Map<String, Double> values) {
		quantities.addAll(values.keySet());
		images.computeIfAbsent(group, g -> new ArrayList<>()).add(values);
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
			.mapToDouble(m -> m.containsKey(quantity) ? m.get(quantity) : lacking.of(m, quantity))
			.filter(Double::isFinite)
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

	static double mean(double[] values) {
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
