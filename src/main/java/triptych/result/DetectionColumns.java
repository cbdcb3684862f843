package triptych.result;

import java.util.function.IntFunction;

import triptych.core.Box;
import triptych.core.Calibration;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Region.RotatedBox;
import triptych.core.table.Quantity;

/** The columns of Detect Objects..., a row for each object. */
final class DetectionColumns {

	/**
	 * @param turned true where boxes may be turned
	 * @param reviewed for each id what a review has made of the object; null where nobody looked
	 */
	record Plane(TablePlane plane, boolean turned, IntFunction<String> reviewed)
		implements TablePlane.Shared
	{

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

		/** The length of a side of a turned box, whose direction is given; an upright box has none. */
		double side(Calibration c, boolean longer) {
			if (!(detection.region() instanceof RotatedBox r)) return Double.NaN;
			double angle = longer ? r.angle() : r.angle() + Math.PI / 2;
			double pixels = longer ? r.length() : r.breadth();
			return pixels * Math.hypot(Math.cos(angle) * c.pixelWidth(),
				Math.sin(angle) * c.pixelHeight());
		}

		/** Anticlockwise from the x axis, above -90 and up to 90. */
		double degrees(Calibration c) {
			if (!(detection.region() instanceof RotatedBox r)) return Double.NaN;
			double degrees = Math.toDegrees(Math.atan2(-Math.sin(r.angle()) * c.pixelHeight(),
				Math.cos(r.angle()) * c.pixelWidth()));
			double turned = 90 - (90 - degrees + 180) % 180;
			// Both are the same direction, of which rounding would choose.
			return turned < -90 + 1e-9 ? turned + 180 : turned;
		}
	}

	private static final Occurrence<Plane> TURNED =
		Occurrence.where("the model gives rotated boxes", Plane::turned);

	private static final Occurrence<Plane> REVIEWED = Occurrence.where("after Review Folder...",
		p -> p.reviewed() != null);

	static final Columns<Plane, Found> ALL = Columns.<Plane, Found>ofPlane()
		.and("Id", Quantity.INDEX, "the object's number on this plane, from 1 for the highest score",
			(p, f) -> f.id())
		.and(Tables.CLASS, Quantity.CLASS, "the best class", (p, f) -> f.best().className())
		.and("Score", Quantity.SCORE,
			"the score of that class; blank where somebody has drawn or named it",
			(p, f) -> f.best().score())
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
			(p, f) -> f.box().height() * p.calibration().pixelHeight())
		.and(TURNED, "BoxLength", Quantity.LENGTH, "the long side of the rotated box",
			(p, f, i) -> f.side(p.calibration(), true))
		.and(TURNED, "BoxBreadth", Quantity.LENGTH, "the short side of the rotated box",
			(p, f, i) -> f.side(p.calibration(), false))
		.and(TURNED, "BoxAngle", Quantity.ANGLE,
			"the direction of the long side, anticlockwise from the x axis, -90 to 90",
			(p, f, i) -> f.degrees(p.calibration()))
		.and(TablePlane.Shared.augmented(), Tables.DISAGREEMENT, Quantity.RATIO,
			TablePlane.Shared.OF_OBJECTS,
			(p, f, i) -> f.best().disagreement())
		.and(REVIEWED, Tables.REVIEWED, Quantity.TEXT,
			"what a review has made of the object: kept, added, mended or reclassified; no where the"
				+ " image was not reviewed",
			(p, f, i) -> p.reviewed().apply(f.id()));

	private DetectionColumns() {}
}
