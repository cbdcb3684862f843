package triptych.cli;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.Map;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import triptych.options.ImageOptions;
import triptych.options.Options;
import triptych.result.Delivery;
import triptych.result.Result;
import triptych.run.ImageCommand;
import triptych.workflow.Triptych;

/** Opens ImageJ itself with an image and what was found in it, for a start from a terminal. */
public final class Desktop {

	/** Asked for without ImageJ's classes, which a verb that opens no image does not need. */
	private static volatile boolean opened;

	private Desktop() {}

	/** True where a window can be opened. */
	public static boolean available() {
		return !GraphicsEnvironment.isHeadless();
	}

	/** True while an ImageJ window is open. */
	public static boolean isOpen() {
		return opened && IJ.getInstance() != null;
	}

	/** Runs a command on a file in an ImageJ that stays open. */
	public static Result show(ImageCommand action, Path file, Map<String, String> keys) {
		opened = true;
		if (IJ.getInstance() == null) new ImageJ().exitWhenQuitting(true);
		ImagePlus image = Triptych.open(file);
		image.show();
		Result result = Triptych.run(action, image, keys);
		ImageOptions options = (ImageOptions) Options.of(action.spec().options(), keys);
		Delivery.show(image, result, options.outputs());
		result.labels().ifPresent(labels -> beside(image, labels));
		return result;
	}

	/** The label image would open over the outlines it belongs to. */
	private static void beside(ImagePlus image, ImagePlus labels) {
		if (image.getWindow() == null || labels.getWindow() == null) return;
		image.getWindow().setLocation(20, 150);
		labels.getWindow().setLocation(30 + image.getWindow().getWidth(), 150);
	}
}
