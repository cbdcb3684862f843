package triptych.decode.family;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import triptych.core.ClassScore;
import triptych.core.IdIndex;
import triptych.core.LabelMap;
import triptych.core.Numbers;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.Decoder;
import triptych.decode.NumberedOutput;
import triptych.decode.OutputCheck;
import triptych.decode.Parameter;
import triptych.model.ModelSpec;

/**
 * A label image brought to the image's pixels, each of which takes the value of the nearest one.
 * There are no scores: the model has decided, and each is 1.
 */
final class LabelsDecoder implements Decoder {

	static final List<Parameter> PARAMETERS =
		List.of(Parameter.OUTPUT, SemanticDecoder.BACKGROUND);

	/** Whole numbers above are not exact as a float. */
	private static final int MOST = 1 << 24;

	private final ModelSpec model;

	LabelsDecoder(ModelSpec model) {
		this.model = model;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		int width = placement.imageWidth(), height = placement.imageHeight();
		int[] values = values(outputs, placement);
		return model.task() == Task.SEMANTIC_SEGMENTATION ? classes(values, width, height)
			: objects(values, width, height);
	}

	private int[] values(List<Tensor> outputs, Placement placement) {
		Tensor out = NumberedOutput.of(outputs, Parameter.OUTPUT.whole(model.decoder()), model);
		int[] size = size(out);
		FloatBuffer labels = out.floats();
		int width = placement.imageWidth(), height = placement.imageHeight();
		int crop = model.input().crop();
		int[] columns = new int[width];
		for (int x = 0; x < width; x++)
			columns[x] = nearest(placement.toInputX(x + 0.5), placement.inputWidth(), crop, size[1]);
		int[] values = new int[width * height];
		for (int y = 0; y < height; y++) {
			int row = nearest(placement.toInputY(y + 0.5), placement.inputHeight(), crop, size[0]);
			for (int x = 0; x < width; x++) {
				float value = labels.get(row * size[1] + columns[x]);
				int whole = Math.round(value);
				if (!(Math.abs(value - whole) < 1e-3) || whole < 0 || whole > MOST) throw noLabel(value);
				values[y * width + x] = whole;
			}
		}
		return values;
	}

	/** Height and width. */
	private int[] size(Tensor out) {
		long[] s = out.shape();
		boolean last = s.length == 4 && s[3] == 1 && s[1] != 1;
		int at = last ? 1 : s.length - 2;
		if (at < 0 || s[at] * s[at + 1] != out.size() || out.size() == 0)
			throw new TriptychException("The output " + out + " of the model " + model.name()
				+ " is no label image [1, height, width].");
		return new int[]{ (int) s[at], (int) s[at + 1] };
	}

	private static int nearest(double at, int input, int crop, int size) {
		int place = (int) Math.floor((at - crop) * size / (input - 2 * crop));
		return Math.max(0, Math.min(size - 1, place));
	}

	private TriptychException noLabel(float value) {
		if (Float.isNaN(value)) return OutputCheck.noNumber(model);
		return new TriptychException("The model " + model.name() + " gives the value "
			+ Numbers.rounded(value) + ", but labels are whole numbers from 0 to " + MOST
			+ "; its output is no label image, and the decoder semantic or watershed may be meant.");
	}

	private LabelMap classes(int[] values, int width, int height) {
		int firstId = SemanticDecoder.BACKGROUND.yes(model.decoder(), false) ? 0 : 1;
		int most = Math.max(0, model.classes().size() - 1);
		for (int i = 0, checked = -1; i < values.length; i++) {
			if (values[i] != checked) OutputCheck.classId(checked = values[i], model);
			most = Math.max(most, checked);
			values[i] += firstId;
		}
		List<Segment> segments = new ArrayList<>();
		for (int k = 1 - firstId; k <= most; k++)
			segments.add(new Segment(k + firstId, new ClassScore(k, model.className(k), 1), false));
		return new LabelMap(width, height, values, segments);
	}

	private LabelMap objects(int[] values, int width, int height) {
		IdIndex index = IdIndex.of(values);
		int[] object = new int[index.count() + 1];
		for (int place = 1; place < object.length; place++)
			object[place] = place;
		for (int i = 0, last = 0, place = 0; i < values.length; i++) {
			// Neighbours mostly share their object.
			if (values[i] != last) place = index.place(last = values[i]);
			values[i] = place;
		}
		ClassScore sure = new ClassScore(0, model.className(0), 1);
		return LabelMap.ofObjects(width, height, values, object,
			Collections.nCopies(index.count(), sure));
	}
}
