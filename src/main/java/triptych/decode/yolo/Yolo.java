package triptych.decode.yolo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.Tensor;
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

/** Boxes of the YOLO family. */
public final class Yolo implements ModelFamily {

	@Override
	public String name() {
		return "yolo";
	}

	@Override
	public String help() {
		return "Boxes of YOLO models, one output in one of three layouts: [1, n, 5 + classes], "
			+ "[1, 4 + classes, n] or [1, n, 6].";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		long[] shape = YoloLayout.shape(model, 0);
		YoloLayout layout = YoloLayout.of(model.decoder());
		boolean fits = OutputShape.fits(outputs, 0, shape) && layout.hasClasses(outputs.get(0));
		if (!fits) return "output 0 must be " + YoloLayout.PARAMETER.choice(model.decoder()) + ", "
			+ layout.words;
		return layout == YoloLayout.GRID ? YoloGrids.misfit(model, outputs.get(0)) : "";
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
		if (YoloLayout.suppressed(model.decoder())) return Set.of("confidence", "thresholds");
		return Set.of("confidence", "thresholds", "overlap", "suppression");
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
		return new Boxes(model, thresholds);
	}

	private record Boxes(ModelSpec model, Thresholds thresholds) implements Decoder {

		@Override
		public Prediction decode(List<Tensor> outputs, Placement placement) {
			YoloCandidates found = new YoloCandidates(outputs.get(0), model, 0, thresholds);
			List<Detection> items = new ArrayList<>();
			for (int i : found.kept(thresholds)) {
				Box box = found.box(i, placement);
				if (box.area() > 0) items.add(new Detection(box, found.score(i)));
			}
			return new Detections(items);
		}

		@Override
		public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
			return YoloCandidates.strongest(outputs.get(0), model, 0, thresholds)
				.closest(thresholds, "it lies outside of the image");
		}
	}
}
