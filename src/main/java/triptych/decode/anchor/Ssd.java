package triptych.decode.anchor;

import java.nio.FloatBuffer;
import java.util.List;

import triptych.core.Placement;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Activation;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * A score for each class and a box for each anchor, as SSD (Liu et al. 2016) gives them before
 * suppression; UltraFace and BlazeFace (Bazarevsky et al. 2019) are of this kind.
 */
public final class Ssd extends CandidateFamily {

	private static final Parameter SCORES = Parameter.of("scores", Kind.OUTPUT, "0",
		"which output holds the scores of the anchors, from 0");

	private static final Parameter BOXES = Parameter.of("boxes", Kind.OUTPUT, "1",
		"which output holds the boxes, from 0");

	private static final Parameter ANCHORS = Parameter.of("anchors", Kind.OUTPUT, "2",
		"which output holds the anchors as corners in 0..1; of no use for corners and blazeface");

	private static final Parameter BACKGROUND = Parameter.of("background", Kind.YES_NO, "yes",
		"whether the first score is that of no object");

	private static final Parameter FORM = Parameter.needed("form", "corners",
		"what a box is. corners: in 0..1 of the input. corner-offsets: of the anchor's corners, in"
			+ " anchor sizes. centre-offsets: of SSD, with the variances 0.1 and 0.2. blazeface: pixels"
			+ " from the centres of cells of 8 (two) and 16 pixels (six)",
		"corners", "corner-offsets", "centre-offsets", "blazeface");

	@Override
	public String name() {
		return "ssd";
	}

	@Override
	public String help() {
		return "Anchors of SSD before suppression: scores [1, anchors, classes] and boxes [1, anchors,"
			+ " 4], anchors [1, anchors, 4] where the boxes are offsets; UltraFace, BlazeFace.";
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(FORM, SCORES, BOXES, ANCHORS, BACKGROUND, Activation.PARAMETER);
	}

	private static boolean hasAnchors(ModelSpec model) {
		return FORM.choice(model.decoder()).endsWith("offsets");
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		int scores = SCORES.whole(model.decoder()), boxes = BOXES.whole(model.decoder());
		int background = BACKGROUND.yes(model.decoder(), true) ? 1 : 0;
		long any = OutputShape.ANY;
		if (!OutputShape.fits(outputs, scores, 1, any, OutputShape.plusClasses(background, model)))
			return "output " + scores + " must be scores [1, anchors, classes], with one more where"
				+ " there is a background";
		if (scores == boxes) return "scores and boxes must be two outputs";
		long given = outputs.get(scores).shape()[2];
		if (given > 0 && given <= background) return "output " + scores
			+ " holds one score, which is that of no object where there is a background";
		boolean keyPoints = OutputShape.fits(outputs, boxes, 1, any, any)
			&& outputs.get(boxes).shape()[2] >= 4;
		if (!keyPoints && !OutputShape.fits(outputs, boxes, 1, any, 4))
			return "output " + boxes + " must be boxes [1, anchors, 4]";
		long scored = outputs.get(scores).shape()[1], boxed = outputs.get(boxes).shape()[1];
		if (scored > 0 && boxed > 0 && scored != boxed) return "outputs " + scores + " and " + boxes
			+ " must be of the same anchors";
		int anchors = ANCHORS.whole(model.decoder());
		boolean fits = !hasAnchors(model) || OutputShape.fits(outputs, anchors, 1, any, 4);
		return fits ? "" : "output " + anchors + " must be anchors [1, anchors, 4]";
	}

	@Override
	Candidates read(List<Tensor> outputs, ModelSpec model, Placement placement, Thresholds limits) {
		Tensor scores = NumberedOutput.of(outputs, SCORES.whole(model.decoder()), model);
		Tensor boxes = NumberedOutput.of(outputs, BOXES.whole(model.decoder()), model);
		long[] s = scores.shape(), b = boxes.shape();
		int first = BACKGROUND.yes(model.decoder(), true) ? 1 : 0;
		boolean fits = s.length == 3 && b.length == 3 && s[1] == b[1] && b[2] >= 4 && s[2] > first;
		if (!fits)
			throw new TriptychException("The outputs " + scores + " and " + boxes + " of the model "
				+ model.name() + " are no scores and boxes of the same anchors.");
		int anchors = (int) s[1], given = (int) s[2], step = (int) b[2];
		BoxForm form = BoxForm.of(FORM.choice(model.decoder()), anchors, model, placement,
			hasAnchors(model) ? NumberedOutput.of(outputs, ANCHORS.whole(model.decoder()), model) : null);
		Activation activation = Activation.of(model.decoder());
		FloatBuffer values = scores.floats(), corners = boxes.floats();
		Candidates found = new Candidates(model, limits, given - first);
		double[] one = new double[given];
		for (int i = 0; i < anchors; i++) {
			for (int c = 0; c < given; c++)
				one[c] = values.get(i * given + c);
			activation.apply(one);
			int best = found.best(c -> (float) one[first + c]);
			if (best < 0) continue;
			double[] box = form.box(i, corners, i * step);
			found.add(box[0], box[1], box[2], box[3], best, one[first + best]);
		}
		return found;
	}
}
