package triptych.evaluation.compare;

import triptych.evaluation.source.Content;

/** Truth and predictions of one task, taken in image after image. */
public interface Comparison {

	/**
	 * One plane as it was drawn and as it was predicted.
	 *
	 * @param name for sentences
	 * @throws triptych.core.TriptychException where the two do not fit each other
	 */
	void add(String name, Content truth, Content found);

	/** The figures, once all are taken in. */
	Outcome outcome();
}
