package triptych.decode.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.decode.Activation;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** A class for each pixel. */
final class Semantic implements ModelFamily {

	@Override
	public String name() {
		return "semantic";
	}

	@Override
	public String help() {
		return "A map of scores for each class, [1, classes, height, width]: the class of each pixel.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.SEMANTIC_SEGMENTATION, Task.PANOPTIC_SEGMENTATION);
	}

	@Override
	public ModelSpec asked(ModelSpec model, Task task) {
		boolean scene = task == Task.PANOPTIC_SEGMENTATION && ConnectedThings.told(model).length > 0;
		boolean regions = task == Task.SEMANTIC_SEGMENTATION;
		return scene || regions ? model.with(task) : model;
	}

	@Override
	public Prediction ofPlane(ModelSpec model, Prediction found) {
		boolean scene = model.task() == Task.PANOPTIC_SEGMENTATION;
		return scene ? ConnectedThings.scene(model, found.as(LabelMap.class)) : found;
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		boolean scene = model.task() == Task.PANOPTIC_SEGMENTATION;
		if (scene && ConnectedThings.told(model).length == 0)
			return "for the task panoptic, things: must tell which classes are objects";
		return SemanticDecoder.misfit(model, outputs);
	}

	@Override
	public boolean looksUsual(ModelSpec model, List<Slot> outputs) {
		return OutputShape.isMap(model, outputs.get(Parameter.OUTPUT.whole(model.decoder())))
			&& SemanticDecoder.hasNames(model, outputs);
	}

	@Override
	public List<Parameter> parameters() {
		List<Parameter> parameters = new ArrayList<>(SemanticDecoder.PARAMETERS);
		parameters.addAll(List.of(ConnectedThings.THINGS, ConnectedThings.SMALLEST));
		return parameters;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Activation.exclusive(model.decoder()) ? Set.of() : Set.of("thresholds");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.5, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.REGIONS;
	}

	@Override
	public boolean givesScores(ModelSpec model) {
		return true;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new SemanticDecoder(model, thresholds, scores);
	}
}
