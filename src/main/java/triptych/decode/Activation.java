package triptych.decode;

import java.util.Locale;

import triptych.model.DecoderSpec;

/**
 * What turns logits into scores: none (the model did it), sigmoid for each value, or softmax over
 * the classes.
 */
enum Activation {

	NONE, SIGMOID, SOFTMAX;

	static final Parameter PARAMETER = Parameter.needed("activation", "softmax",
		"what makes scores of the model's values; none: the model has done it", "softmax", "sigmoid",
		"none");

	static final Parameter EXCLUSIVE = Parameter.of("exclusive", Parameter.Kind.YES_NO,
		"no for sigmoid, else yes",
		"yes: one class is true; no: several can be, each with its threshold");

	static Activation of(DecoderSpec spec) {
		return valueOf(PARAMETER.choice(spec).toUpperCase(Locale.ROOT));
	}

	/** True where the classes compete and one is true, false where several can be. */
	static boolean exclusive(DecoderSpec spec) {
		return EXCLUSIVE.yes(spec, of(spec) != SIGMOID);
	}

	/** Scores of one set of class values. */
	double[] scores(double[] values) {
		double[] out = values.clone();
		apply(out);
		return out;
	}

	/** Turns one set of class values into scores, in place. */
	void apply(double[] values) {
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

	static double sigmoid(double logit) {
		return 1 / (1 + Math.exp(-logit));
	}

	/** The logit whose sigmoid is {@code score}. */
	static double logit(double score) {
		return Math.log(score / (1 - score));
	}
}
