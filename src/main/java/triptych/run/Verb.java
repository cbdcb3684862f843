package triptych.run;

import java.util.List;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.options.ClassifyOptions;
import triptych.options.CommandSpec;
import triptych.options.DetectOptions;
import triptych.options.ObjectsOptions;
import triptych.options.RegionsOptions;

/** The four runs, by their names in the terminal, and what belongs to each. */
public enum Verb implements Action {

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

	@Override
	public String key() {
		return key;
	}

	public Task task() {
		return task;
	}

	@Override
	public String command() {
		return task.command();
	}

	@Override
	public Class<? extends Record> options() {
		return options;
	}

	@Override
	public CommandSpec spec() {
		return new CommandSpec(key, task.command(), options, csv, labels, summed(),
			List.of("-probabilities.tif", "-uncertainty.tif"));
	}

	@Override
	public String csv() {
		return csv;
	}

	@Override
	public String labels() {
		return labels;
	}

	@Override
	public boolean summed() {
		return this == DETECT || this == SEGMENT_OBJECTS;
	}

	/** The command that answers a task. */
	public static Verb of(Task task) {
		for (Verb v : values())
			if (v.task == task) return v;
		throw new TriptychException("There is no command yet for the task " + task.key() + ".");
	}
}
