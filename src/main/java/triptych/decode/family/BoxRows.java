package triptych.decode.family;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import triptych.core.ClassScore;
import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.BoxList;
import triptych.decode.Decoder;
import triptych.decode.ModelFamily;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputCheck;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.decode.Thresholds;
import triptych.decode.TileRule;
import triptych.model.DecoderSpec;
import triptych.model.GraphInfo.Slot;
import triptych.model.Limits;
import triptych.model.ModelSpec;

/**
 * Detectors that have suppressed weaker boxes themselves and give a row of numbers for each box, as
 * the exports of MMDetection, PaddleDetection, YOLO-NAS and YOLOv7 do; each has its own order.
 */
final class BoxRows implements ModelFamily {

	private static final Parameter ORDER = Parameter.needed("order", "corners-score",
		"the numbers of a row. corners-score: class numbers stand in an output of their own"
			+ " (MMDetection). class-score-corners: PaddleDetection. corners-score-class: YOLO-NAS, flat."
			+ " corners-class-score: YOLOv7. A number of the image may stand before the six",
		"corners-score", "class-score-corners", "corners-score-class", "corners-class-score");

	private static final Parameter ROWS = Parameter.of("dets", Kind.OUTPUT, "0",
		"which output holds the rows, from 0");

	private static final Parameter LABELS = Parameter.of("labels", Kind.OUTPUT, "1",
		"for corners-score: which output holds the class numbers, from 0");

	/** In a row, behind the number of the image. */
	private record Order(int corners, int score, int label) {

		static Order of(DecoderSpec decoder) {
			return switch (ORDER.choice(decoder)) {
				case "class-score-corners" -> new Order(2, 1, 0);
				case "corners-score-class" -> new Order(0, 4, 5);
				case "corners-class-score" -> new Order(0, 5, 4);
				default -> new Order(0, 4, -1);
			};
		}

		boolean labelled() {
			return label >= 0;
		}
	}

	@Override
	public String name() {
		return "box-rows";
	}

	@Override
	public String help() {
		return "A row of numbers for each ready box: [n, 5] of corners and score with class numbers [n]"
			+ " (MMDetection), or [n, 6] with the class (PaddleDetection), or [n, 7] with the number of"
			+ " the image first (YOLO-NAS, YOLOv7); a batch of one may stand before n.";
	}

	@Override
	public Set<Task> tasks() {
		return Set.of(Task.DETECTION);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		int rows = ROWS.whole(model.decoder()), labels = LABELS.whole(model.decoder());
		long any = OutputShape.ANY;
		boolean labelled = Order.of(model.decoder()).labelled();
		boolean six = fits(outputs, rows, 6) || fits(outputs, rows, 7);
		if (labelled) return six ? "" : "output " + rows + " must be rows [n, 6] or [n, 7]";
		if (!fits(outputs, rows, 5)) return "output " + rows + " must be rows [n, 5]";
		boolean list = OutputShape.fits(outputs, labels, any)
			|| OutputShape.fits(outputs, labels, 1, any);
		return list ? "" : "output " + labels + " must be class numbers [n]";
	}

	private static boolean fits(List<Slot> outputs, int number, long numbers) {
		return OutputShape.fits(outputs, number, OutputShape.ANY, numbers)
			|| OutputShape.fits(outputs, number, 1, OutputShape.ANY, numbers);
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(ORDER, ROWS, LABELS);
	}

	/** As MMDetection prepares images for its detectors. */
	@Override
	public Map<String, String> usualInput(DecoderSpec decoder) {
		boolean mmdetection = decoder.text(ORDER.name(), "").equals("corners-score");
		return mmdetection ? Map.of("fit", "letterbox", "align", "top-left", "colours", "BGR", "scale",
			"1", "mean", "[103.53, 116.28, 123.675]", "std", "[57.375, 57.12, 58.395]") : Map.of();
	}

	@Override
	public Set<String> usableKeys(ModelSpec model) {
		return Set.of("confidence", "thresholds");
	}

	@Override
	public Limits usualLimits() {
		return new Limits(0.3, 0.45);
	}

	@Override
	public TileRule tiles(ModelSpec model) {
		return TileRule.FINAL_BOXES;
	}

	@Override
	public Decoder decoder(ModelSpec model, Thresholds thresholds, boolean scores) {
		return new Rows(model, thresholds);
	}

	private record Rows(ModelSpec model, Thresholds thresholds) implements Decoder {

		@Override
		public Prediction decode(List<Tensor> outputs, Placement placement) {
			return new Detections(read(outputs, placement, thresholds).strongest(Integer.MAX_VALUE));
		}

		@Override
		public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
			return read(outputs, placement, thresholds.ofAnyScore()).closest(thresholds);
		}

		private BoxList read(List<Tensor> outputs, Placement placement, Thresholds limits) {
			Tensor rows = NumberedOutput.of(outputs, ROWS.whole(model.decoder()), model);
			Order order = Order.of(model.decoder());
			int step = (int) rows.shape()[rows.shape().length - 1], told = order.labelled() ? 6 : 5;
			// The number of the image, which is the only one.
			int first = order.labelled() && step == 7 ? 1 : 0;
			if (step != told + first) throw new TriptychException("The output " + rows + " of the model "
				+ model.name() + " holds no rows of " + told + " numbers.");
			FloatBuffer values = rows.floats();
			FloatBuffer labels = order.labelled() ? null : labels(outputs, rows.size() / step);
			BoxList list = new BoxList(model, placement);
			for (int i = 0, at = first; i < rows.size() / step; i++, at += step) {
				float score = values.get(at + order.score);
				float label = labels == null ? values.get(at + order.label) : labels.get(i);
				if (Float.isNaN(score + label)) throw OutputCheck.noNumber(model);
				// What fills the list up has a class of -1, or no score.
				if (label < 0 || score <= 0) continue;
				int id = OutputCheck.classId(label, model), box = at + order.corners;
				if (score >= (float) limits.of(id)) list.add(values.get(box), values.get(box + 1),
					values.get(box + 2), values.get(box + 3), id, ClassScore.of(id, "", score).score());
			}
			return list;
		}

		private FloatBuffer labels(List<Tensor> outputs, int rows) {
			Tensor labels = NumberedOutput.of(outputs, LABELS.whole(model.decoder()), model);
			if (labels.size() != rows) throw new TriptychException("The output " + labels
				+ " of the model " + model.name() + " holds no class number for each of its " + rows
				+ " boxes.");
			return labels.floats();
		}
	}
}
