package triptych.ij.convert;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.gui.Roi;
import triptych.core.Calibration;

/**
 * Which plane of an image a result belongs to, 1-based as ImageJ counts. A plane holds all channels
 * of a hyperstack.
 *
 * @param index the plane's place in the stack, in the channel that is shown
 * @param sliceLabel what the slice is called, its number where it has no name; blank where there is
 *        only one
 */
public record Position(int slice, int frame, int index, boolean hyperStack, boolean stack,
	boolean manyChannels, boolean manySlices, boolean manyFrames, String title, String sliceLabel)
{

	/** The current plane. */
	public static Position of(ImagePlus image) {
		return of(image, image.getCurrentSlice());
	}

	/** The plane that holds one slice of the stack. */
	public static Position of(ImagePlus image, int index) {
		boolean stack = image.getStackSize() > 1 && image.getStackSize() != channels(image);
		String name = stack ? image.getStack().getShortSliceLabel(index) : "";
		if (stack && (name == null || name.isEmpty())) name = String.valueOf(index);
		// ImageJ's own getSlice() stays at 1 where a stack without a window was moved.
		int[] at = image.convertIndexToPosition(index);
		return new Position(at[1], at[2], index, image.isHyperStack(), stack, image.getNChannels() > 1,
			image.getNSlices() > 1, image.getNFrames() > 1, image.getTitle(), name);
	}

	/**
	 * True where slices, frames and channels have numbers of their own; a plain stack only counts its
	 * slices.
	 */
	public static boolean hasDimensions(ImagePlus image) {
		return image.isHyperStack() || image.isComposite();
	}

	/** Channels that one plane holds; the slices of a plain stack are no channels. */
	public static int channels(ImagePlus image) {
		boolean onePlane = image.getNSlices() * image.getNFrames() == 1;
		return image instanceof CompositeImage || image.isHyperStack() || onePlane
			? image.getNChannels()
			: 1;
	}

	/** Title and slice label joined by ":", as ImageJ's tables show them. */
	public String label() {
		return label("");
	}

	/** Title, name of a ROI where there is one, and slice label. */
	public String label(String roi) {
		String label = title;
		if (!roi.isEmpty()) label += ":" + roi;
		if (!sliceLabel.isEmpty()) label += ":" + sliceLabel;
		return label;
	}

	/** Puts a ROI where it is seen with this plane only, in every channel. */
	public void apply(Roi roi) {
		if (hyperStack) roi.setPosition(0, slice, frame);
		else if (stack) roi.setPosition(index);
	}

	/** True where a ROI lies on this plane or on all. */
	public boolean holds(Roi roi) {
		if (roi.hasHyperStackPosition()) return (roi.getZPosition() == 0 || roi.getZPosition() == slice)
			&& (roi.getTPosition() == 0 || roi.getTPosition() == frame);
		return roi.getPosition() == 0 || roi.getPosition() == index;
	}

	/** The size of a pixel as ImageJ has it. */
	public static Calibration calibration(ImagePlus image) {
		ij.measure.Calibration c = image.getCalibration();
		return new Calibration(c.pixelWidth, c.pixelHeight, c.xOrigin, c.yOrigin,
			c.scaled() ? c.getUnit() : "pixel");
	}
}
