package triptych.ij;

import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Calibration;

/**
 * Which plane of an image a result belongs to, 1-based as ImageJ counts.
 *
 * @param label title and slice label joined by ":", as ImageJ's tables show it
 */
public record Position(int slice, int frame, int index, boolean hyperStack, boolean stack, boolean manyChannels,
	boolean manySlices, boolean manyFrames, String label)
{

	/** The current plane. */
	public static Position of(ImagePlus image) {
		boolean stack = image.getStackSize() > 1;
		boolean oneCompositePlane = image.getStackSize() == ImagePlane.channels(image);
		String label = image.getTitle();
		if (stack && !oneCompositePlane) {
			String slice = image.getStack().getShortSliceLabel(image.getCurrentSlice());
			label += ":" + (slice == null || slice.isEmpty() ? String.valueOf(image.getCurrentSlice()) : slice);
		}
		int[] at = ofCurrentPlane(image);
		return new Position(at[1], at[2], image.getCurrentSlice(), image.isHyperStack(), stack
			&& !oneCompositePlane, image.getNChannels() > 1, image.getNSlices() > 1, image.getNFrames() > 1, label);
	}

	/** Channel, slice and frame; ImageJ's own getSlice() stays at 1 where a stack without a window was moved. */
	static int[] ofCurrentPlane(ImagePlus image) {
		return image.convertIndexToPosition(image.getCurrentSlice());
	}

	/** Puts a ROI where it is seen with this plane only, in every channel. */
	void apply(Roi roi) {
		if (hyperStack) roi.setPosition(0, slice, frame);
		else if (stack) roi.setPosition(index);
	}

	/** True where a ROI lies on this plane or on all. */
	public boolean holds(Roi roi) {
		if (roi.hasHyperStackPosition()) return (roi.getZPosition() == 0 || roi.getZPosition() == slice) && (roi
			.getTPosition() == 0 || roi.getTPosition() == frame);
		return roi.getPosition() == 0 || roi.getPosition() == index;
	}

	/** The size of a pixel as ImageJ has it. */
	public static Calibration calibration(ImagePlus image) {
		ij.measure.Calibration c = image.getCalibration();
		return new Calibration(c.pixelWidth, c.pixelHeight, c.xOrigin, c.yOrigin, c.scaled() ? c.getUnit() : "pixel");
	}
}
