package triptych.result;

import triptych.core.Segment;
import triptych.core.table.Quantity;

/** The columns of Segment Scene..., a row for each object and for each class of regions. */
final class SceneColumns {

	/** @param pixels for each id how many it has */
	record Plane(TablePlane plane, int[] pixels) implements TablePlane.Shared {

		double area(Segment s) {
			return pixels[s.id()] * plane.calibration().pixelArea();
		}
	}

	static final Columns<Plane, Segment> ALL = Columns.<Plane, Segment>ofPlane()
		.and("Id", Quantity.INDEX, "the pixel value in the label image", (p, s) -> s.id())
		.and(Tables.CLASS, Quantity.CLASS, "the class", (p, s) -> s.best().className())
		.and("Kind", Quantity.TEXT,
			"thing: a single object; stuff: all regions of a class together",
			(p, s) -> s.thing() ? "thing" : "stuff")
		.and("Score", Quantity.SCORE,
			"the score of that class; blank for stuff of a model for regions, which gives none",
			(p, s) -> s.best().score())
		.and("Pixels", Quantity.PIXELS, "how many pixels it has", (p, s) -> p.pixels()[s.id()])
		.and(Tables.AREA, Quantity.AREA, "their area", Plane::area)
		.and(TablePlane.Shared.augmented(), Tables.DISAGREEMENT, Quantity.RATIO,
			TablePlane.Shared.OF_OBJECTS + " (of stuff as of regions)",
			(p, s, i) -> s.best().disagreement());


	private SceneColumns() {}
}
