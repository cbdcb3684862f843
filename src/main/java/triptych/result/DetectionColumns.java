package triptych.result;

import triptych.core.Box;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.table.Quantity;

/** The columns of Detect Objects..., a row for each object. */
final class DetectionColumns {

	record Plane(TablePlane plane) implements TablePlane.Shared {

		Calibration calibration() {
			return plane.calibration();
		}
	}

	/** @param id place among the objects, counted from 1 */
	record Found(int id, Detection detection) {

		Box box() {
			return Box.around(detection.region());
		}

		ClassScore best() {
			return detection.best();
		}
	}

	static final Columns<Plane, Found> ALL = Columns.<Plane, Found>ofPlane()
		.and("Id", Quantity.INDEX, "the object's number on this plane, from 1 for the highest score",
			(p, f) -> f.id())
		.and(Tables.CLASS, Quantity.CLASS, "the best class", (p, f) -> f.best().className())
		.and("Score", Quantity.SCORE, "the score of that class", (p, f) -> f.best().score())
		.and("X", Quantity.PLACE, "the centre of the box, from the left",
			(p, f) -> p.calibration().x((f.box().x1() + f.box().x2()) / 2))
		.and("Y", Quantity.PLACE, "the centre of the box, downwards",
			(p, f) -> p.calibration().y((f.box().y1() + f.box().y2()) / 2))
		.and("BX", Quantity.PLACE, "the left edge of the box",
			(p, f) -> p.calibration().x(f.box().x1()))
		.and("BY", Quantity.PLACE, "the upper edge of the box",
			(p, f) -> p.calibration().y(f.box().y1()))
		.and("Width", Quantity.LENGTH, "the width of the box",
			(p, f) -> f.box().width() * p.calibration().pixelWidth())
		.and("Height", Quantity.LENGTH, "the height of the box",
			(p, f) -> f.box().height() * p.calibration().pixelHeight());

	private DetectionColumns() {}
}
