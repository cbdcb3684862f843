package triptych.preview;

import java.util.Map;

import ij.ImagePlus;
import triptych.core.TriptychException;
import triptych.options.ImageOptions;
import triptych.options.Options;
import triptych.run.ImageCommand;

/**
 * What can be told of a command on an image before it runs, quickly enough to be told while
 * somebody types.
 *
 * @param problem why the command would end with an error, blank where nothing is known that speaks
 *          against it
 * @param objects the objects that the command would take, in a line; blank where it looks for them
 *          itself
 */
public record OptionsCheck(String problem, String objects) {

	/** @param values by key, as the dialog has them at the moment */
	public static OptionsCheck of(ImageCommand command, ImagePlus image, Map<String, String> values) {
		try {
			ImageOptions options = (ImageOptions) Options.of(command.spec().options(), values);
			return new OptionsCheck("", command.check(image, options));
		}
		catch (TriptychException e) {
			return new OptionsCheck(e.getMessage(), "");
		}
	}
}
