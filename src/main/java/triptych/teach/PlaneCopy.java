package triptych.teach;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import triptych.ij.convert.Position;

/** One plane of an image, with all its channels, as an image of its own that can be saved. */
final class PlaneCopy {

	private PlaneCopy() {}

	static ImagePlus of(ImagePlus image, Position at) {
		int channels = Position.channels(image);
		ImageStack planes = new ImageStack(image.getWidth(), image.getHeight());
		for (int c = 1; c <= channels; c++) {
			int index = channels == 1 ? at.index()
				: image.getStackIndex(c, at.slice(), at.frame());
			// The current slice of a stack may have been changed without being stored yet.
			ImageProcessor pixels = index == image.getCurrentSlice() ? image.getProcessor()
				: image.getStack().getProcessor(index);
			planes.addSlice(image.getStack().getSliceLabel(index), pixels.duplicate());
		}
		ImagePlus copy = channels == 1 ? new ImagePlus(image.getTitle(), planes.getProcessor(1))
			: new ImagePlus(image.getTitle(), planes);
		if (channels > 1) {
			copy.setDimensions(channels, 1, 1);
			boolean composite = image instanceof CompositeImage;
			copy = new CompositeImage(copy, composite ? ((CompositeImage) image).getMode()
				: CompositeImage.GRAYSCALE);
			if (composite) ((CompositeImage) copy).copyLuts(image);
		}
		copy.setCalibration(image.getCalibration().copy());
		return copy;
	}
}
