package triptych.result;

import java.util.Map;
import java.util.function.IntFunction;

import triptych.core.Segment;
import triptych.core.table.Quantity;
import triptych.measure.RegionStatistics;

/** The columns of Segment Regions..., a row for each class that has a pixel. */
final class RegionColumns {

	/**
	 * @param parts for each id how many connected regions it has
	 * @param all pixels of the plane or of the selection
	 * @param reviewed for each id what a review has made of the class; null where nobody looked
	 */
	record Plane(TablePlane plane, RegionStatistics regions, Map<Integer, Integer> parts, long all,
		IntFunction<String> reviewed)
		implements TablePlane.Shared
	{

		int pixels(Segment s) {
			return regions.pixels(s.id());
		}
	}

	private static final Occurrence<Plane> REVIEWED = Occurrence.where("after Review Folder...",
		p -> p.reviewed() != null);

	static final Columns<Plane, Segment> ALL = Columns.<Plane, Segment>ofPlane()
		.and("Id", Quantity.INDEX, "the pixel value in the label image", (p, s) -> s.id())
		.and(Tables.CLASS, Quantity.CLASS, "the class", (p, s) -> s.best().className())
		.and("Pixels", Quantity.PIXELS, "how many pixels are of this class", Plane::pixels)
		.and(Tables.AREA, Quantity.AREA, "their area",
			(p, s) -> p.pixels(s) * p.plane().calibration().pixelArea())
		.and(Tables.SHARE, Quantity.PERCENT, "their share of the image, or of the selection",
			(p, s) -> 100.0 * p.pixels(s) / p.all())
		.and("Regions", Quantity.COUNT, "how many connected regions they make",
			(p, s) -> p.parts().getOrDefault(s.id(), 0))
		.and(TablePlane.Shared.augmented(), Tables.DISAGREEMENT, Quantity.RATIO,
			TablePlane.Shared.OF_REGIONS,
			(p, s, i) -> s.best().disagreement())
		.and(REVIEWED, Tables.REVIEWED, Quantity.TEXT,
			"what a review has made of the class: kept, or painted where it got or lost pixels; no"
				+ " where the image was not reviewed",
			(p, s, i) -> p.reviewed().apply(s.id()));

	private RegionColumns() {}
}
