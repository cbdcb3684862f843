package triptych.core;

import java.util.List;

/**
 * "What": a score for each class of the model, in the order of its class list, with the logit each
 * score came from (NaN where the model gives scores only). With {@code multiLabel} several classes
 * can be true at once.
 */
public record Classification(List<ClassScore> scores, double[] logits, boolean multiLabel)
	implements Prediction
{

	/** Always false: there is a score for every class. */
	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public Task task() {
		return Task.CLASSIFICATION;
	}
}
