package triptych.decode.family;

import java.util.List;
import java.util.Set;

import triptych.core.Task;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** Detectors that give ready boxes with a class and a score each, as those of torchvision. */
final class Boxes implements ModelFamily {

	@Override
	public String name() {
		return "boxes";
	}

	@Override
	public String help() {
		return "Ready boxes in three outputs: corners [n, 4], class numbers [n] and scores [n], as "
			+ "torchvision's detectors and DEIM give them; a batch of one may stand before n.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return ReadyBoxes.misfit(model, outputs);
	}

	@Override
	public List<Parameter> parameters() {
		return ReadyBoxes.PARAMETERS;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Set.of("confidence", "thresholds");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.5, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.FINAL_BOXES;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new BoxesDecoder(model, thresholds);
	}
}
