package triptych.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.core.Task;
import triptych.model.format.DescribedModel;

/**
 * What is installed and answers a question: one model, or one of the objects and one of the regions
 * around them, which Segment Scene... puts together.
 *
 * @param models the one, or that of the objects and that of the regions
 */
record FoundModels(List<DescribedModel> models) {

	/** Classes of a model that are named. */
	private static final int NAMED = 5;

	/** The task of the one model, or that of two put together. */
	Task task() {
		return models.size() == 1 ? models.get(0).task() : Task.PANOPTIC_SEGMENTATION;
	}

	/** Such as {@code nuclei} or {@code nuclei + confluence}. */
	String name() {
		return models.stream().map(DescribedModel::name).collect(Collectors.joining(" + "));
	}

	/** Such as {@code nucleus; cells}. */
	String classes() {
		return models.stream()
			.map(m -> String.join(", ", m.classes().stream().limit(NAMED).toList()))
			.collect(Collectors.joining("; "));
	}

	/** The keys that name them in a command. */
	Map<String, String> keys() {
		if (models.size() == 1) return Map.of("model", models.get(0).name());
		Map<String, String> keys = new LinkedHashMap<>();
		keys.put("things", models.get(0).name());
		keys.put("stuff", models.get(1).name());
		return keys;
	}
}
