package triptych.ij.convert;

import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;

/**
 * Puts the planes that a run made into one image, whose slices and frames are those of the image
 * they came from.
 */
public final class PlaneStack {

	private PlaneStack() {}

	/**
	 * @param perPlane images made of each plane, such as one for each class; they lie next to each
	 *        other in the stack
	 */
	public static ImagePlus of(String title, ImageStack stack, int perPlane, List<Position> positions,
		ImagePlus source)
	{
		ImagePlus image = stack.size() == 1 ? new ImagePlus(title, stack.getProcessor(1))
			: new ImagePlus(title, stack);
		int slices = (int) positions.stream().mapToInt(Position::slice).distinct().count();
		int frames = (int) positions.stream().mapToInt(Position::frame).distinct().count();
		boolean grid = slices * frames == positions.size();
		// The classes of a single plane are turned over like slices; with several planes they take the
		// place of channels.
		if (positions.size() == 1 || !grid) image.setDimensions(1, stack.size(), 1);
		else {
			image.setDimensions(perPlane, slices, frames);
			image.setOpenAsHyperStack(perPlane > 1 || slices > 1 && frames > 1);
		}
		image.copyScale(source);
		Calibration calibration = image.getCalibration();
		// copyScale takes the intensity calibration along, which would turn ids and scores into
		// something else.
		calibration.disableDensityCalibration();
		calibration.frameInterval = source.getCalibration().frameInterval;
		calibration.setTimeUnit(source.getCalibration().getTimeUnit());
		return image;
	}
}
