package triptych.preview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import ij.ImagePlus;
import triptych.ij.convert.Position;
import triptych.model.ModelSpec;
import triptych.options.Key;
import triptych.options.Options;
import triptych.options.RunOptions;
import triptych.run.ModelCommand;
import triptych.run.RunSettings;
import triptych.session.ModelCache;
import triptych.session.RunModels;

/**
 * What a dialog tells about a model and does with it.
 *
 * @param line what the model is and which device will run it, in one sentence
 * @param problem why this command cannot use it, blank where it can
 * @param unusable keys that this model has no use for
 * @param defaults the model's own values of the keys that have one
 */
public record ModelSummary(String line, String problem, Set<String> unusable,
	Map<String, String> defaults)
{

	private static final int SHOWN_CLASSES = 4;

	/**
	 * Opens the model, which stays open for the run.
	 *
	 * @throws triptych.core.TriptychException where it cannot be opened
	 */
	public static ModelSummary of(ModelCommand<?> command, ImagePlus image,
		Map<String, String> keys)
	{
		RunOptions options = (RunOptions) Options.of(command.spec().options(), keys);
		ModelCache.Opened opened = RunModels.open(command.task(), options,
			(name, task) -> ModelCache.open(name, task, options.device()));
		ModelSpec spec = opened.spec();
		String problem = RunSettings.otherTask(command.task(), spec);
		return new ModelSummary(line(spec, image, opened.model().device()), problem,
			RunSettings.unusableKeys(spec),
			Map.of("confidence", Key.plain(spec.confidence()), "overlap", Key.plain(spec.overlap())));
	}

	private static String line(ModelSpec spec, ImagePlus image, String device) {
		StringBuilder line = new StringBuilder(spec.name() + " " + spec.task().verb());
		List<String> classes = spec.classes();
		if (!classes.isEmpty())
			line.append(": ")
				.append(String.join(", ", classes.subList(0, Math.min(SHOWN_CLASSES, classes.size()))))
				.append(classes.size() > SHOWN_CLASSES
					? " and " + (classes.size() - SHOWN_CLASSES) + " more" : "");
		line.append('.');
		if (spec.pixelSize() > 0)
			line.append(" Trained at ")
				.append(Key.plain(spec.pixelSize()))
				.append(" µm a pixel")
				.append(pixelOf(image))
				.append('.');
		if (!spec.licence().isEmpty()) line.append(" Licence ").append(spec.licence()).append('.');
		return line.append(" Runs on ").append(device).append('.').toString();
	}

	private static String pixelOf(ImagePlus image) {
		double micrometres = image == null ? 0 : Position.calibration(image).micrometres();
		return micrometres > 0 ? String.format(Locale.ROOT, "; this image has %.3g", micrometres) : "";
	}
}
