package triptych.decode.yolo;

import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.Task;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** Rotated boxes of YOLO models (obb). */
public final class YoloObb implements ModelFamily {

	@Override
	public String name() {
		return "yolo-obb";
	}

	@Override
	public String help() {
		return "Rotated boxes of YOLO models, one output with the angle in radians last:"
			+ " [1, 4 + classes + 1, n], or [1, n, 7] with score and class.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		return YoloObbDecoder.misfit(model, outputs);
	}

	@Override
	public Map<String, String> usualInput(DecoderSpec decoder) {
		return YoloLayout.usualInput(decoder);
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(YoloObbDecoder.LAYOUT);
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		if (YoloLayout.suppressed(model.decoder())) return Set.of("confidence", "thresholds");
		return Set.of("confidence", "thresholds", "overlap", "suppression");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.25, 0.45);
	}

	/** Suppression of upright boxes is none for rotated ones, so the decoder has the last word. */
	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.FINAL_BOXES;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new YoloObbDecoder(model, thresholds);
	}
}
