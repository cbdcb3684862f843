package triptych.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import triptych.advisor.TaskChoice;
import triptych.core.Task;
import triptych.model.DescribedModel;

/**
 * The macro line that follows from a task.
 *
 * @param line runs as it is where a model fits; blank where there is no task
 * @param runs whether it does
 * @param why what the model must give, or which one was chosen
 */
public record NextCommand(String line, boolean runs, String why) {

	private static final String YOURS = "YOUR MODEL";

	static NextCommand of(TaskChoice choice, String question) {
		if (choice.task().isEmpty()) return new NextCommand("", false, "");
		Task task = choice.task().get();
		Optional<Verb> verb = Stream.of(Verb.values()).filter(v -> v.task() == task).findFirst();
		List<DescribedModel> models = OpenModels.library().described();
		ModelFit fit = new ModelFit(question);
		Optional<DescribedModel> model = verb.flatMap(v -> fit.model(task, models));
		String line = line(choice, verb, model.map(DescribedModel::name).orElse(YOURS));
		if (model.isPresent()) return new NextCommand(line, true, "The installed model " + model.get().name()
			+ " finds this (" + String.join(", ", model.get().classes().stream().limit(5).toList())
			+ "), so try it before you label anything; look at its result on some of your own images.");
		String why = verb.isEmpty() ? choice.command() + " is not built yet in this copy of Triptych, so the line does not run; "
			+ "run a model for regions (Segment Regions...) and one for objects (Segment Objects...) instead."
			: "No installed model is known to fit: put yours in the place of " + YOURS + "; it must give " + wanted(choice) + ".";
		return new NextCommand(line, false, why + masksCountToo(choice, fit, models));
	}

	/** Whether an installed model for masks gives the boxes and the number that were asked for. */
	private static String masksCountToo(TaskChoice choice, ModelFit fit, List<DescribedModel> models) {
		if (choice != TaskChoice.DETECTION && choice != TaskChoice.LOCALISATION) return "";
		return fit.model(Task.INSTANCE_SEGMENTATION, models).map(m -> " Or without any labelling: "
			+ line(TaskChoice.INSTANCE, Optional.of(Verb.SEGMENT_OBJECTS), m.name())
			+ " finds and counts them as well (model " + m.name() + ").").orElse("");
	}

	/** The options must be what the command accepts, except for the model that is still to be named. */
	private static String line(TaskChoice choice, Optional<Verb> verb, String model) {
		Map<String, String> keys = new LinkedHashMap<>();
		keys.put("model", model);
		String option = choice.option();
		if (!option.isEmpty()) keys.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
		verb.ifPresent(v -> Options.of(v.options(), keys));
		return "run(\"" + choice.command() + "\", \"" + Options.macro(keys) + "\");";
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
