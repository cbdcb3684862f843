package triptych.run;

import java.util.Map;

import ij.ImagePlus;
import triptych.core.TriptychException;
import triptych.options.ImageOptions;
import triptych.options.Options;
import triptych.options.RunOptions;

/**
 * What can be told of a command on an image before it runs, quickly enough to be told while somebody types.
 *
 * @param problem why the command would end with an error, blank where nothing is known that speaks against it
 * @param objects the objects that a review would take, in a line; blank for other commands
 */
public record OptionsCheck(String problem, String objects) {

	/** @param values by key, as the dialog has them at the moment */
	public static OptionsCheck of(Action action, ImagePlus image, Map<String, String> values) {
		try {
			ImageOptions options = (ImageOptions) Options.of(action.options(), values);
			PlaneSelection.of(image, options.slices(), options.frames(), action instanceof Review ? "all" : "current");
			if (options instanceof RunOptions o) {
				ModelRun.checkIsImage(image);
				PlaneSelection.channels(o.channels());
				return new OptionsCheck("", "");
			}
			if (ObjectSource.isFile(values.getOrDefault("from", ""))) return new OptionsCheck("", "");
			return new OptionsCheck("", ReviewRun.source(image, options).line());
		}
		catch (TriptychException e) {
			return new OptionsCheck(e.getMessage(), "");
		}
	}
}
