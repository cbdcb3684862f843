package triptych.session;

import java.util.LinkedHashMap;
import java.util.Map;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.model.ModelSpec;
import triptych.model.format.ModelLibrary;
import triptych.options.MenuNames;
import triptych.options.RunOptions;

/** Which models the keys of a run name: one, or for a scene one of objects and one of regions. */
public final class RunModels {

	/** How a model is opened: shared or for one run alone. */
	@FunctionalInterface
	public interface Opening {

		ModelCache.Opened open(String name, Task task);
	}

	private RunModels() {}

	/**
	 * The models by their keys: {@code model}, or {@code things} and {@code stuff}; the bundled one
	 * of the task where none is named.
	 *
	 * @throws TriptychException where one is missing, or all three are given
	 */
	public static Map<String, String> names(Task task, RunOptions options) {
		String things = options.things(), stuff = options.stuff();
		if (things.isEmpty() && stuff.isEmpty()) return Map.of("model", single(task, options));
		if (!options.model().isEmpty()) throw new TriptychException(
			"The keys things and stuff name two models that make a scene together; leave model="
				+ options.model() + " out.");
		String missing = things.isEmpty() ? "things" : "stuff";
		if (things.isEmpty() || stuff.isEmpty()) throw new TriptychException(
			"A scene of two models needs things=, a model of single objects, and stuff=, one of"
				+ " regions; " + missing + " is missing.");
		Map<String, String> names = new LinkedHashMap<>();
		names.put("things", things);
		names.put("stuff", stuff);
		return names;
	}

	private static String single(Task task, RunOptions options) {
		if (!options.model().isEmpty()) return options.model();
		String or = task == Task.PANOPTIC_SEGMENTATION
			? ", or two models with things= (single objects) and stuff= (regions)" : "";
		return ModelLibrary.bundledFor(task)
			.orElseThrow(() -> new TriptychException(MenuNames.of(task)
				+ " has no bundled model; name one with model=, such as the path of an .onnx file" + or
				+ "."));
	}

	/**
	 * Opens what the keys name; two models as one that makes a scene, and with them the one that
	 * gives the objects their classes.
	 */
	public static ModelCache.Opened open(Task task, RunOptions options, Opening opening) {
		ModelCache.Opened finds = finding(task, options, opening);
		if (options.classify().isEmpty()) return finds;
		ModelCache.Opened classifies = opening.open(options.classify(), Task.CLASSIFICATION);
		ModelSpec model = classifies.spec();
		if (model.task() == Task.CLASSIFICATION) return finds.classifiedBy(classifies);
		throw new TriptychException("The key classify names the model " + model.name() + ", which "
			+ model.task().verb() + "; it must be one that classifies.");
	}

	private static ModelCache.Opened finding(Task task, RunOptions options, Opening opening) {
		Map<String, String> names = names(task, options);
		if (names.size() == 1) return opening.open(names.get("model"), task);
		ModelCache.Opened things = opening.open(names.get("things"), Task.INSTANCE_SEGMENTATION);
		return things.over(opening.open(names.get("stuff"), Task.SEMANTIC_SEGMENTATION));
	}
}
