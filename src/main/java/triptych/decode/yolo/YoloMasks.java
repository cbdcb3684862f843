package triptych.decode.yolo;

import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.Task;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/** YOLO boxes with a mask for each object. */
public final class YoloMasks implements ModelFamily {

	@Override
	public String name() {
		return "yolo-masks";
	}

	@Override
	public String help() {
		return "The boxes of YOLO models with k mask coefficients behind the classes, and as second "
			+ "output the mask prototypes [1, k, height, width] that they mix.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.INSTANCE_SEGMENTATION, Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		if (!OutputShape.fits(outputs, 1, 1, OutputShape.ANY, OutputShape.ANY, OutputShape.ANY))
			return "output 1 must be mask prototypes [1, k, height, width]";
		long k = outputs.get(1).shape()[1];
		long[] shape = YoloLayout.shape(model, Math.max(0, k));
		return OutputShape.fits(outputs, 0, shape) ? "" : "output 0 must be "
			+ YoloLayout.PARAMETER.choice(model.decoder()) + ", " + YoloLayout.of(model.decoder()).words
			+ ", and " + k + " mask coefficients";
	}

	@Override
	public Map<String, String> usualInput(DecoderSpec decoder) {
		return YoloLayout.usualInput(decoder);
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(YoloLayout.PARAMETER);
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		if (YoloLayout.suppressed(model.decoder()))
			return Set.of("confidence", "thresholds", "cutoff");
		return Set.of("confidence", "thresholds", "overlap", "cutoff");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.25, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return YoloLayout.tiles(model.decoder());
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new YoloMaskDecoder(model, thresholds);
	}
}
