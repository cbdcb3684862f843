package triptych.plugin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ij.ImagePlus;
import triptych.ij.convert.Position;
import triptych.options.Key;
import triptych.preview.OptionsCheck;
import triptych.run.ModelCommand;

/**
 * What a dialog asks for.
 *
 * @param name of the command, as in the menu
 * @param keys one field each
 * @param model the command whose model is told about, null where none runs
 * @param image null where there is none, as for a folder
 * @param check tells what speaks against the values
 */
record DialogSpec(String name, List<Key> keys, ModelCommand<?> model, ImagePlus image,
	Function<Map<String, String>, OptionsCheck> check)
{

	String title() {
		String command = name.replace("...", "");
		return image == null ? command : command + ": " + image.getTitle();
	}

	/** The unit of lengths. */
	String unit() {
		return image == null ? "pixel" : Position.calibration(image).unit();
	}

	/** True where the result can be shown on the image beforehand. */
	boolean previews() {
		return model != null && image != null;
	}
}
