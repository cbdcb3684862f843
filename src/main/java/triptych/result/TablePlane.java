package triptych.result;

import triptych.core.Calibration;
import triptych.ij.convert.Position;

/**
 * The plane, or the ROI on it, that rows of a table are of.
 *
 * @param label what stands in the column Label
 * @param roi the name of the ROI, blank for the whole plane
 */
record TablePlane(Position position, String label, String roi, Calibration calibration) {

	static TablePlane of(Position position, String roi, Calibration calibration) {
		return new TablePlane(position, position.label(roi), roi, calibration);
	}

	/** What all rows of a table share that are of one plane. */
	interface Shared {

		TablePlane plane();
	}
}
