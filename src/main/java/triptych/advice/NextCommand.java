package triptych.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import triptych.advisor.TaskChoice;
import triptych.core.Task;
import triptych.model.DescribedModel;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.session.ModelCache;

/**
 * The macro line that follows from a task.
 *
 * @param verb the command, where there is one
 * @param keys of the command
 * @param line runs as it is where a model fits; blank where there is no task
 * @param runs whether it does
 * @param why what the model must give, or which one was chosen, and how a folder is done
 * @param other a line that runs where this one does not: an installed model that answers the question in another way
 */
public record NextCommand(Optional<ModelCommand<?>> verb, Map<String, String> keys, String line, boolean runs, String why,
	Optional<NextCommand> other)
{

	private static final String YOURS = "YOUR MODEL";

	static NextCommand of(TaskChoice choice, String question) {
		if (choice.task().isEmpty()) return new NextCommand(Optional.empty(), Map.of(), "", false, "", Optional.empty());
		List<DescribedModel> models = ModelCache.library().described();
		ModelMatcher fit = new ModelMatcher(question);
		Optional<ModelCommand<?>> verb = verb(choice);
		Optional<DescribedModel> model = verb.flatMap(v -> fit.model(v.task(), models));
		if (model.isPresent()) return of(choice, model.get().name(), "The installed model " + model.get().name()
			+ " finds this (" + String.join(", ", model.get().classes().stream().limit(5).toList())
			+ "), so try it before you label anything; look at its result on some of your own images.", Optional.empty());
		String why = verb.isEmpty() ? choice.command() + " is not built yet in this copy of Triptych, so the line does not run; "
			+ "run a model for regions (Segment Regions...) and one for objects (Segment Objects...) instead."
			: "No installed model is known to fit: put yours in the place of " + YOURS + "; it must give " + wanted(choice) + ".";
		return of(choice, YOURS, why, masksCountToo(choice, fit, models));
	}

	/** Whether an installed model for masks gives the boxes and the number that were asked for. */
	private static Optional<NextCommand> masksCountToo(TaskChoice choice, ModelMatcher fit, List<DescribedModel> models) {
		if (choice != TaskChoice.DETECTION && choice != TaskChoice.LOCALISATION) return Optional.empty();
		return fit.model(Task.INSTANCE_SEGMENTATION, models).map(m -> of(TaskChoice.INSTANCE, m.name(), "", Optional.empty()));
	}

	/** The options must be what the command accepts, except for the model that is still to be named. */
	private static NextCommand of(TaskChoice choice, String model, String why, Optional<NextCommand> other) {
		Map<String, String> keys = new LinkedHashMap<>();
		keys.put("model", model);
		String option = choice.option();
		if (!option.isEmpty()) keys.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
		Optional<ModelCommand<?>> verb = verb(choice);
		verb.ifPresent(v -> Options.of(v.spec().options(), keys));
		StringBuilder all = new StringBuilder(why);
		other.ifPresent(o -> all.append(" Or without any labelling: ").append(o.line()).append(
			" finds and counts them as well (model ").append(o.keys().get("model")).append(")."));
		NextCommand alone = new NextCommand(verb, keys, line(choice.command(), keys), !model.equals(YOURS), "", other);
		alone.ready().folder().ifPresent(line -> all.append(" For all images of a folder: ").append(line));
		return new NextCommand(verb, keys, alone.line(), alone.runs(), all.toString(), other);
	}

	private static Optional<ModelCommand<?>> verb(TaskChoice choice) {
		return Commands.withModel().stream().filter(v -> choice.task().isPresent() && v.task() == choice.task().get()).findFirst();
	}

	/** The other line where only that one runs, else this one. */
	public NextCommand ready() {
		return other.orElse(this);
	}

	/** The same on all images of a folder, whose places are still to be named. */
	private Optional<String> folder() {
		return verb.map(v -> {
			Map<String, String> all = new LinkedHashMap<>();
			all.put("task", v.task().key());
			all.put("input", "YOUR IMAGES");
			all.put("save", "YOUR RESULTS");
			all.putAll(keys);
			return line("Process Folder...", all);
		});
	}

	private static String line(String command, Map<String, String> keys) {
		return "run(\"" + command + "\", \"" + Options.macro(keys) + "\");";
	}

	private static String wanted(TaskChoice choice) {
		return switch (choice) {
			case CLASSIFICATION_SINGLE -> "one score per class for the whole image, of which one is right (softmax)";
			case CLASSIFICATION_MULTI -> "one score per class for the whole image, each by itself (sigmoid)";
			case LOCALISATION -> "a box with a class and a score; the best one of each image is kept";
			case DETECTION -> "a box with a class and a score for every object";
			case SEMANTIC -> "a score for every class at every pixel";
			case INSTANCE -> "a mask, or what masks are made of, for every single object";
			case PANOPTIC -> "regions of the background and a mask for every object";
			case NONE -> throw new IllegalStateException();
		};
	}
}
