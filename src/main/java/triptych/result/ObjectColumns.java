package triptych.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import triptych.core.Calibration;
import triptych.core.Segment;
import triptych.core.table.Quantity;
import triptych.measure.Medians;
import triptych.measure.RegionStatistics;
import triptych.measure.Shapes;

/** The columns of Segment Objects... and Measure Objects..., a row for each object. */
final class ObjectColumns {

	/**
	 * @param medians null where the table has the standard columns only
	 * @param parts for each id how many connected parts it has; null where medians are
	 * @param merged the ids of objects that probably are several; empty where medians are null
	 * @param reviewed for each id what a review has made of the object; null where nobody looked
	 */
	record Plane(TablePlane plane, RegionStatistics regions, Shapes shapes, Medians medians,
		Map<Integer, Integer> parts, Set<Integer> merged, IntFunction<String> reviewed)
		implements TablePlane.Shared
	{

		Calibration calibration() {
			return plane.calibration();
		}

		boolean further() {
			return medians != null;
		}

		/** The ends of the columns of each channel. */
		List<String> channels() {
			if (regions.channels() == 1) return List.of("");
			return IntStream.rangeClosed(1, regions.channels())
				.mapToObj(c -> "_C" + c)
				.toList();
		}
	}

	private static final Occurrence<Plane> EACH_CHANNEL = Occurrence.each("",
		"each channel; of several channels with _C1, _C2 ... after the name", Plane::channels);
	private static final Occurrence<Plane> FURTHER = Occurrence.where("columns=all", Plane::further);
	private static final Occurrence<Plane> FURTHER_OF_EACH_CHANNEL = Occurrence.each("",
		"columns=all, each channel; of several channels with _C1, _C2 ... after the name",
		p -> p.further() ? p.channels() : List.of());

	private static final Occurrence<Plane> REVIEWED = Occurrence.where("after Review Folder...",
		p -> p.reviewed() != null);

	static final Columns<Plane, Segment> ALL = Columns.<Plane, Segment>ofPlane()
		.and("Id", Quantity.INDEX, "the object's number on this plane, its value in the label image",
			(p, s) -> s.id())
		.and(Tables.CLASS, Quantity.CLASS, "the class", (p, s) -> s.best().className())
		.and("Score", Quantity.SCORE, "the score of that class; blank for objects drawn by hand",
			(p, s) -> s.best().score())
		.and("Pixels", Quantity.PIXELS, "how many pixels the object has",
			(p, s) -> p.regions().pixels(s.id()))
		.and(Tables.AREA, Quantity.AREA, "their area",
			(p, s) -> p.regions().pixels(s.id()) * p.calibration().pixelArea())
		.and("Perim.", Quantity.LENGTH, "the length of the outline",
			(p, s) -> p.shapes().perimeter(s.id()))
		.and("Circ.", Quantity.RATIO, "circularity: 4 pi area / perimeter squared, 1 for a circle",
			(p, s) -> p.shapes().circularity(s.id()))
		.and("Feret", Quantity.LENGTH, "the largest distance of two points of the outline",
			(p, s) -> p.shapes().feret(s.id()))
		.and("MinFeret", Quantity.LENGTH,
			"the smallest distance of two parallel lines with the object between them",
			(p, s) -> p.shapes().minFeret(s.id()))
		.and("AR", Quantity.RATIO, "major axis / minor axis of the fitted ellipse",
			(p, s) -> p.shapes().aspectRatio(s.id()))
		.and("Round", Quantity.RATIO, "minor axis / major axis of the fitted ellipse",
			(p, s) -> p.shapes().roundness(s.id()))
		.and(Tables.SOLIDITY, Quantity.RATIO, "area / area of the convex hull",
			(p, s) -> p.shapes().solidity(s.id()))
		.and(EACH_CHANNEL, "Mean*", Quantity.INTENSITY, "the mean of the pixel values",
			(p, s, c) -> p.regions().mean(c, s.id()))
		.and(EACH_CHANNEL, "StdDev*", Quantity.INTENSITY, "their standard deviation (n - 1)",
			(p, s, c) -> p.regions().standardDeviation(c, s.id()))
		.and(EACH_CHANNEL, "Min*", Quantity.INTENSITY, "the lowest pixel value",
			(p, s, c) -> p.regions().min(c, s.id()))
		.and(EACH_CHANNEL, "Max*", Quantity.INTENSITY, "the highest pixel value",
			(p, s, c) -> p.regions().max(c, s.id()))
		.and("X", Quantity.PLACE, "the mean of the pixels' centres, from the left",
			(p, s) -> p.calibration().x(p.regions().centroidX(s.id())))
		.and("Y", Quantity.PLACE, "the mean of the pixels' centres, downwards",
			(p, s) -> p.calibration().y(p.regions().centroidY(s.id())))
		.and("BX", Quantity.PLACE, "the left edge of the box around the object",
			(p, s) -> p.calibration().x(p.regions().x(s.id())))
		.and("BY", Quantity.PLACE, "the upper edge of that box",
			(p, s) -> p.calibration().y(p.regions().y(s.id())))
		.and("Width", Quantity.LENGTH, "the width of that box",
			(p, s) -> p.regions().width(s.id()) * p.calibration().pixelWidth())
		.and("Height", Quantity.LENGTH, "the height of that box",
			(p, s) -> p.regions().height(s.id()) * p.calibration().pixelHeight())
		.and(FURTHER, "Major", Quantity.LENGTH, "the major axis of the fitted ellipse",
			(p, s, i) -> p.shapes().major(s.id()))
		.and(FURTHER, "Minor", Quantity.LENGTH, "the minor axis of the fitted ellipse",
			(p, s, i) -> p.shapes().minor(s.id()))
		.and(FURTHER, "Angle", Quantity.ANGLE,
			"from the x axis to the major axis, counterclockwise, from 0 to below 180",
			(p, s, i) -> p.shapes().angle(s.id()))
		.and(FURTHER_OF_EACH_CHANNEL, "Median*", Quantity.INTENSITY, "the median of the pixel values",
			(p, s, c) -> p.medians().median(c, s.id()))
		.and(FURTHER, "Parts", Quantity.COUNT, "how many connected parts the object has",
			(p, s, i) -> p.parts().getOrDefault(s.id(), 0))
		.and(FURTHER, "AtBorder", Quantity.YES_NO, "whether the object touches the edge of the image",
			(p, s, i) -> p.regions().touchesBorder(s.id()) ? 1 : 0)
		.and(FURTHER, Tables.MERGED, Quantity.YES_NO,
			"whether the object probably is several: both its area and its solidity stand far out"
				+ " among those of its class on the plane",
			(p, s, i) -> p.merged().contains(s.id()) ? 1 : 0)
		.and(TablePlane.Shared.augmented(), Tables.DISAGREEMENT, Quantity.RATIO,
			TablePlane.Shared.OF_OBJECTS,
			(p, s, i) -> s.best().disagreement())
		.and(REVIEWED, Tables.REVIEWED, Quantity.TEXT,
			"what a review has made of the object: kept, added, mended, split, merged or reclassified;"
				+ " no where the image was not reviewed",
			(p, s, i) -> p.reviewed().apply(s.id()));

	private ObjectColumns() {}
}
