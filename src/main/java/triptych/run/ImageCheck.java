package triptych.run;

import ij.ImagePlus;
import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;

/** What an image must be before a command looks at it. */
public final class ImageCheck {

	/** What to do where a command on an image has none. */
	public static final String NONE_OPEN =
		"There is no image open; open one first (File > Open...).";

	private ImageCheck() {}

	/** @throws TriptychException where there is no image */
	public static void isOpen(ImagePlus image) {
		if (image == null) throw new TriptychException(NONE_OPEN);
	}

	/**
	 * The label image of the last run is in front after it, and what a model finds in its numbers
	 * looks like a result.
	 *
	 * @throws TriptychException for a label image that Triptych made
	 */
	public static void isNoLabelImage(ImagePlus image) {
		if (LabelPlane.isOurs(image)) throw new TriptychException("\"" + image.getTitle()
			+ "\" is a label image that Triptych made of another image; click that image first"
			+ " (in a macro: selectImage).");
	}
}
