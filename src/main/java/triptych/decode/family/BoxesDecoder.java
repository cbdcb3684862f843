package triptych.decode.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.decode.Decoder;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;

/** Ready boxes, the strongest first. */
final class BoxesDecoder implements Decoder {

	private final ModelSpec model;
	private final Thresholds thresholds;

	BoxesDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		ReadyBoxes boxes = new ReadyBoxes(outputs, model, placement);
		List<Detection> items = new ArrayList<>();
		for (int i : boxes.strongestFirst(thresholds)) {
			Box box = boxes.inImage(i);
			if (box.area() > 0) items.add(new Detection(box, boxes.score(i)));
		}
		return new Detections(items);
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		return new ReadyBoxes(outputs, model, placement).closest(thresholds);
	}
}
