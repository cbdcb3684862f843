package triptych.plugin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import ij.ImagePlus;
import triptych.core.Task;
import triptych.ij.convert.Position;
import triptych.options.Key;
import triptych.preview.OptionsCheck;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

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

	/** True where the image has several slices or frames. */
	boolean isStack() {
		return image != null && image.getNSlices() * image.getNFrames() > 1;
	}

	/** Names of the models that a key may hold. */
	List<String> models(String key) {
		return switch (key) {
			case "things" -> Triptych.models(Commands.of(Task.INSTANCE_SEGMENTATION));
			case "stuff" -> Triptych.models(Commands.of(Task.SEMANTIC_SEGMENTATION));
			default -> model == null ? Triptych.models() : Triptych.models(model);
		};
	}

	/** True where the result can be shown on the image beforehand. */
	boolean previews() {
		return model != null && image != null;
	}
}
