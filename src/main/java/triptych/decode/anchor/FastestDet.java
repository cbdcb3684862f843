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
import triptych.decode.Thresholds;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * The one grid of FastestDet: object, box and classes of each cell. A score is object^0.6 times
 * class^0.4, a centre the tanh of cells from the cell's corner, a side the sigmoid of the image's.
 */
public final class FastestDet extends CandidateFamily {

	private static final double OBJECT = 0.6, CLASS = 0.4;

	@Override
	public String name() {
		return "fastestdet";
	}

	@Override
	public String help() {
		return "The grid of FastestDet: [1, 5 + classes, rows, columns], the object, four numbers of"
			+ " the box, and the classes.";
	}

	@Override
	public List<Parameter> parameters() {
		return List.of(Parameter.OUTPUT);
	}

	@Override
	public String misfit(ModelSpec model, List<Slot> outputs) {
		int output = Parameter.OUTPUT.whole(model.decoder());
		long any = OutputShape.ANY;
		long told = OutputShape.plusClasses(5, model);
		boolean fits = OutputShape.fits(outputs, output, 1, told, any, any);
		long maps = fits ? outputs.get(output).shape()[1] : 0;
		return fits && (maps < 0 || maps > 5) ? ""
			: "output " + output + " must be a grid [1, 5 + classes, rows, columns]";
	}

	@Override
	Candidates read(List<Tensor> outputs, ModelSpec model, Placement placement, Thresholds limits) {
		Tensor out = NumberedOutput.of(outputs,
			Parameter.OUTPUT.whole(model.decoder()), model);
		long[] shape = out.shape();
		boolean fits = shape.length == 4 && shape[0] == 1 && shape[1] > 5;
		if (!fits) throw new TriptychException("The output " + out + " of the model " + model.name()
			+ " is no grid [1, 5 + classes, rows, columns].");
		int classes = (int) shape[1] - 5, rows = (int) shape[2], columns = (int) shape[3];
		int cells = rows * columns, w = placement.inputWidth(), h = placement.inputHeight();
		FloatBuffer v = out.floats();
		Candidates found = new Candidates(model, limits, classes);
		for (int i = 0; i < cells; i++) {
			int cell = i;
			double object = Math.pow(Math.max(0, v.get(i)), OBJECT);
			int best = found.best(c -> score(object, v.get((5 + c) * cells + cell)));
			if (best < 0) continue;
			double x = (i % columns + Math.tanh(v.get(cells + i))) / columns;
			double y = (i / columns + Math.tanh(v.get(2 * cells + i))) / rows;
			double[] box = BoxForm.centred(w * x, h * y, w * Activation.sigmoid(v.get(3 * cells + i)),
				h * Activation.sigmoid(v.get(4 * cells + i)));
			found.add(box[0], box[1], box[2], box[3], best, score(object, v.get((5 + best) * cells + i)));
		}
		return found;
	}

	private static float score(double object, float value) {
		return (float) (object * Math.pow(Math.max(0, value), CLASS));
	}
}
