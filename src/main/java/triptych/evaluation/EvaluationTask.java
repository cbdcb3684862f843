package triptych.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.evaluation.source.Source;

/** As what truth and predictions are compared. */
final class EvaluationTask {

	/** What a side may be, so that it can be compared as a task; label images may be anything. */
	private static final Map<Task, Set<Task>> FROM = new EnumMap<>(Map.of(
		Task.CLASSIFICATION, Set.of(Task.CLASSIFICATION),
		Task.DETECTION,
		Set.of(Task.DETECTION, Task.INSTANCE_SEGMENTATION, Task.PANOPTIC_SEGMENTATION),
		Task.SEMANTIC_SEGMENTATION, Set.of(Task.SEMANTIC_SEGMENTATION, Task.INSTANCE_SEGMENTATION,
			Task.PANOPTIC_SEGMENTATION),
		Task.INSTANCE_SEGMENTATION,
		Set.of(Task.INSTANCE_SEGMENTATION, Task.PANOPTIC_SEGMENTATION),
		Task.PANOPTIC_SEGMENTATION, Set.of(Task.PANOPTIC_SEGMENTATION)));

	private EvaluationTask() {}

	/** The value of the key task; empty for auto. */
	static Optional<Task> wanted(String key) {
		return key.equals("auto") ? Optional.empty() : Optional.of(Task.of(key));
	}

	/** @throws TriptychException where the two cannot be compared so, or not at all */
	static Task of(Optional<Task> wanted, Source truth, Source predictions) {
		if (wanted.isPresent()) {
			need(wanted.get(), "truth", truth);
			need(wanted.get(), "predictions", predictions);
			return wanted.get();
		}
		Task own = predictions.task().orElse(truth.task().orElse(Task.INSTANCE_SEGMENTATION));
		if (fits(own, truth) && fits(own, predictions)) return own;
		Task other = truth.task().orElse(own);
		if (fits(other, truth) && fits(other, predictions)) return other;
		String ways = Stream.of(Task.values())
			.filter(task -> fits(task, truth) && fits(task, predictions))
			.map(Task::key)
			.collect(Collectors.joining(" or "));
		String end = ways.isEmpty() ? ", which cannot be compared."
			: "; say with task= as what they are compared: " + ways + ".";
		throw new TriptychException("The truth holds " + holds(truth) + " and the predictions "
			+ holds(predictions) + end);
	}

	private static boolean fits(Task task, Source source) {
		boolean open = task != Task.CLASSIFICATION && task != Task.PANOPTIC_SEGMENTATION;
		return source.task().map(FROM.get(task)::contains).orElse(open);
	}

	private static void need(Task task, String key, Source source) {
		if (!fits(task, source)) throw new TriptychException("The key task has the value " + task.key()
			+ ", but the key " + key + " names " + holds(source) + ".");
	}

	private static String holds(Source source) {
		if (source.task().isEmpty()) return "label images";
		return switch (source.task().get()) {
			case CLASSIFICATION -> "classes of whole images";
			case DETECTION -> "boxes";
			case SEMANTIC_SEGMENTATION -> "maps of classes";
			case INSTANCE_SEGMENTATION -> "outlines of objects";
			case PANOPTIC_SEGMENTATION -> "scenes";
		};
	}
}
