package triptych.decode;

import java.util.Set;

import triptych.model.ModelSpec;

/** The old names of what {@link ModelFamilies} gives; goes when the last caller has moved. */
public final class Decoders {

	private Decoders() {}

	public static Decoder of(ModelSpec model, Thresholds thresholds) {
		return ModelFamilies.decoder(model, thresholds);
	}

	public static Decoder of(ModelSpec model, Thresholds thresholds, boolean scores) {
		return ModelFamilies.decoder(model, thresholds, scores);
	}

	public static boolean givesScores(ModelSpec model) {
		return ModelFamilies.of(model).givesScores();
	}

	public static boolean limitsOnlyLeaveOut(ModelSpec model) {
		return ModelFamilies.of(model).limitsOnlyLeaveOut();
	}

	public static Set<String> usableKeys(ModelSpec model) {
		return ModelFamilies.of(model).usableKeys(model);
	}
}
