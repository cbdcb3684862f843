package triptych.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.Calibration;
import triptych.core.Table;
import triptych.ij.convert.Position;

/**
 * A row for each plane: how many objects, of each class where there are several, their total area and its percentage of
 * the plane, and mean and standard deviation (n - 1) of every measurement. A plane without objects has a row too. Of many
 * classes those are counted that occur.
 */
public final class SummaryTable {

	/** Columns that say where or which, so that their mean means nothing. */
	private static final Set<String> PLACES = Set.of("Label", "Id", "Class", "Ch", "Slice", "Frame", "Pixels", "X", "Y",
		"BX", "BY", "AtBorder");
	/** Columns of their own for more classes would bury the rest. */
	private static final int MOST_CLASSES = 20;
	private static final String COUNT = "Count", COUNT_OF = COUNT + " ";

	private record Plane(Position position, Table objects, long pixels, Map<String, Integer> classes) {}

	private final List<String> classes;
	private final Calibration calibration;
	private final List<Plane> planes = new ArrayList<>();

	public SummaryTable(List<String> classes, Calibration calibration) {
		this.classes = classes;
		this.calibration = calibration;
	}

	/** @param pixels of the plane or of the part of it that was looked at */
	public void add(Position position, Table objects, long pixels) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		int at = objects.columns().indexOf("Class");
		for (List<Object> row : objects.rows())
			counts.merge((String) row.get(at), 1, Integer::sum);
		planes.add(new Plane(position, objects, pixels, counts));
	}

	public Table table() {
		if (planes.isEmpty()) return new Table(List.of("Label"), List.of(), calibration.unit());
		Position any = planes.get(0).position();
		List<String> measured = planes.get(0).objects().columns().stream().filter(c -> !PLACES.contains(c)).toList();
		boolean areas = measured.contains("Area");
		List<String> counted = counted(), columns = new ArrayList<>(List.of("Label"));
		if (any.manySlices()) columns.add("Slice");
		if (any.manyFrames()) columns.add("Frame");
		columns.add(COUNT);
		counted.forEach(c -> columns.add(COUNT_OF + c));
		if (areas) columns.addAll(List.of("Total Area", "%Area"));
		measured.forEach(c -> columns.addAll(List.of(c + " mean", c + " sd")));
		List<List<Object>> rows = new ArrayList<>();
		for (Plane plane : planes) {
			List<Object> row = new ArrayList<>(List.of(plane.position().label()));
			if (any.manySlices()) row.add(plane.position().slice());
			if (any.manyFrames()) row.add(plane.position().frame());
			row.add(plane.objects().rows().size());
			counted.forEach(c -> row.add(plane.classes().getOrDefault(c, 0)));
			if (areas) {
				double total = sum(plane.objects(), "Area");
				row.add(total);
				row.add(100 * total / (plane.pixels() * calibration.pixelArea()));
			}
			measured.forEach(c -> addMeanAndDeviation(plane.objects(), c, row));
			rows.add(row);
		}
		return new Table(columns, rows, calibration.unit());
	}

	/** The classes that get a column. */
	private List<String> counted() {
		Set<String> occurring = new LinkedHashSet<>(), known = new LinkedHashSet<>(classes);
		planes.forEach(p -> occurring.addAll(p.classes().keySet()));
		if (known.size() > MOST_CLASSES) known.retainAll(occurring);
		Set<String> names = classes.isEmpty() ? occurring : known;
		boolean several = names.size() > 1 || classes.size() > 1;
		return several && names.size() <= MOST_CLASSES ? List.copyOf(names) : List.of();
	}

	/**
	 * What stands in a joined table where a row has no such column: no object of a class, where the row counts all that it has
	 * by their class.
	 */
	public static String joined(String column, List<String> own, List<String> row) {
		if (!column.startsWith(COUNT_OF)) return "";
		int counted = 0;
		for (int i = 0; i < own.size(); i++)
			if (own.get(i).startsWith(COUNT_OF)) counted += Integer.parseInt(row.get(i));
		return row.get(own.indexOf(COUNT)).equals(String.valueOf(counted)) ? "0" : "";
	}

	private static double sum(Table table, String column) {
		int at = table.columns().indexOf(column);
		double sum = 0;
		for (List<Object> row : table.rows())
			sum += ((Number) row.get(at)).doubleValue();
		return sum;
	}

	/** Objects without a value, such as a score, do not count. */
	private static void addMeanAndDeviation(Table table, String column, List<Object> row) {
		int at = table.columns().indexOf(column);
		double[] values = table.rows().stream().mapToDouble(r -> ((Number) r.get(at)).doubleValue()).filter(v -> !Double.isNaN(
			v)).toArray();
		double mean = 0, squares = 0;
		for (double v : values)
			mean += v / values.length;
		for (double v : values)
			squares += (v - mean) * (v - mean);
		row.add(values.length == 0 ? Double.NaN : mean);
		row.add(values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
	}
}
