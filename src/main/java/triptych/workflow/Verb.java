package triptych.workflow;

import triptych.core.Task;
import triptych.core.TriptychException;

/** The four runs, by their names in the terminal, and what belongs to each. */
public enum Verb {

	CLASSIFY("classify", Task.CLASSIFICATION, ClassifyOptions.class, "classification", ""),
	DETECT("detect", Task.DETECTION, DetectOptions.class, "detections", "labels"),
	SEGMENT_REGIONS("segment-regions", Task.SEMANTIC_SEGMENTATION, RegionsOptions.class, "regions", "classes"),
	SEGMENT_OBJECTS("segment-objects", Task.INSTANCE_SEGMENTATION, ObjectsOptions.class, "objects", "labels");

	private final String key;
	private final Task task;
	private final Class<? extends Record> options;
	private final String csv;
	private final String labels;

	Verb(String key, Task task, Class<? extends Record> options, String csv, String labels) {
		this.key = key;
		this.task = task;
		this.options = options;
		this.csv = csv;
		this.labels = labels;
	}

	public String key() {
		return key;
	}

	public Task task() {
		return task;
	}

	/** The menu command, such as {@code Detect Objects...}. */
	public String command() {
		return task.command();
	}

	public Class<? extends Record> options() {
		return options;
	}

	/** The end of the table's file name. */
	String csv() {
		return csv;
	}

	/** The end of the label image's title and file name, blank where there is none. */
	String labels() {
		return labels;
	}

	/** The command that answers a task. */
	public static Verb of(Task task) {
		for (Verb v : values())
			if (v.task == task) return v;
		throw new TriptychException("There is no command yet for the task " + task.key() + ".");
	}

	public static Verb of(String key) {
		for (Verb v : values())
			if (v.key.equals(key)) return v;
		throw new TriptychException("Unknown command \"" + key + "\".");
	}
}
