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
import triptych.model.InputSpec.Fit;
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
		return Set.of(Task.INSTANCE_SEGMENTATION, Task.DETECTION, Task.PANOPTIC_SEGMENTATION,
			Task.SEMANTIC_SEGMENTATION);
	}

	@Override
	public ModelSpec asked(ModelSpec model, Task task) {
		// Parts of an image show parts of objects.
		boolean parts = model.input().fit() == Fit.WINDOWS;
		boolean objects = task == Task.INSTANCE_SEGMENTATION || task == Task.DETECTION;
		if (objects) return isObjects(model) || parts ? model : model.with(Task.INSTANCE_SEGMENTATION);
		boolean maps = task == Task.PANOPTIC_SEGMENTATION || task == Task.SEMANTIC_SEGMENTATION;
		return maps && !parts ? model.with(task) : model;
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
		return isObjects(model) ? Detections.class : LabelMap.class;
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return isRegions(model) ? Set.of() : Set.of("confidence", "thresholds", "cutoff");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.5, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return isObjects(model) ? TileRule.FINAL_BOXES : TileRule.WHOLE;
	}

	private static boolean isRegions(ModelSpec model) {
		return model.task() == Task.SEMANTIC_SEGMENTATION;
	}

	private static boolean isObjects(ModelSpec model) {
		return !isRegions(model) && model.task() != Task.PANOPTIC_SEGMENTATION;
	}

	@Override
	public boolean givesScores(ModelSpec model) {
		return isRegions(model);
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		if (isRegions(model)) return new MaskRegionsDecoder(model, scores);
		return isObjects(model) ? new MaskFormerDecoder(model, thresholds)
			: new MaskSceneDecoder(model, thresholds);
	}
}
