package triptych.decode.family;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputCheck;
import triptych.decode.OutputShape;
import triptych.decode.Parameter.Kind;
import triptych.decode.Parameter;
import triptych.decode.StrongestFirst;
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * Boxes that a model gives ready, from three outputs. A class number is the place in the model's
 * list of classes; where that list begins behind the background, as people write it who describe a
 * model of torchvision, number 1 is the first name.
 */
final class ReadyBoxes {

	private static final Parameter BOXES = Parameter.of("boxes", Kind.OUTPUT, "0",
		"which output holds the corners of the boxes, from 0");

	private static final Parameter LABELS = Parameter.of("labels", Kind.OUTPUT, "1",
		"which output holds the class numbers, from 0");

	private static final Parameter SCORES = Parameter.of("scores", Kind.OUTPUT, "2",
		"which output holds the scores, from 0");

	private static final Parameter CORNERS = Parameter.choice("corners", "pixels",
		"pixels of the input, or fractions of its width and height", "pixels", "fractions");

	private static final Parameter FIRST = Parameter.of("first", Kind.WHOLE, "1",
		"the class number of the first class that the description names: 1 where 0 is background");

	static final List<Parameter> PARAMETERS = List.of(BOXES, LABELS, SCORES, CORNERS, FIRST);

	private static final String BACKGROUND = "__background__";

	private final ModelSpec model;
	private final Placement placement;
	private final FloatBuffer corners, labels, scores;
	private final int count, first;
	private final double scaleX, scaleY;

	ReadyBoxes(List<Tensor> outputs, ModelSpec model, Placement placement) {
		this.model = model;
		this.placement = placement;
		Tensor boxes = output(outputs, BOXES), classes = output(outputs, LABELS);
		Tensor certain = output(outputs, SCORES);
		count = certain.size();
		if (boxes.size() != 4 * count || classes.size() != count || !listOfFour(boxes, count))
			throw new TriptychException("The outputs " + boxes + ", " + classes + " and " + certain
				+ " of the model " + model.name() + " are no boxes [n, 4], class numbers [n] and scores"
				+ " [n]; say under decoder: which outputs are boxes, labels and scores.");
		corners = boxes.floats();
		labels = classes.floats();
		scores = certain.floats();
		boolean fractions = CORNERS.choice(model.decoder()).equals("fractions");
		scaleX = fractions ? placement.inputWidth() : 1;
		scaleY = fractions ? placement.inputHeight() : 1;
		List<String> names = model.classes();
		boolean numbered = names.isEmpty() || names.get(0).equals(BACKGROUND);
		first = numbered ? 0 : FIRST.whole(model.decoder());
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		int boxes = BOXES.whole(model.decoder()), labels = LABELS.whole(model.decoder());
		int scores = SCORES.whole(model.decoder());
		long any = OutputShape.ANY;
		if (!OutputShape.fits(outputs, boxes, any, 4) && !OutputShape.fits(outputs, boxes, 1, any, 4))
			return "output " + boxes + " must be boxes [n, 4]";
		for (int list : new int[] { labels, scores })
			if (!OutputShape.fits(outputs, list, any) && !OutputShape.fits(outputs, list, 1, any))
				return "output " + list + " must be a list [n] of class numbers or scores";
		return "";
	}

	private Tensor output(List<Tensor> outputs, Parameter number) {
		return NumberedOutput.of(outputs, number.whole(model.decoder()), model);
	}

	private static boolean listOfFour(Tensor boxes, int count) {
		long[] shape = boxes.shape();
		boolean list = shape.length == 2 || shape.length == 3 && shape[0] == 1;
		return list && shape[shape.length - 1] == 4 && shape[shape.length - 2] == count;
	}

	int classId(int i) {
		return Math.round(labels.get(i)) - first;
	}

	ClassScore score(int i) {
		int id = classId(i);
		return ClassScore.of(id, model.className(id), Math.min(1, scores.get(i)));
	}

	/** In pixels of the input. */
	Box inInput(int i) {
		return new Box(corners.get(4 * i) * scaleX, corners.get(4 * i + 1) * scaleY,
			corners.get(4 * i + 2) * scaleX, corners.get(4 * i + 3) * scaleY);
	}

	/** Clipped to the image. */
	Box inImage(int i) {
		Box b = inInput(i);
		return placement.toImage(b.x1(), b.y1(), b.x2(), b.y2());
	}

	/**
	 * Numbers of the boxes that pass their limits and are none of the background.
	 *
	 * @throws TriptychException where a score or one of these boxes cannot be
	 */
	int[] strongestFirst(Thresholds limits) {
		int[] passing = IntStream.range(0, count).filter(i -> passes(i, limits)).toArray();
		float[] theirs = new float[passing.length];
		for (int k = 0; k < theirs.length; k++)
			theirs[k] = scores.get(passing[k]);
		return Arrays.stream(StrongestFirst.of(theirs, theirs.length)).map(k -> passing[k]).toArray();
	}

	private boolean passes(int i, Thresholds limits) {
		float score = scores.get(i), label = labels.get(i);
		if (Float.isNaN(score + label)) throw OutputCheck.noNumber(model);
		int id = classId(i);
		if (id < 0 || score < (float) limits.of(id)) return false;
		OutputCheck.score(score, model);
		OutputCheck.classId(label - first, model);
		Box box = inInput(i);
		if (Double.isNaN(box.width() + box.height())) throw OutputCheck.noNumber(model);
		return true;
	}

	Optional<NearMiss> closest(Thresholds thresholds) {
		int[] all = strongestFirst(thresholds.ofAnyScore());
		if (all.length == 0) return Optional.empty();
		ClassScore best = score(all[0]);
		String what = "The strongest candidate";
		if (model.classes().size() > 1) what += " (" + best.className() + ")";
		double limit = thresholds.of(best.classId());
		if (best.score() >= limit) return Optional.of(new NearMiss(1, best.score(), what
			+ " passes, but no pixel of the image belongs to it"));
		return Optional.of(NearMiss.below(0, what, best.score(),
			thresholds.written(best.classId(), best.className()), limit));
	}
}
