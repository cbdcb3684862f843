package triptych.decode;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import triptych.core.Classification;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.TriptychException;
import triptych.model.ModelSpec;

/**
 * All decoders by their name in a description, with their parameters. A new one is one class, one line in each switch and
 * its parameters here.
 */
public final class Decoders {

	private static final Map<String, Set<String>> PARAMETERS = Map.of("class-scores", Set.of("output", "activation",
		"exclusive"), "yolo", Set.of("layout"), "yolo-masks", Set.of("layout"), "semantic", Set.of("output", "activation",
			"exclusive", "background", "channels"), "watershed", Set.of("output", "activation", "foreground", "boundary",
				"distance", "seed", "unseeded", "smallest"));

	private Decoders() {}

	/** Without score maps. */
	public static Decoder of(ModelSpec model, Thresholds thresholds) {
		return of(model, thresholds, false);
	}

	/** @param scores whether label maps come with the scores behind them, where the model has such */
	public static Decoder of(ModelSpec model, Thresholds thresholds, boolean scores) {
		Set<String> known = PARAMETERS.getOrDefault(model.decoder().name(), Set.of());
		for (String key : model.decoder().parameters().keySet())
			if (!known.isEmpty() && !known.contains(key)) throw new TriptychException("The description of " + model.name()
				+ " gives the decoder " + model.decoder().name() + " the unknown key " + key + "; known are " + String.join(", ",
					new TreeSet<>(known)) + ".");
		return switch (model.decoder().name()) {
			case "class-scores" -> new ClassScores(model);
			case "yolo" -> new Yolo(model, thresholds);
			case "semantic" -> new Semantic(model, thresholds, scores);
			case "yolo-masks" -> new YoloMasks(model, thresholds);
			case "watershed" -> new Watershed(model, thresholds, scores);
			default -> throw unknown(model);
		};
	}

	/** True where the model gives a score for each class, of the whole plane or of each pixel. */
	public static boolean givesScores(ModelSpec model) {
		return Set.of("class-scores", "semantic", "watershed").contains(model.decoder().name());
	}

	/**
	 * True where a higher limit on the score only leaves objects out of those of a lower one, which can be done on the
	 * label map as well.
	 */
	public static boolean limitsOnlyLeaveOut(ModelSpec model) {
		return model.decoder().name().equals("watershed");
	}

	/** The keys, of those that depend on the model, which this model can use. */
	public static Set<String> usableKeys(ModelSpec model) {
		boolean endToEnd = model.decoder().text("layout", "").equals("end-to-end");
		return switch (model.decoder().name()) {
			case "class-scores" -> Set.of("thresholds");
			case "yolo" -> endToEnd ? Set.of("confidence", "thresholds") : Set.of("confidence", "thresholds", "overlap",
				"suppression");
			case "yolo-masks" -> endToEnd ? Set.of("confidence", "thresholds", "cutoff") : Set.of("confidence", "thresholds",
				"overlap", "cutoff");
			case "semantic" -> Semantic.independent(model) ? Set.of("thresholds") : Set.of();
			case "watershed" -> Set.of("confidence", "thresholds", "cutoff");
			default -> throw unknown(model);
		};
	}

	/** What the model's decoder answers. */
	public static Class<? extends Prediction> gives(ModelSpec model) {
		return switch (model.decoder().name()) {
			case "class-scores" -> Classification.class;
			case "yolo", "yolo-masks" -> Detections.class;
			case "semantic", "watershed" -> LabelMap.class;
			default -> throw unknown(model);
		};
	}

	private static TriptychException unknown(ModelSpec model) {
		return new TriptychException("The description of " + model.name() + " names the decoder \"" + model.decoder()
			.name() + "\"; known are class-scores, yolo, semantic, yolo-masks and watershed.");
	}
}
