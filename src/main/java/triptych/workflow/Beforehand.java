package triptych.workflow;

import java.util.Map;

import ij.ImagePlus;
import triptych.core.TriptychException;

/**
 * What can be told of a command on an image before it runs, quickly enough to be told while somebody types.
 *
 * @param problem why the command would end with an error, blank where nothing is known that speaks against it
 * @param objects the objects that a review would take, in a line; blank for other commands
 */
public record Beforehand(String problem, String objects) {

	/** @param values by key, as the dialog has them at the moment */
	public static Beforehand of(Action action, ImagePlus image, Map<String, String> values) {
		try {
			ImageOptions options = (ImageOptions) Options.of(action.options(), values);
			Places.of(image, options.slices(), options.frames(), action instanceof Review ? "all" : "current");
			if (options instanceof RunOptions o) {
				Run.checkIsImage(image);
				Places.channels(o.channels());
				return new Beforehand("", "");
			}
			if (ObjectSource.isFile(values.getOrDefault("from", ""))) return new Beforehand("", "");
			return new Beforehand("", ReviewRun.source(image, options).line());
		}
		catch (TriptychException e) {
			return new Beforehand(e.getMessage(), "");
		}
	}
}
