package triptych.advisor.need;

import java.util.Optional;

import triptych.core.Task;
import triptych.core.TriptychException;

/**
 * What the advisor can recommend: the tasks of the five run commands, two of them in two ways, and
 * none of them. From the simplest answer to the most detailed one (001: classification, detection,
 * segmentation).
 */
public enum TaskChoice {

	CLASSIFICATION_SINGLE("classification_single", Task.CLASSIFICATION, "Classify Image...",
		"classify", "mode=single"),
	CLASSIFICATION_MULTI("classification_multi", Task.CLASSIFICATION, "Classify Image...", "classify",
		"mode=multi"),
	LOCALISATION("localisation", Task.DETECTION, "Detect Objects...", "detect", "find=best"),
	DETECTION("detection", Task.DETECTION, "Detect Objects...", "detect", ""),
	SEMANTIC("semantic", Task.SEMANTIC_SEGMENTATION, "Segment Regions...", "segment-regions", ""),
	INSTANCE("instance", Task.INSTANCE_SEGMENTATION, "Segment Objects...", "segment-objects", ""),
	PANOPTIC("panoptic", Task.PANOPTIC_SEGMENTATION, "Segment Scene...", "segment-scene", ""),
	NONE("none", null, "", "", "");

	private final String key;
	private final Task task;
	private final String command;
	private final String verb;
	private final String option;

	TaskChoice(String key, Task task, String command, String verb, String option) {
		this.key = key;
		this.task = task;
		this.command = command;
		this.verb = verb;
		this.option = option;
	}

	/** The word in tables and texts, such as {@code classification_multi}. */
	public String key() {
		return key;
	}

	/** The task of the models that answer it; empty for none. */
	public Optional<Task> task() {
		return Optional.ofNullable(task);
	}

	/** The menu command, such as {@code Detect Objects...}; blank for none. */
	public String command() {
		return command;
	}

	/** The terminal's word for the command, such as {@code detect}; blank for none. */
	public String verb() {
		return verb;
	}

	/**
	 * The key and value that make the command answer in this way, such as {@code find=best}; blank
	 * where it is the default.
	 */
	public String option() {
		return option;
	}

	public static TaskChoice of(String key) {
		for (TaskChoice t : values())
			if (t.key.equals(key)) return t;
		throw new TriptychException(
			"Unknown task \"" + key + "\"; it can be classification_single, classification_multi, "
				+ "localisation, detection, semantic, instance, panoptic or none.");
	}
}
