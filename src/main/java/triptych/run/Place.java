package triptych.run;

import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.ij.convert.Position;

/**
 * Where a model looks: a part of a plane of an image.
 *
 * @param roi the ROI that the part is of, where each ROI is looked at for itself
 */
record Place(ImagePlus image, Position position, Crop crop, Optional<NumberedRoi> roi) {

	/** A ROI and its number on its plane, from 1. */
	record NumberedRoi(Roi roi, int number) {

		String name() {
			boolean unnamed = roi.getName() == null || roi.getName().isBlank();
			return unnamed ? String.valueOf(number) : roi.getName();
		}
	}
}
