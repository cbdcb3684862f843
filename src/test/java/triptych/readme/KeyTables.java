package triptych.readme;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import triptych.advice.ChooseTaskOptions;
import triptych.evaluation.EvaluationOptions;
import triptych.dataset.AnnotationExport;
import triptych.dataset.AnnotationImport;
import triptych.dataset.ExportOptions;
import triptych.dataset.ImportOptions;
import triptych.folder.FolderOptions;
import triptych.folder.ReviewOptions;
import triptych.model.format.ModelLibrary;
import triptych.options.CommandSpec;
import triptych.options.Key;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;
import triptych.session.InstallOptions;
import triptych.session.ModelInstallation;
import triptych.teach.TeachOptions;
import triptych.teach.TeachRun;
import triptych.teach.regions.RegionOptions;
import triptych.teach.regions.RegionTeaching;

/** The page of keys, made from the options records. */
final class KeyTables {

	private static final String NEEDED = "(must be given)", NOTHING = "(nothing)";

	/** Where a command is explained; all others among the results. */
	private static final Map<String, String> GUIDES = Map.of(
		"Measure Objects...", "[Check by eye, measure again](results.md#check-by-eye-measure-again)",
		"Labels to ROIs...", "[Label images and ROIs](results.md#label-images-and-rois)",
		"ROIs to Labels...", "[Label images and ROIs](results.md#label-images-and-rois)");

	private KeyTables() {}

	static String all() {
		StringBuilder text = new StringBuilder();
		for (ImageCommand command : Commands.all()) {
			CommandSpec spec = command.spec();
			text.append(section(spec.name(), spec.verb(), spec.options(), key -> fallback(key, command)))
				.append("More: ")
				.append(GUIDES.getOrDefault(spec.name(), "[Results](results.md)"))
				.append("\n\n");
		}
		text.append(section("Process Folder...", "process-folder", FolderOptions.class,
				KeyTables::ofFolder))
			.append("All keys of the task's command may be given too. More: [Folders](folders.md)\n\n")
			.append(section(ReviewOptions.COMMAND, "", ReviewOptions.class, key -> fallback(key, "results")))
			.append("More: [Review a folder](folders.md#review-a-folder)\n\n")
			.append(section("Choose Task...", "advise", ChooseTaskOptions.class,
				key -> key.fallback().isEmpty() ? NOTHING : key.fallback()))
			.append("More: [Choose a task](choose-task.md)\n\n")
			.append(section("Evaluate Predictions...", "evaluate", EvaluationOptions.class,
				key -> key.fallback().isEmpty() ? NOTHING : key.fallback()))
			.append("More: [Evaluation](evaluation.md)\n\n")
			.append(section(ModelInstallation.COMMAND, ModelInstallation.VERB, InstallOptions.class,
				key -> key.fallback().isEmpty() ? NOTHING : key.fallback()))
			.append("More: [Your own model](models.md#install-a-model)\n\n")
			.append(section(TeachRun.COMMAND, TeachRun.VERB, TeachOptions.class,
				key -> fallback(key, "name")))
			.append("More: [Teach classes](teach.md)\n\n")
			.append(section(RegionTeaching.COMMAND, RegionTeaching.VERB, RegionOptions.class,
				key -> fallback(key, "name")))
			.append("More: [Teach regions](teach-regions.md)\n\n")
			.append(annotations(AnnotationImport.COMMAND, AnnotationImport.VERB, ImportOptions.class))
			.append(annotations(AnnotationExport.COMMAND, AnnotationExport.VERB, ExportOptions.class));
		return text.toString();
	}

	private static String annotations(String command, String verb,
		Class<? extends Record> options)
	{
		return section(command, verb, options, key -> fallback(key, "path"))
			+ "More: [Annotations in and out](annotations.md)\n\n";
	}

	private static String ofFolder(Key key) {
		boolean optional = key.name().equals("group") || !key.fallback().isEmpty();
		return fallback(key, optional ? "" : key.name());
	}

	/** @param needed the key that must be given */
	private static String fallback(Key key, String needed) {
		if (key.name().equals(needed)) return NEEDED;
		return key.fallback().isEmpty() ? NOTHING : key.fallback();
	}

	private static String section(String command, String verb, Class<? extends Record> options,
		Function<Key, String> fallback)
	{
		StringBuilder text = new StringBuilder("## " + command + "\n\n");
		text.append("| key | default | allowed | meaning |\n|---|---|---|---|\n");
		for (Key key : Options.keys(options)) {
			List<String> cells = List.of(key.name(), fallback.apply(key), key.allowed(), key.help());
			text.append("| ").append(String.join(" | ", cells)).append(" |\n");
		}
		if (verb.isEmpty()) return text.append("\nA window, so not in the terminal. ").toString();
		return text.append("\nIn the terminal: `").append(verb).append("`. ").toString();
	}

	private static String fallback(Key key, ImageCommand command) {
		// A scene can be of two models, which have keys of their own.
		boolean needed = command instanceof ModelCommand<?> && command != Commands.SEGMENT_SCENE;
		if (command instanceof ModelCommand<?> runs && key.name().equals("model"))
			return ModelLibrary.bundledFor(runs.task()).orElse(needed ? NEEDED : NOTHING);
		return key.fallback().isEmpty() ? NOTHING : key.fallback();
	}
}
