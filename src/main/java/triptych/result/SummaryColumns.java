package triptych.result;

import java.util.List;
import java.util.Map;

import triptych.core.Calibration;
import triptych.core.table.Column;
import triptych.core.table.Quantity;
import triptych.ij.convert.Position;

/** The columns of the summary, a row for each plane. */
final class SummaryColumns {

	static final String COUNT = "Count", COUNT_OF = COUNT + " ";

	/**
	 * @param any place of any plane
	 * @param counted classes that get a column
	 * @param measured columns of the objects that have a mean, the same on each plane
	 * @param reviewed true where somebody has looked the objects through
	 */
	record Planes(Position any, Calibration calibration, List<String> counted,
		List<Column> measured, boolean reviewed)
	{

		boolean shapes() {
			return areas() && measured.stream().anyMatch(c -> c.name().equals(Tables.SOLIDITY));
		}

		boolean areas() {
			return measured.stream().anyMatch(c -> c.name().equals(Tables.AREA));
		}

		List<String> measuredNames() {
			return measured.stream()
				.map(Column::name)
				.toList();
		}
	}

	/**
	 * @param classes how many objects there are of each class
	 * @param area that of all objects
	 * @param pixels of the plane or of the part of it that was looked at
	 * @param merged how many objects probably are several
	 * @param moments of each measured column
	 */
	record Plane(TablePlane place, int objects, Map<String, Integer> classes, double area,
		long pixels, int merged, List<Moments> moments)
	{}

	private static final Occurrence<Planes> EACH_CLASS = Occurrence.each("CLASS",
		"each class, where there are 2 to " + SummaryTable.MOST_CLASSES, Planes::counted);
	private static final Occurrence<Planes> AREAS = Occurrence.where("the objects have an area",
		Planes::areas);
	private static final Occurrence<Planes> SHAPES = Occurrence.where("the objects have outlines",
		Planes::shapes);
	private static final Occurrence<Planes> REVIEWED = Occurrence.where("after Review Folder...",
		Planes::reviewed);
	private static final Occurrence<Planes> EACH_MEASUREMENT = Occurrence.each("COLUMN",
		"each column of the objects whose mean says anything", Planes::measuredNames);

	static final Columns<Planes, Plane> ALL = Columns.<Planes, Plane>ofPlanes(Planes::any, (all,
		plane) -> plane.place())
		.without("Ch")
		.and(COUNT, Quantity.COUNT, "how many objects the plane has", (all, p) -> p.objects())
		.and(EACH_CLASS, COUNT_OF + "*", Quantity.COUNT, "how many of them are of this class",
			(all, p, i) -> p.classes().getOrDefault(all.counted().get(i), 0))
		.and(AREAS, "Total " + Tables.AREA, Quantity.AREA, "the area of all objects",
			(all, p, i) -> p.area())
		.and(AREAS, Tables.SHARE, Quantity.PERCENT, "their share of the image, or of the selection",
			(all, p, i) -> 100 * p.area() / (p.pixels() * all.calibration().pixelArea()))
		.and(SHAPES, Tables.MERGED, Quantity.COUNT,
			"how many objects probably are several: both area and solidity stand far out",
			(all, p, i) -> p.merged())
		.and(EACH_MEASUREMENT, "* mean", Quantity.NUMBER, "the mean of all objects that have a value",
			(all, p, i) -> p.moments().get(i).mean())
		.and(EACH_MEASUREMENT, "* sd", Quantity.NUMBER, "their standard deviation (n - 1)",
			(all, p, i) -> p.moments().get(i).deviation())
		.and(REVIEWED, Tables.REVIEWED, Quantity.TEXT,
			"whether somebody has looked the image through: yes or no", (all, p, i) -> "yes");

	private SummaryColumns() {}
}
