package triptych.result;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Plot;
import triptych.core.Table;
import triptych.core.TriptychException;
import triptych.ij.draw.ClassColours;
import triptych.ij.draw.Palette;

/** Measured values as ImageJ plots, whose Data button gives the numbers. */
public final class Plots {

	private static final Set<String> AREAS = Set.of("Area"), LENGTHS = Set.of("Perim.", "Feret", "MinFeret", "Major", "Minor",
		"X", "Y", "BX", "BY", "Width", "Height");

	/** The ends of their files. */
	public static final List<String> FILES = List.of("-histogram.png", "-scatter.png");

	private Plots() {}

	/**
	 * @param histogram a column, blank for no histogram
	 * @param scatter two columns, separated by a comma, blank for no scatter plot
	 * @throws TriptychException where a column is not there or holds no numbers
	 */
	public static List<ImagePlus> of(Table table, String histogram, String scatter, String title, ClassColours colours) {
		List<ImagePlus> plots = new ArrayList<>();
		if (!histogram.isBlank()) {
			double[] values = values(table, "histogram", histogram.strip());
			Plot plot = new Plot(title + "-histogram", axis(histogram.strip(), table), "Count");
			plot.setColor(Color.DARK_GRAY, Palette.ofId(1));
			if (values.length > 0) plot.addHistogram(values, binWidth(values));
			plots.add(plot.getImagePlus());
		}
		if (!scatter.isBlank()) plots.add(scatter(table, scatter.split(",", -1), title + "-scatter", colours));
		return plots;
	}

	private static ImagePlus scatter(Table table, String[] names, String title, ClassColours colours) {
		if (names.length != 2) throw new TriptychException("The key scatter needs two columns, such as Area,Circ., but has "
			+ names.length + ".");
		String across = names[0].strip(), up = names[1].strip();
		int x = column(table, "scatter", across), y = column(table, "scatter", up), of = table.columns().indexOf("Class");
		Map<String, List<List<Object>>> byClass = new LinkedHashMap<>();
		for (List<Object> row : table.rows())
			byClass.computeIfAbsent((String) row.get(of), c -> new ArrayList<>()).add(row);
		Plot plot = new Plot(title, axis(across, table), axis(up, table));
		byClass.forEach((name, rows) -> {
			Color colour = colours.of(name);
			plot.setColor(colour, colour);
			plot.add("circle", rows.stream().mapToDouble(r -> number(r.get(x))).toArray(), rows.stream().mapToDouble(r -> number(r
				.get(y))).toArray());
		});
		plot.setColor(Color.BLACK);
		if (byClass.size() > 1) plot.addLegend(String.join("\t", byClass.keySet()));
		double[] xs = ends(table, x), ys = ends(table, y);
		plot.setLimits(xs[0], xs[1], ys[0], ys[1]);
		return plot.getImagePlus();
	}

	/**
	 * Where an axis begins and ends. ImageJ puts the outermost points onto the frame, where half of them is cut off, and shows
	 * none where all have the same value.
	 */
	private static double[] ends(Table table, int column) {
		DoubleSummaryStatistics s = table.rows().stream().mapToDouble(r -> number(r.get(column))).filter(Double::isFinite)
			.summaryStatistics();
		if (s.getCount() == 0) return new double[] { 0, 1 };
		double low = s.getMin(), high = s.getMax(), margin = low < high ? (high - low) / 25 : low == 0 ? 1 : Math.abs(low) / 10;
		return new double[] { low - margin, high + margin };
	}

	/** After Freedman and Diaconis, On the histogram as a density estimator (1981), with 5 to 60 bins. */
	private static double binWidth(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int n = sorted.length;
		double range = sorted[n - 1] - sorted[0], quartiles = sorted[3 * (n - 1) / 4] - sorted[(n - 1) / 4];
		double width = 2 * quartiles / Math.cbrt(n);
		return range == 0 ? 1 : Math.min(range / 5, Math.max(range / 60, width));
	}

	private static double[] values(Table table, String key, String name) {
		int at = column(table, key, name);
		return table.rows().stream().mapToDouble(r -> number(r.get(at))).filter(Double::isFinite).toArray();
	}

	private static int column(Table table, String key, String name) {
		int at = table.columns().indexOf(name);
		if (at >= 0 && !List.of("Label", "Class").contains(name)) return at;
		throw new TriptychException("The key " + key + " names the column \"" + name + "\"; it must be one of " + String.join(
			", ", IntStream.range(0, table.columns().size()).mapToObj(table.columns()::get).filter(c -> !c.equals("Label") && !c
				.equals("Class")).toList()) + ".");
	}

	private static double number(Object cell) {
		return ((Number) cell).doubleValue();
	}

	private static String axis(String column, Table table) {
		if (LENGTHS.contains(column)) return column + " (" + table.unit() + ")";
		return AREAS.contains(column) ? column + " (" + table.unit() + (table.unit().equals("pixel") ? "s)" : "²)") : column;
	}
}
