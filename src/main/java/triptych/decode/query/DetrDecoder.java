package triptych.decode.query;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import triptych.core.Detections;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Activation;
import triptych.decode.BoxList;
import triptych.decode.Decoder;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputCheck;
import triptych.decode.OutputShape;
import triptych.decode.Parameter.Kind;
import triptych.decode.Parameter;
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * The post-processing of DETR (Carion et al. 2020), a query's best class with softmax, the last
 * class being no object; and that of Deformable DETR (Zhu et al. 2021), all classes of all queries
 * with sigmoid. There is no suppression.
 */
final class DetrDecoder implements Decoder {

	private static final Parameter LOGITS = Parameter.of("logits", Kind.OUTPUT, "0",
		"which output holds the class logits of the queries, from 0");

	private static final Parameter BOXES = Parameter.of("boxes", Kind.OUTPUT, "1",
		"which output holds the boxes, from 0");

	private static final Parameter MOST = Parameter.of("most", Kind.WHOLE, "0",
		"how many boxes are given at most, the strongest; 0: as many as there are queries");

	static final List<Parameter> PARAMETERS = List.of(LOGITS, BOXES, Activation.PARAMETER, MOST);

	private final ModelSpec model;
	private final Thresholds thresholds;
	private final String activation;

	DetrDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
		activation = Activation.PARAMETER.choice(model.decoder());
	}

	/** The number of the output of the boxes. */
	static int boxes(ModelSpec model) {
		return BOXES.whole(model.decoder());
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		int logits = LOGITS.whole(model.decoder()), boxes = BOXES.whole(model.decoder());
		long any = OutputShape.ANY;
		if (logits == boxes) {
			boolean fits = OutputShape.fits(outputs, boxes, 1, any, OutputShape.plusClasses(4, model));
			return fits ? "" : "output " + boxes + " must be [1, queries, 4 + classes]";
		}
		boolean softmax = model.decoder().text("activation", "softmax").equals("softmax");
		if (!OutputShape.fits(outputs, boxes, 1, any, 4))
			return "output " + boxes + " must be boxes [1, queries, 4]";
		long classes = OutputShape.plusClasses(softmax ? 1 : 0, model);
		if (OutputShape.fits(outputs, logits, 1, any, classes)) return "";
		String last = softmax ? "classes + 1" : "classes";
		return "output " + logits + " must be logits [1, queries, " + last + "]";
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		return new Detections(candidates(outputs, placement, thresholds).strongest(most(outputs)));
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		return candidates(outputs, placement, thresholds.ofAnyScore()).closest(thresholds);
	}

	private int most(List<Tensor> outputs) {
		int most = MOST.whole(model.decoder());
		return most > 0 ? most : (int) logits(outputs).shape()[1];
	}

	private Tensor logits(List<Tensor> outputs) {
		return NumberedOutput.of(outputs, LOGITS.whole(model.decoder()), model);
	}

	private BoxList candidates(List<Tensor> outputs, Placement placement, Thresholds limits) {
		Tensor logits = logits(outputs);
		Tensor boxes = NumberedOutput.of(outputs, BOXES.whole(model.decoder()), model);
		// Ultralytics gives both in one output, the box first.
		boolean joined = logits == boxes;
		long[] s = logits.shape(), b = boxes.shape();
		boolean rows = s.length == 3 && b.length == 3 && s[0] == 1 && b[0] == 1 && s[1] == b[1];
		boolean fits = rows && (joined ? b[2] > 4 : b[2] == 4);
		if (!fits)
			throw new TriptychException("The outputs " + logits + " and " + boxes + " of the model "
				+ model.name() + " are no logits [1, queries, classes] and boxes [1, queries, 4].");
		int queries = (int) s[1], skip = joined ? 4 : 0, step = (int) b[2];
		int given = (int) s[2] - skip;
		boolean noObject = activation.equals("softmax");
		int classes = noObject ? given - 1 : given;
		checkClasses(classes);
		FloatBuffer values = logits.floats(), corners = boxes.floats();
		BoxList list = new BoxList(model, placement);
		double[] scores = new double[given];
		for (int q = 0; q < queries; q++) {
			for (int c = 0; c < given; c++)
				scores[c] = values.get(q * (given + skip) + skip + c);
			Activation.valueOf(activation.toUpperCase(Locale.ROOT)).apply(scores);
			int best = 0;
			for (int c = 1; c < classes; c++)
				if (scores[c] > scores[best]) best = c;
			for (int c = 0; c < given; c++)
				if (Double.isNaN(scores[c])) throw OutputCheck.noNumber(model);
			for (int c = 0; c < classes; c++)
				if (scores[c] >= limits.of(c) && (!noObject || c == best))
					add(list, corners, q * step, c, scores[c]);
		}
		return list;
	}

	private static void add(BoxList list, FloatBuffer boxes, int at, int c, double score) {
		float cx = boxes.get(at), cy = boxes.get(at + 1);
		float w = boxes.get(at + 2), h = boxes.get(at + 3);
		list.addRelative(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2, c, score);
	}

	private void checkClasses(int classes) {
		int named = model.classes().size();
		if (named > 0 && named != classes)
			throw new TriptychException("The model " + model.name() + " gives scores for " + classes
				+ " classes, but its description names " + named + ".");
	}
}
