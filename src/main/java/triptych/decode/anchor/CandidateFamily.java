package triptych.decode.anchor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** What the families of this room share: many candidates, of which the weaker ones are dropped. */
abstract class CandidateFamily implements ModelFamily {

	/** @throws triptych.core.TriptychException where the outputs are not of this family */
	abstract Candidates read(List<Tensor> outputs, ModelSpec model, Placement placement,
		Thresholds limits);

	@Override
	public final Set<Task> tasks() {
		return Set.of(Task.DETECTION);
	}

	@Override
	public final Set<String> usableKeys(ModelSpec model) {
		return Set.of("confidence", "thresholds", "overlap", "suppression");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.5, 0.5);
	}

	@Override
	public final TileRule tiles(ModelSpec model) {
		return TileRule.BOXES;
	}

	@Override
	public final Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new Decoder() {

			@Override
			public Prediction decode(List<Tensor> outputs, Placement placement) {
				return read(outputs, model, placement, thresholds).kept(placement);
			}

			@Override
			public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
				return read(outputs, model, placement, thresholds.ofAnyScore()).closest(placement,
					thresholds);
			}
		};
	}
}
