package triptych.decode;

import java.util.Locale;

import triptych.core.TriptychException;
import triptych.model.DecoderSpec;

/**
 * What turns logits into scores: none (the model did it), sigmoid for each value, or softmax over
 * the classes.
 */
public enum Activation {

	NONE, SIGMOID, SOFTMAX;

	public static final Parameter PARAMETER = Parameter.needed("activation", "softmax",
		"what makes scores of the model's values; none: the model has done it", "softmax", "sigmoid",
		"none");

	public static final Parameter EXCLUSIVE = Parameter.of("exclusive", Parameter.Kind.YES_NO,
		"no for sigmoid, else yes",
		"yes: one class is true; no: several can be, each with its threshold");

	public static Activation of(DecoderSpec spec) {
		return valueOf(PARAMETER.choice(spec).toUpperCase(Locale.ROOT));
	}

	/** True where the classes compete and one is true, false where several can be. */
	public static boolean exclusive(DecoderSpec spec) {
		return EXCLUSIVE.yes(spec, of(spec) != SIGMOID);
	}

	/** What quantised models may give beyond 0..1. */
	private static final float SLACK = 0.01f;

	/** Scores of one set of class values. */
	public double[] scores(double[] values) {
		double[] out = values.clone();
		apply(out);
		return out;
	}

	/** Turns one set of class values into scores, in place. */
	public void apply(double[] values) {
		if (this == SIGMOID) for (int i = 0; i < values.length; i++)
			values[i] = sigmoid(values[i]);
		if (this == SOFTMAX) {
			double max = Double.NEGATIVE_INFINITY, sum = 0;
			for (double v : values)
				max = Math.max(max, v);
			for (int i = 0; i < values.length; i++)
				sum += values[i] = Math.exp(values[i] - max);
			for (int i = 0; i < values.length; i++)
				values[i] /= sum;
		}
	}

	/**
	 * Ends with a sentence where values that a model is said to have made scores of are none.
	 *
	 * @param low the lowest of them
	 */
	public void checkScores(float low, float high, String model) {
		if (this != NONE || low >= -SLACK && high <= 1 + SLACK) return;
		throw new TriptychException(String.format(Locale.ROOT, "The model %s is described with"
			+ " activation: none, but it gives values from %.3g to %.3g, which are no scores; where they"
			+ " are logits, activation must be softmax or sigmoid, else the model answers another"
			+ " question.", model, low, high));
	}

	public static double sigmoid(double logit) {
		return 1 / (1 + Math.exp(-logit));
	}

	/** The logit whose sigmoid is {@code score}. */
	public static double logit(double score) {
		return Math.log(score / (1 - score));
	}
}
