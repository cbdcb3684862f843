package triptych.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.Words;
import triptych.core.Task;
import triptych.model.format.DescribedModel;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.session.ModelCache;

/**
 * The macro line that follows from a task.
 *
 * @param verb the command, where there is one
 * @param keys of the command
 * @param line runs as it is where an installed model answers, or finds the objects whose classes
 *          Teach Classes... then learns; blank where there is no task
 * @param runs whether it does
 * @param why what the model must give, or which one was chosen, and how a folder is done
 */
public record NextCommand(Optional<ModelCommand<?>> verb, Map<String, String> keys, String line,
	boolean runs, String why)
{

	private static final String YOURS = "YOUR MODEL";

	/**
	 * The installed models that answer a question, by task; a search costs the reading of their
	 * descriptions once.
	 */
	static final class Finder {

		private final ModelMatcher matcher;
		private List<DescribedModel> models;

		Finder(String question) {
			matcher = new ModelMatcher(question);
		}

		/**
		 * The model that answers by a task, or by masks where only boxes or a number are asked for; for
		 * a scene, also one of the objects with one of what lies around them.
		 */
		Optional<FoundModels> models(TaskChoice choice) {
			if (choice.task().isEmpty() || !matcher.namesAnything()) return Optional.empty();
			if (models == null) models = ModelCache.library().described();
			Optional<DescribedModel> own = matcher.model(choice.task().get(), models);
			boolean boxes = choice == TaskChoice.DETECTION || choice == TaskChoice.LOCALISATION;
			if (own.isEmpty() && choice == TaskChoice.PANOPTIC) return matcher.scene(models);
			if (own.isEmpty() && boxes) own = matcher.model(Task.INSTANCE_SEGMENTATION, models);
			return own.map(m -> new FoundModels(List.of(m)));
		}

		/** The model whose objects the question names, where their classes are the user's own. */
		Optional<DescribedModel> objects(TaskChoice choice) {
			boolean boxes = choice == TaskChoice.DETECTION || choice == TaskChoice.LOCALISATION;
			if (!boxes && choice != TaskChoice.INSTANCE || !matcher.namesAnything())
				return Optional.empty();
			if (models == null) models = ModelCache.library().described();
			Optional<DescribedModel> own = matcher.objects(choice.task().get(), models);
			return own.isPresent() || !boxes ? own
				: matcher.objects(Task.INSTANCE_SEGMENTATION, models);
		}
	}

	static NextCommand of(TaskChoice choice, Finder finder, Words words) {
		if (choice.task().isEmpty()) return new NextCommand(Optional.empty(), Map.of(), "", false, "");
		Optional<FoundModels> found = finder.models(choice);
		if (found.isPresent()) return installed(choice, found.get(), words);
		Optional<DescribedModel> objects = finder.objects(choice);
		if (objects.isPresent()) return taught(choice, objects.get(), words);
		boolean labels = choice.task().get() == Task.CLASSIFICATION;
		return of(choice, Map.of("model", YOURS),
			List.of(words.say("command.yours", YOURS, words.say("wanted." + choice.key())),
				words.say(labels ? "command.train.labels" : "command.train.objects")),
			words);
	}

	/** Its objects get the user's classes by examples that are clicked. */
	private static NextCommand taught(TaskChoice choice, DescribedModel model, Words words) {
		ModelCommand<?> verb = Commands.of(model.task());
		Map<String, String> keys = new LinkedHashMap<>();
		keys.put("model", model.name());
		Map<String, String> both = new LinkedHashMap<>(keys);
		both.put("classify", YOURS);
		// A label image would lie in front of the image that is to be clicked.
		keys.put("outputs", "overlay");
		String name = verb.spec().name(), found = new FoundModels(List.of(model)).classes();
		String line = Options.line(name, keys) + " run(\"Teach Classes...\");";
		String why = words.say("command.teach", model.name(), found, Options.line(name, both));
		String folder = words.say("command.folder", folder(verb, both));
		String masks = model.task() == choice.task().get() ? "" : words.say("command.masks");
		return new NextCommand(Optional.of(verb), keys, line, false,
			words.join(List.of(masks, why, folder)));
	}

	/** Whether it finds objects whose classes are then to be taught by examples. */
	public boolean teaches() {
		return !runs && verb.isPresent() && !keys.containsValue(YOURS);
	}

	private static NextCommand installed(TaskChoice choice, FoundModels models, Words words) {
		String row = models.models().size() == 1 ? "command.model" : "command.scene";
		String found = words.say(row, models.name(), models.classes());
		boolean masks = choice.task().get() != models.task();
		if (masks)
			return of(TaskChoice.INSTANCE, models.keys(), List.of(words.say("command.masks"), found),
				words);
		return of(choice, models.keys(), List.of(found), words);
	}

	/**
	 * The options must be what the command accepts, except for a model that is still to be named.
	 */
	private static NextCommand of(TaskChoice choice, Map<String, String> models, List<String> why,
		Words words)
	{
		Map<String, String> keys = new LinkedHashMap<>(models);
		String option = choice.option();
		int equals = option.indexOf('=');
		if (equals > 0) keys.put(option.substring(0, equals), option.substring(equals + 1));
		ModelCommand<?> verb = Commands.of(choice.task().get());
		Options.of(verb.spec().options(), keys);
		String folder = words.say("command.folder", folder(verb, keys));
		String all = words.join(Stream.concat(why.stream(), Stream.of(folder)).toList());
		return new NextCommand(Optional.of(verb), keys, Options.line(choice.command(), keys),
			!models.containsValue(YOURS), all);
	}

	/** The same on all images of a folder, whose places are still to be named. */
	private static String folder(ModelCommand<?> verb, Map<String, String> keys) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("task", verb.task().key());
		all.put("input", "YOUR IMAGES");
		all.put("save", "YOUR RESULTS");
		all.putAll(keys);
		return Options.line("Process Folder...", all);
	}
}
