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

/** Objects flooded from maps of foreground and boundary or distance. */
public final class Watershed implements ModelFamily {

	/** Of its networks: foreground, boundary, distance, background. */
	private static final int MOST_MAPS = 4;

	@Override
	public String name() {
		return "watershed";
	}

	@Override
	public String help() {
		return "Maps of foreground and of boundary or distance, [1, maps, height, width]: single "
			+ "objects, flooded from their middles.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.INSTANCE_SEGMENTATION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return WatershedDecoder.misfit(model, outputs);
	}

	@Override
	public boolean looksUsual(ModelSpec model, List<Slot> outputs) {
		Slot output = outputs.get(Parameter.OUTPUT.whole(model.decoder()));
		return OutputShape.maps(model, output) <= MOST_MAPS;
	}

	@Override
	public List<Parameter> parameters() {
		return WatershedDecoder.PARAMETERS;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return WatershedDecoder.takesStars(model)
			? Set.of("confidence", "thresholds", "cutoff", "overlap")
			: Set.of("confidence", "thresholds", "cutoff");
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
		return new WatershedDecoder(model, thresholds, scores);
	}
}
