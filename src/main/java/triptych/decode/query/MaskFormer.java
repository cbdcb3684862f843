package triptych.decode.query;

import java.util.List;
import java.util.Set;

import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** Queries with a class and a mask each: MaskFormer, Mask2Former, EoMT, and DETR with masks. */
public final class MaskFormer implements ModelFamily {

	@Override
	public String name() {
		return "maskformer";
	}

	@Override
	public String help() {
		return "Queries of MaskFormer, Mask2Former and their kin: class logits [1, queries, classes +"
			+ " 1], the last one being no object, and mask logits [1, queries, height, width].";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.INSTANCE_SEGMENTATION, Task.DETECTION, Task.PANOPTIC_SEGMENTATION);
	}

	@Override
	public ModelSpec asked(ModelSpec model, Task task) {
		if (task == Task.PANOPTIC_SEGMENTATION) return model.with(task);
		boolean objects = task == Task.INSTANCE_SEGMENTATION || task == Task.DETECTION;
		return objects && isScene(model) ? model.with(Task.INSTANCE_SEGMENTATION) : model;
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return MaskQueries.misfit(model, outputs);
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(MaskQueries.LOGITS, MaskQueries.MASKS, MaskQueries.STUFF, MaskSize.CUT,
			MaskSceneDecoder.WEAK);
	}

	@Override
	public Class<? extends Prediction> gives(ModelSpec model) {
		return isScene(model) ? LabelMap.class : Detections.class;
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
		return isScene(model) ? TileRule.WHOLE : TileRule.FINAL_BOXES;
	}

	private static boolean isScene(ModelSpec model) {
		return model.task() == Task.PANOPTIC_SEGMENTATION;
	}

	@Override
	public boolean givesScores() {
		return false;
	}

	@Override
	public boolean limitsOnlyLeaveOut() {
		return false;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return isScene(model) ? new MaskSceneDecoder(model, thresholds)
			: new MaskFormerDecoder(model, thresholds);
	}
}
