package triptych.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.core.table.Table;
import triptych.evaluation.compare.Outcome;
import triptych.metrics.Figure;
import triptych.metrics.Interval;
import triptych.metrics.Metric;

/**
 * The figures as a table: a row for all classes together and a row a class, a column a figure, and
 * for the headline the ends of its interval.
 */
final class EvaluationTable {

	static final String LOW = "Low", HIGH = "High", DIFFERENCE = "Difference";

	private EvaluationTable() {}

	/** @param differences of the headline by class, empty where nothing is compared */
	static Table of(Outcome outcome, Intervals intervals, Map<String, Interval> differences) {
		Map<String, Map<String, Figure>> figures = outcome.figures();
		Map<String, Metric> metrics = new LinkedHashMap<>();
		Figure headline = figures.get(Figure.ALL).get(outcome.headline());
		metrics.put(outcome.headline(), headline.metric());
		figures.values()
			.forEach(all -> all.forEach((name, f) -> metrics.putIfAbsent(name, f.metric())));
		Set<String> withEnds = new LinkedHashSet<>(List.of(outcome.headline()));
		if (metrics.containsKey("AP50")) withEnds.add("AP50");
		if (metrics.containsKey("ObjectAP50")) withEnds.add("ObjectAP50");
		List<Column> heads = heads(metrics, withEnds, outcome.headline(), !differences.isEmpty());
		List<List<Object>> rows = new ArrayList<>();
		figures.forEach((className, all) -> {
			List<Object> row = new ArrayList<>(List.of(className, outcome.images()));
			for (String name : metrics.keySet()) {
				Interval interval = intervals.of(className, name);
				row.add(all.containsKey(name) ? all.get(name).value() : Double.NaN);
				if (withEnds.contains(name)) addEnds(row, interval);
				if (name.equals(outcome.headline()) && !differences.isEmpty()) {
					Interval d = differences.get(className);
					row.add(d == null ? Double.NaN : d.value());
					addEnds(row, d);
				}
			}
			rows.add(row);
		});
		return new Table(heads, rows, unit(metrics));
	}

	private static List<Column> heads(Map<String, Metric> metrics, Set<String> withEnds,
		String headline, boolean compared)
	{
		List<Column> heads = new ArrayList<>();
		heads.add(new Column("Class", Quantity.CLASS, "the class, or all for all together"));
		heads.add(new Column("Images", Quantity.COUNT, "how many images were compared"));
		metrics.forEach((name, metric) -> {
			heads.add(new Column(name, Quantity.NUMBER, metric.definition()));
			if (withEnds.contains(name)) addEnds(heads, name);
			if (!name.equals(headline) || !compared) return;
			heads.add(new Column(name + DIFFERENCE, Quantity.NUMBER,
				"predictions minus compare on the same images"));
			addEnds(heads, name + DIFFERENCE);
		});
		return heads;
	}

	private static void addEnds(List<Column> heads, String name) {
		heads.add(new Column(name + LOW, Quantity.NUMBER, "lower end of its 95 % interval"));
		heads.add(new Column(name + HIGH, Quantity.NUMBER, "upper end of its 95 % interval"));
	}

	private static void addEnds(List<Object> row, Interval interval) {
		row.add(interval == null ? Double.NaN : interval.low());
		row.add(interval == null ? Double.NaN : interval.high());
	}

	/** Areas and distances have one unit of length behind them. */
	private static String unit(Map<String, Metric> metrics) {
		return metrics.values()
			.stream()
			.map(m -> m.unit().replace("²", ""))
			.filter(u -> !u.isEmpty())
			.findFirst()
			.orElse("");
	}
}
