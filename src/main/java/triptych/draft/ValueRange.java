package triptych.draft;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import triptych.core.Tensor;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.decode.family.ModelFamilies;
import triptych.model.ModelSpec;

/** From where to where the values run that an activation makes scores of. */
record ValueRange(float low, float high) {

	/** Outputs that hold such values. */
	private static final List<String> VALUES = List.of("output", "logits", "scores");

	/** Logits of classes that a network is sure of are further apart. */
	private static final float ALIKE = 2;

	/** Empty where the family has no activation to tell. */
	static Optional<ValueRange> of(ModelSpec spec, List<Tensor> outputs) {
		List<Parameter> parameters = ModelFamilies.of(spec).parameters();
		boolean told = parameters.stream()
			.anyMatch(p -> p.needed() && p.name().equals(Readings.ACTIVATION));
		if (!told) return Optional.empty();
		return parameters.stream()
			.filter(p -> p.kind() == Kind.OUTPUT && VALUES.contains(p.name()))
			.findFirst()
			.map(p -> of(outputs.get(p.whole(spec.decoder()))));
	}

	private static ValueRange of(Tensor out) {
		FloatBuffer values = out.floats();
		float low = Float.POSITIVE_INFINITY, high = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < out.size(); i++) {
			low = Math.min(low, values.get(i));
			high = Math.max(high, values.get(i));
		}
		return new ValueRange(low, high);
	}

	/** True where the model has made scores itself. */
	boolean scores() {
		return low >= -0.01 && high <= 1.01;
	}

	/** True where a softmax of them would be nearly the same for every class. */
	boolean alike() {
		return !scores() && high - low < ALIKE;
	}

	String runs() {
		return String.format(Locale.ROOT, "its values run from %.3g to %.3g", low, high);
	}

	String sentence() {
		String said = scores() ? "scores already, so activation: none fits."
			: "no scores yet, so activation: none does not fit.";
		return "On this image " + runs() + ": " + said;
	}
}
