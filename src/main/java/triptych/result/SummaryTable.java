package triptych.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import triptych.core.Calibration;
import triptych.core.table.Column;
import triptych.core.table.Table;
import triptych.ij.convert.Position;

/**
 * A row for each plane: how many objects, of each class where there are several, their total area
 * and its percentage of the plane, and mean and standard deviation (n - 1) of every measurement. A
 * plane without objects has a row too. Of many classes those are counted that occur.
 */
public final class SummaryTable {

	/** Columns of their own for more classes would bury the rest. */
	static final int MOST_CLASSES = 20;

	private record Plane(Position position, Table objects, long pixels,
		Map<String, Integer> classes)
	{}

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
		int at = objects.classColumn();
		for (List<Object> row : objects.rows())
			counts.merge((String) row.get(at), 1, Integer::sum);
		planes.add(new Plane(position, objects, pixels, counts));
	}

	public Table table() {
		if (planes.isEmpty()) return new Table(Table.NONE.heads(), List.of(), calibration.unit());
		List<Column> measured = planes.get(0)
			.objects()
			.heads()
			.stream()
			.filter(c -> c.quantity().averaged())
			.toList();
		SummaryColumns.Planes all = new SummaryColumns.Planes(planes.get(0).position(), calibration,
			counted(), measured, planes.get(0).objects().indexOf(Tables.REVIEWED) >= 0);
		List<SummaryColumns.Plane> rows = planes.stream()
			.map(p -> row(p, all))
			.toList();
		return SummaryColumns.ALL.table(all, rows, calibration.unit());
	}

	private SummaryColumns.Plane row(Plane plane, SummaryColumns.Planes all) {
		Table objects = plane.objects();
		List<Moments> moments = all.measuredNames()
			.stream()
			.map(name -> Moments.of(objects, objects.indexOf(name)))
			.toList();
		double area = all.areas() ? Moments.sum(objects, objects.indexOf(Tables.AREA)) : 0;
		int merged = all.shapes() ? Tables.merged(objects) : 0;
		return new SummaryColumns.Plane(TablePlane.of(plane.position(), "", calibration), objects
			.rows()
			.size(), plane.classes(), area, plane.pixels(), merged, moments);
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

	/** The order of the classes where a table has columns for those alone that occur. */
	public static Optional<String> order(List<String> classes) {
		return classes.size() > MOST_CLASSES ? Optional.of(String.join("\t", classes))
			: Optional.empty();
	}

	/** The columns that joined tables have in this order. */
	public static List<String> columns(String order) {
		return Stream.of(order.split("\t")).map(name -> SummaryColumns.COUNT_OF + name).toList();
	}

	/**
	 * What stands in a joined table where a row has no such column: no object of a class, where the
	 * row counts all that it has by their class.
	 */
	public static String joined(String column, List<String> own, List<String> row) {
		if (column.equals(Tables.REVIEWED)) return Tables.NOT_REVIEWED;
		if (!column.startsWith(SummaryColumns.COUNT_OF)) return "";
		int counted = 0;
		for (int i = 0; i < own.size(); i++)
			if (own.get(i).startsWith(SummaryColumns.COUNT_OF)) counted += Integer.parseInt(row.get(i));
		String count = row.get(own.indexOf(SummaryColumns.COUNT));
		return count.equals(String.valueOf(counted)) ? "0" : "";
	}
}
