package triptych.core;

/** What a model says about one plane: the answer to "what", "where" or "which pixels". */
public sealed interface Prediction permits Classification, Detections, LabelMap {

	/** True where nothing was found. */
	boolean isEmpty();

	/** The task whose command can use a prediction of this kind. */
	Task task();

	/**
	 * This prediction as the wanted kind.
	 *
	 * @throws UnfitPrediction where the model answers another question
	 */
	default <P extends Prediction> P as(Class<P> kind) {
		if (kind.isInstance(this)) return kind.cast(this);
		throw new UnfitPrediction(task());
	}
}
