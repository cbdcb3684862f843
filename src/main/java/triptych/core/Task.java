package triptych.core;

/** What a model answers: "what" for an image, "where" for objects, "how much" for pixels. */
public enum Task {

	CLASSIFICATION("classification", "classifies whole images", "Classify Image..."),
	DETECTION("detection", "detects objects as boxes", "Detect Objects..."),
	SEMANTIC_SEGMENTATION("semantic", "segments regions of each class", "Segment Regions..."),
	INSTANCE_SEGMENTATION("instance", "segments single objects", "Segment Objects..."),
	PANOPTIC_SEGMENTATION("panoptic", "segments scenes into objects and regions", "Segment Scene...");

	private final String key;
	private final String verb;
	private final String command;

	Task(String key, String verb, String command) {
		this.key = key;
		this.verb = verb;
		this.command = command;
	}

	/** The word for this task in keys, descriptions and tables, such as {@code semantic}. */
	public String key() {
		return key;
	}

	/** What a model of this task does, to follow "this model ...". */
	public String verb() {
		return verb;
	}

	/** The menu command that runs models of this task. */
	public String command() {
		return command;
	}

	public static Task of(String key) {
		for (Task t : values())
			if (t.key.equals(key)) return t;
		throw new TriptychException("Unknown task \"" + key
			+ "\"; it can be classification, detection, semantic, instance or panoptic.");
	}
}
