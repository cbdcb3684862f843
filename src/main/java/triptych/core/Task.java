package triptych.core;

/** What a model answers: "what" for an image, "where" for objects, "how much" for pixels. */
public enum Task {

	CLASSIFICATION("classification", "classifies whole images"),
	DETECTION("detection", "detects objects as boxes"),
	SEMANTIC_SEGMENTATION("semantic", "segments regions of each class"),
	INSTANCE_SEGMENTATION("instance", "segments single objects"),
	PANOPTIC_SEGMENTATION("panoptic", "segments scenes into objects and regions");

	private final String key;
	private final String verb;

	Task(String key, String verb) {
		this.key = key;
		this.verb = verb;
	}

	/** The word for this task in keys, descriptions and tables, such as {@code semantic}. */
	public String key() {
		return key;
	}

	/** What a model of this task does, to follow "this model ...". */
	public String verb() {
		return verb;
	}

	public static Task of(String key) {
		for (Task t : values())
			if (t.key.equals(key)) return t;
		throw new TriptychException("Unknown task \"" + key
			+ "\"; it can be classification, detection, semantic, instance or panoptic.");
	}
}
