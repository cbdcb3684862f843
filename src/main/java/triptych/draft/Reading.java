package triptych.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import triptych.core.Task;
import triptych.decode.ModelFamily;
import triptych.decode.family.ModelFamilies;

/**
 * One way to read the outputs of a graph, and what it answers.
 *
 * @param parameters what its family must be told beside the activation, and the numbers of the
 *          outputs where they are not the usual ones
 */
public record Reading(Task task, String family, Map<String, String> parameters) {

	ModelFamily told() {
		return ModelFamilies.all()
			.stream()
			.filter(f -> f.name().equals(family))
			.findFirst()
			.orElseThrow();
	}

	/** Such as {@code detection: yolo, columns}. */
	@Override
	public String toString() {
		List<String> words = new ArrayList<>(List.of(family));
		parameters.forEach((key, value) -> words.add(isWord(value) ? value : key + " " + value));
		return task.key() + ": " + String.join(", ", words);
	}

	/** True for a choice that says itself what it is of. */
	private static boolean isWord(String value) {
		return !value.matches("\\d+|yes|no");
	}
}
