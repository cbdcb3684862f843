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

/** Ready boxes with a mask for each object: Mask R-CNN. */
final class MaskRcnn implements ModelFamily {

	@Override
	public String name() {
		return "mask-rcnn";
	}

	@Override
	public String help() {
		return "The ready boxes of Mask R-CNN, and a fourth output with a mask of scores for each, "
			+ "[n, 1, height, width]: of the whole input, or small ones that are stretched over the box.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.INSTANCE_SEGMENTATION, Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return MaskRcnnDecoder.misfit(model, outputs);
	}

	@Override
	public List<Parameter> parameters() {
		return MaskRcnnDecoder.PARAMETERS;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Set.of("confidence", "thresholds", "cutoff");
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
		return new MaskRcnnDecoder(model, thresholds);
	}
}
