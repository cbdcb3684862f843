package triptych.decode.objects;

import java.util.List;
import java.util.Set;

import triptych.core.Task;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** Pixels that flow together are an object: Cellpose. */
public final class Flows implements ModelFamily {

	/** Of its networks: two flows and a probability. */
	private static final int MOST_MAPS = 3;

	@Override
	public String name() {
		return "flows";
	}

	@Override
	public String help() {
		return "Cellpose: maps of the flows downwards and to the right and of the logit of being a"
			+ " cell, [1, maps, height, width]; pixels that flow to the same place are an object.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.INSTANCE_SEGMENTATION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return FlowsDecoder.misfit(model, outputs);
	}

	@Override
	public boolean looksUsual(ModelSpec model, List<Slot> outputs) {
		Slot output = outputs.get(Parameter.OUTPUT.whole(model.decoder()));
		return OutputShape.maps(model, output) <= MOST_MAPS;
	}

	@Override
	public List<Parameter> parameters() {
		return FlowsDecoder.PARAMETERS;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Set.of("confidence", "thresholds", "cutoff");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.THINGS;
	}

	@Override
	public boolean givesScores(ModelSpec model) {
		return true;
	}

	@Override
	public boolean limitsOnlyLeaveOut() {
		return true;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new FlowsDecoder(model, thresholds, scores);
	}
}
