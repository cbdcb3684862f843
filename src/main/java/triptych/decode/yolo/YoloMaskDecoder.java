package triptych.decode.yolo;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Mask;
import triptych.core.NearMiss;
import triptych.core.Placement;
import triptych.core.Prediction;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.decode.OutputCheck;
import triptych.decode.Activation;
import triptych.decode.Decoder;
import triptych.decode.Thresholds;
import triptych.model.ModelSpec;

/**
 * YOLO boxes with instance masks: each object's coefficients mix the prototypes [1, k, h, w] into a
 * logit map, which is brought to the image's pixels inside the object's box and only then cut at
 * the cutoff.
 */
final class YoloMaskDecoder implements Decoder {

	private final ModelSpec model;
	private final Thresholds thresholds;

	YoloMaskDecoder(ModelSpec model, Thresholds thresholds) {
		this.model = model;
		this.thresholds = thresholds;
	}

	@Override
	public Prediction decode(List<Tensor> outputs, Placement placement) {
		boolean masks = outputs.size() > 1 && outputs.get(1).shape().length == 4
			&& outputs.get(1).size() > 0;
		if (!masks) throw new TriptychException("The model " + model.name()
			+ " gives no mask prototypes beside its boxes.");
		Tensor prototypes = outputs.get(1);
		int k = (int) prototypes.shape()[1];
		int h = (int) prototypes.shape()[2];
		int w = (int) prototypes.shape()[3];
		FloatBuffer proto = prototypes.floats();
		YoloCandidates found = new YoloCandidates(outputs.get(0), model, k, thresholds);
		List<Detection> items = new ArrayList<>();
		for (int i : found.kept(thresholds)) {
			Box box = found.box(i, placement);
			float[] coefficients = new float[k];
			for (int j = 0; j < k; j++)
				coefficients[j] = found.extra(i, j);
			Mask mask = mask(box, coefficients, proto, w, h, placement);
			if (mask.area() > 0) items.add(new Detection(mask, found.score(i)));
		}
		return new Detections(items);
	}

	@Override
	public Optional<NearMiss> closest(List<Tensor> outputs, Placement placement) {
		int k = (int) outputs.get(1).shape()[1];
		return YoloCandidates.strongest(outputs.get(0), model, k, thresholds).closest(thresholds,
			"no pixel of its mask reaches cutoff=" + Thresholds.plain(thresholds.cutoff()));
	}

	private Mask mask(Box box, float[] coefficients, FloatBuffer proto, int w, int h,
		Placement placement)
	{
		int x1 = (int) Math.ceil(box.x1() - 0.5), x2 = (int) Math.ceil(box.x2() - 0.5);
		int y1 = (int) Math.ceil(box.y1() - 0.5), y2 = (int) Math.ceil(box.y2() - 0.5);
		int width = Math.max(0, x2 - x1), height = Math.max(0, y2 - y1);
		byte[] inside = new byte[width * height];
		if (inside.length == 0) return new Mask(x1, y1, width, height, inside);
		double toMapX = (double) w / placement.inputWidth();
		double toMapY = (double) h / placement.inputHeight();
		// The part of the prototypes under the box, with a rim for the interpolation.
		int mx1 = cell(placement.toInputX(x1 + 0.5) * toMapX - 0.5, w);
		int mx2 = cell(placement.toInputX(x2 - 0.5) * toMapX + 0.5, w);
		int my1 = cell(placement.toInputY(y1 + 0.5) * toMapY - 0.5, h);
		int my2 = cell(placement.toInputY(y2 - 0.5) * toMapY + 0.5, h);
		int mw = mx2 - mx1 + 1, mh = my2 - my1 + 1;
		float[] logits = new float[mw * mh];
		for (int j = 0; j < coefficients.length; j++)
			for (int y = 0; y < mh; y++)
				for (int x = 0, at = (j * h + my1 + y) * w + mx1; x < mw; x++)
					logits[y * mw + x] += coefficients[j] * proto.get(at + x);
		OutputCheck.numbers(logits, model);
		float limit = (float) Activation.logit(thresholds.cutoff());
		int[] left = new int[width], right = new int[width];
		float[] weight = new float[width];
		for (int x = 0; x < width; x++) {
			double u = clamp(placement.toInputX(x1 + x + 0.5) * toMapX - 0.5 - mx1, mw);
			left[x] = (int) u;
			right[x] = Math.min(mw - 1, left[x] + 1);
			weight[x] = (float) (u - left[x]);
		}
		// A row of the map lies under several rows of the image: it is stretched once, two are held.
		float[][] stretched = new float[2][width];
		int[] held = { -1, -1 };
		for (int y = 0; y < height; y++) {
			double v = clamp(placement.toInputY(y1 + y + 0.5) * toMapY - 0.5 - my1, mh);
			int top = (int) v, bottom = Math.min(mh - 1, top + 1);
			float wy = (float) (v - top);
			for (int row = top; row <= bottom; row++) {
				float[] into = stretched[row & 1];
				if (held[row & 1] != row) for (int x = 0, at = row * mw; x < width; x++)
					into[x] = logits[at + left[x]] * (1 - weight[x]) + logits[at + right[x]] * weight[x];
				held[row & 1] = row;
			}
			float[] upper = stretched[top & 1], lower = stretched[bottom & 1];
			for (int x = 0, at = y * width; x < width; x++)
				inside[at + x] = (byte) (upper[x] * (1 - wy) + lower[x] * wy > limit ? 1 : 0);
		}
		return new Mask(x1, y1, width, height, inside);
	}

	private static int cell(double at, int size) {
		return (int) Math.max(0, Math.min(size - 1, Math.floor(at)));
	}

	private static double clamp(double at, int size) {
		return Math.max(0, Math.min(size - 1, at));
	}
}
