package triptych.preview;

import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import triptych.options.RunOptions;
import triptych.options.Within;

/**
 * What the model's output of a preview depends on: while it stays equal, the model would give the
 * same again.
 *
 * @param keys the keys that say what the model sees and where it runs
 * @param selection of the selection's outline, where only that is looked at; two selections may
 *           have the same box and as many pixels
 */
record PreviewNeeds(int imageId, int plane, int width, int height, int type, List<Object> keys,
	int selection)
{

	static PreviewNeeds of(ImagePlus image, RunOptions options) {
		List<Object> keys = List.of(options.model(), options.device(), options.within(),
			options.channels(), options.tile(), options.diameter(), options.augment(),
			options.things(), options.stuff(), options.classify());
		Roi roi = options.within() == Within.SELECTION ? image.getRoi() : null;
		int outline = roi == null ? 0 : Arrays.hashCode(RoiEncoder.saveAsByteArray(roi));
		return new PreviewNeeds(image.getID(), image.getCurrentSlice(), image.getWidth(),
			image.getHeight(), image.getType(), keys, outline);
	}
}
