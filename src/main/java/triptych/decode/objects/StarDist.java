package triptych.decode.objects;

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

/** Star-convex objects: StarDist. */
public final class StarDist implements ModelFamily {

	@Override
	public String name() {
		return "stardist";
	}

	@Override
	public String help() {
		return "StarDist: a map of object probability and a map of distances for each ray, in two"
			+ " outputs "
			+ "or one after the other in a single one, at the size of the input or of its grid; channels "
			+ "first or last.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.INSTANCE_SEGMENTATION, Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return StarMaps.misfit(model, outputs);
	}

	@Override
	public List<Parameter> parameters() {
		return StarMaps.PARAMETERS;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Set.of("confidence", "thresholds", "overlap");
	}

	/** What the authors' models of nuclei come with. */
	@Override
	public Limits usualLimits() {
		return new Limits(0.5, 0.4);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.BOXES;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new StarDistDecoder(model, thresholds);
	}
}
