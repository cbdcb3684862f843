package triptych.decode.family;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.core.TriptychException;
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
 * Masks of Mask R-CNN (He et al. 2017), which are brought to the image's pixels before they are cut
 * at the cutoff. torchvision's export pastes them into the input itself; the small masks of others
 * are sampled at the pixel centres of their box, with nothing beyond their edge.
 */
final class MaskRcnnDecoder implements Decoder {

	private static final Parameter MASKS = Parameter.of("masks", Kind.OUTPUT, "3",
		"which output holds the masks, from 0");

	static final List<Parameter> PARAMETERS =
		Stream.concat(ReadyBoxes.PARAMETERS.stream(), Stream.of(MASKS)).toList();

	/** What torchvision's pasting may reach beyond a box, in pixels of the input. */
	private static final int RIM = 2;

	private final ModelSpec model;
	private final Thresholds thresholds;

	MaskRcnnDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
	}

	/** See {@link triptych.decode.ModelFamily#misfit}. */
	static String misfit(ModelSpec model, List<Slot> outputs) {
		int masks = MASKS.whole(model.decoder());
		long any = OutputShape.ANY;
		boolean fits = OutputShape.fits(outputs, masks, any, any, any, any)
			|| OutputShape.fits(outputs, masks, any, any, any);
		return fits ? ReadyBoxes.misfit(model, outputs)
			: "output " + masks + " must be masks [n, 1, height, width]";
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		ReadyBoxes boxes = new ReadyBoxes(outputs, model, placement);
		Tensor masks = NumberedOutput.of(outputs, MASKS.whole(model.decoder()), model);
		long[] shape = masks.shape();
		if (shape.length < 3) throw new TriptychException("The output " + masks + " of the model "
			+ model.name() + " holds no masks [n, 1, height, width].");
		int h = (int) shape[shape.length - 2], w = (int) shape[shape.length - 1];
		boolean pasted = h == placement.inputHeight() && w == placement.inputWidth();
		FloatBuffer values = masks.floats();
		List<Detection> items = new ArrayList<>();
		for (int i : boxes.strongestFirst(thresholds)) {
			if ((long) (i + 1) * h * w > values.capacity()) throw new TriptychException("The model "
				+ model.name() + " gives more boxes than masks (" + masks + ").");
			Box box = boxes.inInput(i);
			Map map = pasted ? new Map(values, i * h * w, w, h, 0, 0, 1, 1)
				: new Map(values, i * h * w, w, h, box.x1(), box.y1(), w / box.width(), h / box.height());
			int rim = pasted ? RIM : 0;
			Mask mask = mask(map, placement.toImage(box.x1() - rim, box.y1() - rim, box.x2() + rim,
				box.y2() + rim), placement);
			if (mask.area() > 0) items.add(new Detection(mask, boxes.score(i)));
		}
		return new Detections(items);
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		return new ReadyBoxes(outputs, model, placement).closest(thresholds);
	}

	private Mask mask(Map map, Box box, Placement placement) {
		int x1 = (int) Math.ceil(box.x1() - 0.5), x2 = (int) Math.ceil(box.x2() - 0.5);
		int y1 = (int) Math.ceil(box.y1() - 0.5), y2 = (int) Math.ceil(box.y2() - 0.5);
		int width = Math.max(0, x2 - x1), height = Math.max(0, y2 - y1);
		byte[] inside = new byte[width * height];
		float cutoff = (float) thresholds.cutoff();
		for (int y = 0; y < height; y++) {
			double v = map.row(placement.toInputY(y1 + y + 0.5));
			for (int x = 0; x < width; x++) {
				float value = map.at(map.column(placement.toInputX(x1 + x + 0.5)), v);
				OutputCheck.mapValue(value, model);
				if (value > cutoff) inside[y * width + x] = 1;
			}
		}
		return new Mask(x1, y1, width, height, inside);
	}

	/** A mask and where it lies in the input; beyond its edge there is nothing. */
	private record Map(FloatBuffer values, int from, int width, int height, double left, double top,
		double scaleX, double scaleY)
	{

		double column(double inputX) {
			return (inputX - left) * scaleX - 0.5;
		}

		double row(double inputY) {
			return (inputY - top) * scaleY - 0.5;
		}

		float at(double u, double v) {
			int x = (int) Math.floor(u), y = (int) Math.floor(v);
			float wx = (float) (u - x), wy = (float) (v - y);
			float upper = value(x, y) * (1 - wx) + value(x + 1, y) * wx;
			float lower = value(x, y + 1) * (1 - wx) + value(x + 1, y + 1) * wx;
			return upper * (1 - wy) + lower * wy;
		}

		private float value(int x, int y) {
			boolean in = x >= 0 && y >= 0 && x < width && y < height;
			return in ? values.get(from + y * width + x) : 0;
		}
	}
}
