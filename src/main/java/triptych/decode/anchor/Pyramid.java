package triptych.decode.anchor;

import java.nio.FloatBuffer;
import java.util.List;

import triptych.core.Placement;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputShape;
import triptych.decode.Parameter;
import triptych.decode.Parameter.Kind;
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * Scores and boxes of the cells of several grids, an output each: NanoDet and other models of
 * generalized focal loss (Li et al. 2020), whose distances are distributions; SCRFD (Guo et al.
 * 2021); YuNet (Wu et al. 2023), whose score is the root of the class times the object.
 */
public final class Pyramid extends CandidateFamily {

	private static final Parameter SCORES = Parameter.of("scores", Kind.MAPS, "0, 1, 2",
		"which outputs hold the scores, the finest grid first");

	private static final Parameter BOXES = Parameter.of("boxes", Kind.MAPS, "3, 4, 5",
		"which outputs hold the boxes, in the same order");

	private static final Parameter OBJECT = Parameter.of("objectness", Kind.MAPS, "none",
		"which outputs hold the scores of any object, in the same order");

	private static final Parameter STRIDES = Parameter.of("strides", Kind.MAPS, "8, 16, 32",
		"how many pixels of the input a cell of each grid is wide");

	private static final Parameter FORM = Parameter.needed("form", "distances",
		"what a box is, in cells: distances to the left, top, right and bottom, as numbers or as a"
			+ " distribution each; or its centre from the cell's corner and the logarithms of its sides",
		"distances", "centre");

	private static final Parameter FROM = Parameter.choice("from", "corner",
		"where in a cell distances begin", "corner", "middle");

	@Override
	public String name() {
		return "pyramid";
	}

	@Override
	public String help() {
		return "Grids of cells without anchors, an output each: scores [1, cells, classes] and boxes"
			+ " [1, cells, 4] or, as distributions, [1, cells, 4 bins]; NanoDet, SCRFD, YuNet.";
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(FORM, FROM, SCORES, BOXES, OBJECT, STRIDES);
	}

	private static int[] told(Parameter parameter, ModelSpec model) {
		return parameter == OBJECT ? parameter.maps(model.decoder())
			: parameter.mapsOrUsual(model.decoder());
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		int[] scores = told(SCORES, model), boxes = told(BOXES, model);
		int[] strides = told(STRIDES, model), object = told(OBJECT, model);
		boolean same = scores.length == boxes.length && scores.length == strides.length
			&& (object.length == 0 || object.length == scores.length);
		if (!same) return "scores, boxes and strides must be lists of one length";
		long any = OutputShape.ANY;
		for (int k = 0; k < scores.length; k++) {
			if (!OutputShape.fits(outputs, scores[k], 1, any, OutputShape.classes(model)))
				return "output " + scores[k] + " must be scores [1, cells, classes]";
			if (!OutputShape.fits(outputs, boxes[k], 1, any, any)
				|| outputs.get(boxes[k]).shape()[2] % 4 != 0)
				return "output " + boxes[k] + " must be boxes [1, cells, 4] or [1, cells, 4 bins]";
			if (object.length > 0 && !OutputShape.fits(outputs, object[k], 1, any, 1))
				return "output " + object[k] + " must be scores [1, cells, 1]";
		}
		return "";
	}

	@Override
	Candidates read(List<Tensor> outputs, ModelSpec model, Placement placement, Thresholds limits) {
		int[] scores = told(SCORES, model), boxes = told(BOXES, model);
		int[] strides = told(STRIDES, model), object = told(OBJECT, model);
		boolean centre = FORM.choice(model.decoder()).equals("centre");
		double from = FROM.choice(model.decoder()).equals("middle") ? 0.5 : 0;
		Candidates found = null;
		for (int k = 0; k < scores.length; k++) {
			Tensor s = NumberedOutput.of(outputs, scores[k], model);
			Tensor b = NumberedOutput.of(outputs, boxes[k], model);
			Tensor o = object.length == 0 ? null : NumberedOutput.of(outputs, object[k], model);
			Level level = Level.of(s, b, o, strides[k], model, placement);
			if (found == null) found = new Candidates(model, limits, level.classes());
			level.read(found, centre, from);
		}
		return found;
	}

	/** One grid; where there are several anchors a cell, they follow one another. */
	private record Level(FloatBuffer scores, FloatBuffer boxes, FloatBuffer object, int cells,
		int classes, int numbers, int columns, int anchors, int stride)
	{

		static Level of(Tensor s, Tensor b, Tensor o, int stride, ModelSpec model,
			Placement placement)
		{
			int columns = (placement.inputWidth() + stride - 1) / Math.max(1, stride);
			int rows = (placement.inputHeight() + stride - 1) / Math.max(1, stride);
			long[] shape = s.shape();
			int cells = shape.length == 3 ? (int) shape[1] : 0, all = columns * rows;
			boolean fits = cells > 0 && all > 0 && cells % all == 0 && b.shape().length == 3
				&& b.shape()[1] == cells && b.shape()[2] % 4 == 0 && b.shape()[2] > 0
				&& (o == null || o.size() == cells);
			if (!fits) throw new TriptychException("The outputs " + s + " and " + b + " of the model "
				+ model.name() + " are not those of a grid with cells of " + stride + " pixels on its"
				+ " input of " + placement.inputWidth() + " x " + placement.inputHeight() + ".");
			return new Level(s.floats(), b.floats(), o == null ? null : o.floats(), cells,
				(int) shape[2], (int) b.shape()[2], columns, cells / all, stride);
		}

		void read(Candidates found, boolean centre, double from) {
			for (int i = 0; i < cells; i++) {
				int at = i * classes, cell = i;
				int best = found.best(c -> score(at + c, cell));
				if (best < 0) continue;
				double x = i / anchors % columns, y = i / anchors / columns;
				double[] box = centre ? centred(x, y, i * numbers) : distances(x + from, y + from, i);
				found.add(box[0] * stride, box[1] * stride, box[2] * stride, box[3] * stride, best,
					score(at + best, i));
			}
		}

		private float score(int at, int cell) {
			if (object == null) return scores.get(at);
			float both = clamped(scores.get(at)) * clamped(object.get(cell));
			return (float) Math.sqrt(both);
		}

		/** NaN stays what it is. */
		private static float clamped(float score) {
			return Math.max(0, Math.min(1, score));
		}

		private double[] centred(double x, double y, int at) {
			return BoxForm.centred(x + boxes.get(at), y + boxes.get(at + 1),
				Math.exp(boxes.get(at + 2)), Math.exp(boxes.get(at + 3)));
		}

		private double[] distances(double x, double y, int cell) {
			int bins = numbers / 4;
			double[] d = new double[4];
			for (int side = 0; side < 4; side++) {
				int at = cell * numbers + side * bins;
				d[side] = bins == 1 ? boxes.get(at) : expected(at, bins);
			}
			return new double[] { x - d[0], y - d[1], x + d[2], y + d[3] };
		}

		/** The mean of a distribution over 0, 1, ... given as logits. */
		private double expected(int at, int bins) {
			double most = Double.NEGATIVE_INFINITY, all = 0, sum = 0;
			for (int k = 0; k < bins; k++)
				most = Math.max(most, boxes.get(at + k));
			for (int k = 0; k < bins; k++) {
				double weight = Math.exp(boxes.get(at + k) - most);
				all += weight;
				sum += k * weight;
			}
			return sum / all;
		}
	}
}
