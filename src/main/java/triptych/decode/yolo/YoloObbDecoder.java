package triptych.decode.yolo;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Region.RotatedBox;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Decoder;
import triptych.decode.OutputCheck;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Suppression;
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * Rotated boxes of YOLOv8, 11 and 26: centre, width, height and the angle of the width in radians,
 * from the x axis downwards. They are not cut at the image's edge. End-to-end models have
 * suppressed already.
 */
final class YoloObbDecoder implements Decoder {

	static final Parameter LAYOUT = Parameter.needed("layout", "columns",
		"columns: x, y, w, h, classes, angle; end-to-end: x, y, w, h, score, class, angle", "columns",
		"end-to-end");

	/** Of the input's scales in both directions; rounding to whole pixels is no squeeze. */
	private static final double SQUEEZED = 0.02;

	private static final Comparator<Detection> STRONGEST_FIRST =
		Comparator.comparingDouble((Detection d) -> d.best().score()).reversed();

	private final ModelSpec model;
	private final Thresholds thresholds;
	private final boolean endToEnd;

	YoloObbDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
		endToEnd = isEndToEnd(model);
	}

	private static boolean isEndToEnd(ModelSpec model) {
		return LAYOUT.choice(model.decoder()).equals("end-to-end");
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		long any = OutputShape.ANY;
		if (isEndToEnd(model)) return OutputShape.fits(outputs, 0, 1, any, 7) ? ""
			: "output 0 must be end-to-end, [1, n, 7]";
		boolean fits = OutputShape.fits(outputs, 0, 1, OutputShape.plusClasses(5, model), any);
		return fits ? "" : "output 0 must be columns, [1, 4 + classes + 1, n]";
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		List<Detection> found = candidates(outputs.get(0), placement, thresholds);
		if (endToEnd) return new Detections(found);
		RotatedBox[] boxes = found.stream()
			.map(d -> (RotatedBox) d.region())
			.toArray(RotatedBox[]::new);
		int[] classes = found.stream().mapToInt(d -> d.best().classId()).toArray();
		Suppression suppression = thresholds.suppression();
		List<Detection> kept = new ArrayList<>();
		for (int i : new GaussianOverlap(boxes).kept(classes, suppression, thresholds.overlap()))
			kept.add(found.get(i));
		return new Detections(kept);
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		List<Detection> any = candidates(outputs.get(0), placement, thresholds.ofAnyScore());
		if (any.isEmpty()) return Optional.empty();
		ClassScore best = any.get(0).best();
		String what = "The strongest candidate";
		if (model.classes().size() > 1) what += " (" + best.className() + ")";
		return Optional.of(NearMiss.below(0, what, best.score(),
			thresholds.written(best.classId(), best.className()), thresholds.of(best.classId())));
	}

	private List<Detection> candidates(Tensor out, Placement placement, Thresholds limits) {
		double squeezed = placement.scaleX() / placement.scaleY();
		if (Math.abs(squeezed - 1) > SQUEEZED)
			throw new TriptychException("The model " + model.name() + " gives rotated boxes, whose angles"
				+ " would be wrong in an image that is squeezed; its fit must be letterbox, pad or scale.");
		List<Detection> found = new ArrayList<>();
		if (endToEnd) readFinal(out, placement, limits, found);
		else {
			YoloCandidates all = new YoloCandidates(out, model, 1, limits);
			for (int i = 0; i < all.count; i++) {
				float x1 = all.boxes[4 * i], y1 = all.boxes[4 * i + 1];
				float x2 = all.boxes[4 * i + 2], y2 = all.boxes[4 * i + 3];
				add(found, placement, (x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1, all.extra(i, 0),
					all.score(i));
			}
		}
		found.sort(STRONGEST_FIRST);
		return found;
	}

	private void readFinal(Tensor out, Placement placement, Thresholds limits,
		List<Detection> found)
	{
		long[] shape = out.shape();
		if (shape.length != 3 || shape[0] != 1 || shape[2] != 7)
			throw new TriptychException("The output " + out + " of the model " + model.name()
				+ " is not [1, n, 7]: centre, width, height, score, class and angle.");
		FloatBuffer rows = out.floats();
		for (int i = 0; i < 7 * shape[1]; i += 7) {
			float score = rows.get(i + 4);
			// Rows that are left over have no score, and any class.
			if (score <= 0) continue;
			OutputCheck.score(score, model);
			int id = OutputCheck.classId(rows.get(i + 5), model);
			if (score < (float) limits.of(id)) continue;
			add(found, placement, rows.get(i), rows.get(i + 1), rows.get(i + 2), rows.get(i + 3),
				rows.get(i + 6), ClassScore.of(id, model.className(id), Math.min(1, score)));
		}
	}

	private void add(List<Detection> found, Placement placement, double x, double y, double width,
		double height, double angle, ClassScore best)
	{
		if (Double.isNaN(x + y + width + height + angle)) throw OutputCheck.noNumber(model);
		double scale = Math.sqrt(placement.scaleX() * placement.scaleY());
		double px = placement.toImageX(x), py = placement.toImageY(y);
		boolean inside = px >= 0 && py >= 0 && px < placement.imageWidth()
			&& py < placement.imageHeight();
		if (inside && width > 0 && height > 0) found.add(
			new Detection(RotatedBox.of(px, py, width / scale, height / scale, angle), best));
	}
}
