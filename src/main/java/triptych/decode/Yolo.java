package triptych.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.model.ModelSpec;

/** Boxes of the YOLO family; see {@link YoloCandidates} for the layouts. Parameters: layout. */
final class Yolo implements Decoder {

	private final ModelSpec model;
	private final Thresholds thresholds;

	Yolo(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		YoloCandidates found = new YoloCandidates(outputs.get(0), model, 0, thresholds);
		List<Detection> items = new ArrayList<>();
		for (int i : found.kept(thresholds)) {
			Box box = placement.toImage(found.boxes[4 * i], found.boxes[4 * i + 1], found.boxes[4 * i + 2], found.boxes[4 * i
				+ 3]);
			if (box.area() > 0) items.add(new Detection(box, ClassScore.of(found.classes[i], model.className(
				found.classes[i]), found.scores[i])));
		}
		return new Detections(items);
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		return new YoloCandidates(outputs.get(0), model, 0, thresholds.ofAnyScore()).closest(model, thresholds,
			"it lies outside of the image");
	}
}
