package triptych.decode;

import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/**
 * Models whose outputs are read in the same way. All that the rest of the program, the template of
 * a description and the documentation know of a family is said here; a new one is one class and one
 * line in {@link ModelFamilies}.
 */
public interface ModelFamily {

	/** As a description names it, in lower case with "-" between words. */
	String name();

	/** The outputs that are read, with their shapes, and what becomes of them; one sentence. */
	String help();

	/** The tasks that its models can be for. */
	Set<Task> tasks();

	/**
	 * The model as a command of this task uses it, where one graph can answer several questions; else
	 * the model itself.
	 */
	default ModelSpec asked(ModelSpec model, Task task) {
		return model;
	}

	/**
	 * What is made of the prediction of a whole plane, where that cannot be told from its tiles; else
	 * the prediction itself.
	 */
	default Prediction ofPlane(ModelSpec model, Prediction found) {
		return found;
	}

	/**
	 * Why the outputs of a graph cannot be read by this family, without the full stop; blank where
	 * they can, as far as their shapes tell.
	 */
	String misfit(ModelSpec model, List<Slot> outputs);

	/**
	 * False where the outputs can be read, but those of such models look otherwise, so that nobody is
	 * proposed to.
	 */
	default boolean looksUsual(ModelSpec model, List<Slot> outputs) {
		return true;
	}

	/** Keys of a description's input section that most models of the family want, with values. */
	default Map<String, String> usualInput(DecoderSpec decoder) {
		return Map.of();
	}

	/** The keys of a description's decoder section, beside its name. */
	List<Parameter> parameters();

	/** What the decoder answers: told by a family whose planes are never cut into tiles. */
	default Class<? extends Prediction> gives(ModelSpec model) {
		return switch (tiles(model)) {
			case BOXES, FINAL_BOXES -> Detections.class;
			case THINGS, REGIONS -> LabelMap.class;
			case WHOLE -> throw new IllegalStateException(name() + " does not say what it answers");
		};
	}

	/**
	 * The keys that a model of this family can use, of those that depend on the model: confidence,
	 * thresholds, overlap, suppression, cutoff.
	 */
	Set<String> usableKeys(ModelSpec model);

	/** What counts where neither the user nor the model tells a limit. */
	Limits usualLimits();

	TileRule tiles(ModelSpec model);

	/** True where there is a score for each class, of the whole plane or of each pixel. */
	default boolean givesScores(ModelSpec model) {
		return false;
	}

	/**
	 * True where a higher limit on the score only leaves objects out of those of a lower one, which
	 * can be done on the label map as well.
	 */
	default boolean limitsOnlyLeaveOut() {
		return false;
	}

	/**
	 * @param model whose parameters {@link ModelFamilies#decoder} has checked one by one
	 * @param scores whether label maps come with the scores behind them, where the family has such
	 * @throws triptych.core.TriptychException where the parameters do not go together
	 */
	Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores);
}
