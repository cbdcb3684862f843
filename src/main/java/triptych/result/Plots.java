package triptych.result;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Plot;
import triptych.core.TriptychException;
import triptych.core.table.Column;
import triptych.core.table.Table;
import triptych.ij.draw.ClassColours;
import triptych.ij.draw.Palette;

/** Measured values as ImageJ plots, whose Data button gives the numbers. */
public final class Plots {

	/** The ends of their files. */
	public static final List<String> FILES = List.of("-histogram.png", "-scatter.png");

	private Plots() {}

	/**
	 * @param histogram a column, blank for no histogram
	 * @param scatter two columns, separated by a comma, blank for no scatter plot
	 * @throws TriptychException where a column is not there or holds no numbers
	 */
	public static List<ImagePlus> of(Table table, String histogram, String scatter, String title,
		ClassColours colours)
	{
		List<ImagePlus> plots = new ArrayList<>();
		if (!histogram.isBlank()) plots.add(histogram(table, histogram.strip(), title + "-histogram"));
		if (!scatter.isBlank()) plots.add(scatter(table, scatter.split(",", -1), title + "-scatter",
			colours));
		return plots;
	}

	private static ImagePlus histogram(Table table, String name, String title) {
		int at = column(table, "histogram", name);
		double[] values = values(table.rows(), at);
		double[] finite = Arrays.stream(values)
			.filter(Double::isFinite)
			.toArray();
		Plot plot = new Plot(title, axis(table, at), "Count");
		plot.setColor(Color.DARK_GRAY, Palette.ofId(1));
		if (finite.length > 0) plot.addHistogram(finite, binWidth(finite));
		plot.setLimitsToFit(false);
		double[] limits = plot.getLimits();
		// What cannot be below 0 is seen from there on.
		boolean positive = finite.length > 0 && Arrays.stream(finite).allMatch(v -> v >= 0);
		if (positive) plot.setLimits(0, limits[1], 0, limits[3]);
		return plot.getImagePlus();
	}

	private static ImagePlus scatter(Table table, String[] names, String title,
		ClassColours colours)
	{
		if (names.length != 2) throw new TriptychException(
			"The key scatter needs two columns, such as Area,Circ., but has " + names.length + ".");
		int x = column(table, "scatter", names[0].strip());
		int y = column(table, "scatter", names[1].strip());
		int of = table.classColumn();
		Map<String, List<List<Object>>> byClass = new LinkedHashMap<>();
		for (List<Object> row : table.rows())
			byClass.computeIfAbsent((String) row.get(of), c -> new ArrayList<>()).add(row);
		Plot plot = new Plot(title, axis(table, x), axis(table, y));
		byClass.forEach((name, rows) -> {
			Color colour = colours.of(name);
			plot.setColor(colour, colour);
			plot.add("circle", values(rows, x), values(rows, y));
		});
		plot.setColor(Color.BLACK);
		if (byClass.size() > 1) plot.addLegend(String.join("\t", byClass.keySet()));
		double[] xs = ends(table, x), ys = ends(table, y);
		plot.setLimits(xs[0], xs[1], ys[0], ys[1]);
		return plot.getImagePlus();
	}

	/**
	 * Where an axis begins and ends. ImageJ puts the outermost points onto the frame, where half of
	 * them is cut off, and shows none where all have the same value.
	 */
	private static double[] ends(Table table, int column) {
		DoubleSummaryStatistics s = Arrays.stream(values(table.rows(), column))
			.filter(Double::isFinite)
			.summaryStatistics();
		if (s.getCount() == 0) return new double[] { 0, 1 };
		double low = s.getMin(), high = s.getMax(), margin = (high - low) / 25;
		if (low == high) margin = low == 0 ? 1 : Math.abs(low) / 10;
		return new double[] { low - margin, high + margin };
	}

	/**
	 * After Freedman and Diaconis, On the histogram as a density estimator (1981), with 5 to 60 bins.
	 */
	private static double binWidth(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int n = sorted.length;
		double range = sorted[n - 1] - sorted[0];
		double quartiles = sorted[3 * (n - 1) / 4] - sorted[(n - 1) / 4];
		double width = 2 * quartiles / Math.cbrt(n);
		return range == 0 ? 1 : Math.min(range / 5, Math.max(range / 60, width));
	}

	private static double[] values(List<List<Object>> rows, int column) {
		return rows.stream()
			.mapToDouble(row -> ((Number) row.get(column)).doubleValue())
			.toArray();
	}

	private static int column(Table table, String key, String name) {
		int at = table.indexOf(name);
		if (at >= 0 && table.heads().get(at).quantity().isNumber()) return at;
		List<String> numbers = table.heads()
			.stream()
			.filter(c -> c.quantity().isNumber())
			.map(Column::name)
			.toList();
		throw new TriptychException("The key " + key + " names the column \"" + name
			+ "\"; it must be one of " + String.join(", ", numbers) + ".");
	}

	private static String axis(Table table, int column) {
		Column head = table.heads().get(column);
		return head.name() + head.quantity().suffix(table.unit());
	}
}
