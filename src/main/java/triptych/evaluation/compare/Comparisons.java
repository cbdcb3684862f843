package triptych.evaluation.compare;

import java.util.List;

import triptych.core.Task;
import triptych.evaluation.source.Content;
import triptych.evaluation.source.Item;

/** The comparison of each task. */
public final class Comparisons {

	private Comparisons() {}

	/**
	 * @param classes a value of the key classes
	 * @param truth and {@code predictions}: the images that belong together; a few of them are read
	 *          where numbers need names
	 */
	public static Comparison of(Task task, Limits limits, String classes, List<Item> truth,
		List<Item> predictions)
	{
		ClassNames names = new ClassNames(classes);
		return switch (task) {
			case CLASSIFICATION -> new ClassComparison(limits, names);
			case DETECTION, INSTANCE_SEGMENTATION -> new ObjectComparison(task, limits, names);
			case SEMANTIC_SEGMENTATION -> PixelComparison.of(names, RegionNames.known(truth),
				RegionNames.known(predictions));
			case PANOPTIC_SEGMENTATION -> new SceneComparison(names, isAnnotation(truth.get(0)));
		};
	}

	/** @throws triptych.core.TriptychException where the value of the key classes is wrong */
	public static void check(String classes) {
		new ClassNames(classes);
	}

	/** In annotations of scenes what has no segment was not annotated. */
	private static boolean isAnnotation(Item truth) {
		return truth.planes().values().stream().anyMatch(Content.Objects.class::isInstance);
	}
}
