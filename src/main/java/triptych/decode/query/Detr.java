package triptych.decode.query;

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

/** Detectors that answer a fixed number of queries: DETR, RT-DETR, YOLOS, D-FINE. */
public final class Detr implements ModelFamily {

	/** DETR has 100, the others 300 to 900. */
	private static final int MOST_QUERIES = 1000;

	@Override
	public String name() {
		return "detr";
	}

	@Override
	public String help() {
		return "Queries of DETR and its kin: logits [1, queries, classes] and boxes [1, queries, 4] as "
			+ "centre, width and height in 0..1 of the input; with softmax the last class is no object."
			+ " Both may stand in one output, the box first.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return DetrDecoder.misfit(model, outputs);
	}

	@Override
	public boolean looksUsual(ModelSpec model, List<Slot> outputs) {
		return outputs.get(DetrDecoder.boxes(model)).shape()[1] <= MOST_QUERIES;
	}

	@Override
	public List<Parameter> parameters() {
		return DetrDecoder.PARAMETERS;
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
		return new DetrDecoder(model, thresholds);
	}
}
