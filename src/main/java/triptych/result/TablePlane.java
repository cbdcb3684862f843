package triptych.result;

import triptych.core.Calibration;
import triptych.ij.convert.Position;

/**
 * The plane, or the ROI on it, that rows of a table are of.
 *
 * @param label what stands in the column Label
 * @param roi the name of the ROI, blank for the whole plane
 * @param augmented true where mirror images were looked at too
 */
record TablePlane(Position position, String label, String roi, Calibration calibration,
	boolean augmented)
{

	static TablePlane of(Position position, String roi, Calibration calibration) {
		return of(position, roi, calibration, false);
	}

	static TablePlane of(Position position, String roi, Calibration calibration,
		boolean augmented)
	{
		return new TablePlane(position, position.label(roi), roi, calibration, augmented);
	}

	/** What all rows of a table share that are of one plane. */
	interface Shared {

		/** What the column Disagreement says of objects. */
		String OF_OBJECTS = "0: the plane and its three mirror images show the same; 1 - the mean"
			+ " intersection over union with each of the four";

		/** What it says of regions. */
		String OF_REGIONS = "0: the plane and its three mirror images show the same; the mean over the"
			+ " pixels of the share of the four that say otherwise";

		/** Where that column stands. */
		static <T extends Shared> Occurrence<T> augmented() {
			return Occurrence.where("augment=flips", all -> all.plane().augmented());
		}

		TablePlane plane();
	}
}
