package triptych.options;

import triptych.core.Task;

/** What the commands that run models are called in the menu and in macros. */
public final class MenuNames {

	private MenuNames() {}

	/** The command that runs the models of a task. */
	public static String of(Task task) {
		return switch (task) {
			case CLASSIFICATION -> "Classify Image...";
			case DETECTION -> "Detect Objects...";
			case SEMANTIC_SEGMENTATION -> "Segment Regions...";
			case INSTANCE_SEGMENTATION -> "Segment Objects...";
			case PANOPTIC_SEGMENTATION -> "Segment Scene...";
		};
	}
}
