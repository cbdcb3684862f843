package triptych.core;

/** What a model says about one plane: the answer to "what", "where" or "which pixels". */
public sealed interface Prediction permits Classification, Detections, LabelMap {

	/** True where nothing was found. */
	default boolean isEmpty() {
		if (this instanceof Detections d) return d.items().isEmpty();
		if (this instanceof LabelMap map) for (int id : map.ids())
			if (id != 0) return false;
		return this instanceof LabelMap;
	}

	/** This prediction as the wanted kind, or a sentence that names the command which can use it. */
	default <P extends Prediction> P as(Class<P> kind) {
		if (kind.isInstance(this)) return kind.cast(this);
		Task task = this instanceof Classification ? Task.CLASSIFICATION
			: this instanceof Detections ? Task.DETECTION : Task.SEMANTIC_SEGMENTATION;
		throw new TriptychException("This model " + task.verb() + "; use " + task.command());
	}
}
