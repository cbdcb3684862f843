package triptych.plugin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import ij.ImagePlus;
import triptych.model.format.ModelLibrary;
import triptych.options.Key;
import triptych.options.MeasureOptions;
import triptych.options.Options;
import triptych.preview.OptionsCheck;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;
import triptych.run.ObjectSource;

/**
 * Asks for the keys of a command until they can be used. Old choices are remembered for the dialog
 * only; a macro never meets them.
 */
public final class OptionsDialog {

	private static final Map<String, Map<String, String>> LAST = new HashMap<>();

	/** Keys that Choose Task... sets for one task and leaves alone for another. */
	private static final Set<String> PROPOSED = Set.of("find", "mode");

	/** Keys whose values fit one model only. */
	private static final Set<String> OF_A_MODEL = Set.of("confidence", "overlap", "thresholds");

	private OptionsDialog() {}

	/** The chosen values, null where the user cancelled. */
	static Map<String, String> ask(ImageCommand command, ImagePlus image) {
		ModelCommand<?> model = command instanceof ModelCommand<?> m ? m : null;
		String name = command.spec().name();
		if (model != null) proposeSelection(last(name), image);
		else
			if (command.spec().options() == MeasureOptions.class) proposeReviewed(last(name), image);
		return ask(new DialogSpec(name, Options.keys(command.spec().options()), model, image,
			values -> OptionsCheck.of(command, image, values)));
	}

	/** What was mended in the ROI Manager is meant, not the overlay of before. */
	private static void proposeReviewed(Map<String, String> values, ImagePlus image) {
		if (ObjectSource.isReviewed(image)) values.put("from", "manager");
		else values.remove("from", "manager");
	}

	/** A selection that is there is meant; one that is gone cannot be. */
	private static void proposeSelection(Map<String, String> values, ImagePlus image) {
		boolean selected = image.getRoi() != null && image.getRoi().isArea();
		if (selected) values.put("within", "selection");
		else values.replace("within", "selection", "image");
	}

	/**
	 * Values that the next dialog of a command starts with, in place of what an earlier proposal or
	 * another model needed.
	 */
	public static void propose(ImageCommand command, Map<String, String> values) {
		Map<String, String> last = last(command.spec().name());
		last.keySet().removeAll(PROPOSED);
		String model = values.get("model");
		if (model != null && !model.equals(last.get("model"))) last.keySet().removeAll(OF_A_MODEL);
		last.putAll(values);
	}

	/** The same for a command without a model. */
	public static void propose(String command, Map<String, String> values) {
		last(command).putAll(values);
	}

	private static Map<String, String> last(String command) {
		return LAST.computeIfAbsent(command, c -> new LinkedHashMap<>());
	}

	/** Asks for some of a command's keys, without an image. */
	static Map<String, String> ask(ModelCommand<?> command, List<Key> keys,
		Function<Map<String, String>, String> problem)
	{
		return ask(new DialogSpec(command.spec().name(), keys, command, null,
			values -> new OptionsCheck(problem.apply(values), "")));
	}

	/** @param problem what is wrong with the values in one sentence, blank where nothing is */
	public static Map<String, String> ask(String command, List<Key> keys,
		Function<Map<String, String>, String> problem)
	{
		return ask(new DialogSpec(command, keys, null, null,
			values -> new OptionsCheck(problem.apply(values), "")));
	}

	private static Map<String, String> ask(DialogSpec spec) {
		Map<String, String> values = new LinkedHashMap<>(LAST.getOrDefault(spec.name(), Map.of()));
		if (spec.model() != null) {
			values.putIfAbsent("model", ModelLibrary.bundledFor(spec.model().task()).orElse(""));
		}
		while (true) {
			Map<String, String> chosen = new CommandDialog(spec, values).chosen();
			if (chosen == null) return null;
			values.putAll(chosen);
			String wrong = spec.check().apply(chosen).problem();
			if (wrong.isEmpty()) {
				LAST.put(spec.name(), values);
				PathField.remember(chosen.getOrDefault("model", ""));
				return chosen;
			}
			ErrorDialog.show(spec.name(), wrong);
		}
	}
}
