package triptych.decode;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

import triptych.core.Placement;
import triptych.core.Plural;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.core.TriptychException;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/**
 * Maps of a model, C x h x w over its whole input or what its crop leaves of it, sampled
 * bilinearly at the pixel centres of the image, row by row (the same as upsampling with half-pixel
 * centres, then cutting the padding off). Only two rows are held at a time.
 */
public final class ScoreMaps {

	private final FloatBuffer data;
	/** The same memory, null where the data had to be converted. */
	private final IntBuffer bits;
	private final int channels, height, width, crop;
	private final long strideC, strideY, strideX;
	private final Placement placement;
	private final int[] left;
	private final float[] weight;
	private final boolean aligned;

	/** The maps that the model's description names as its output. */
	public static ScoreMaps of(List<Tensor> outputs, ModelSpec model, Placement placement) {
		Tensor out = NumberedOutput.of(outputs, Parameter.OUTPUT.whole(model.decoder()), model);
		int crop = model.input().crop();
		return new ScoreMaps(out, placement, model.input().layout() == Layout.NHWC, crop);
	}

	/** @param channelsLast true for [1, h, w, C] */
	public ScoreMaps(Tensor out, Placement placement, boolean channelsLast) {
		this(out, placement, channelsLast, 0);
	}

	/** @param crop pixels at each edge of the input that the maps leave out */
	private ScoreMaps(Tensor out, Placement placement, boolean channelsLast, int crop) {
		this.crop = crop;
		int[] s = Arrays.stream(out.shape()).mapToInt(Math::toIntExact).toArray();
		if (s.length == 3 && s[0] == 1)
			s = channelsLast ? new int[] { 1, s[1], s[2], 1 } : new int[] { 1, 1, s[1], s[2] };
		boolean empty = Tensor.elements(out.shape()) == 0;
		if (s.length != 4 || s[0] != 1 || empty) throw new TriptychException("The model's output " + out
			+ " is no map of scores; a map has the shape [1, classes, height, width].");
		data = out.floats();
		bits = out.type() == TensorType.FLOAT ? out.data().asIntBuffer() : null;
		channels = channelsLast ? s[3] : s[1];
		height = channelsLast ? s[1] : s[2];
		width = channelsLast ? s[2] : s[3];
		strideC = channelsLast ? 1 : (long) height * width;
		strideY = channelsLast ? (long) width * channels : width;
		strideX = channelsLast ? channels : 1;
		this.placement = placement;
		left = new int[placement.imageWidth()];
		weight = new float[placement.imageWidth()];
		double toMap = (double) width / (placement.inputWidth() - 2 * crop);
		boolean exact = true;
		for (int x = 0; x < left.length; x++) {
			double at = clamp((placement.toInputX(x + 0.5) - crop) * toMap - 0.5, width);
			left[x] = Math.min((int) at, Math.max(0, width - 2));
			weight[x] = (float) (at - left[x]);
			exact &= Math.abs(at - x) < 1e-6;
		}
		aligned = exact;
	}

	/** In words: which numbers of maps there are. */
	public static String allowed(int maps) {
		return "less than " + maps + ", since the model gives " + Plural.of(maps, "map");
	}

	/** Lowest and highest value of some maps in the middle row of the image. */
	public float[] middleRange(int[] maps) {
		float[] row = new float[left.length], range = { Float.POSITIVE_INFINITY,
			Float.NEGATIVE_INFINITY };
		for (int map : maps) {
			row(map, placement.imageHeight() / 2, row);
			for (float v : row) {
				range[0] = Math.min(range[0], v);
				range[1] = Math.max(range[1], v);
			}
		}
		return range;
	}

	public int channels() {
		return channels;
	}

	public int imageWidth() {
		return left.length;
	}

	/** The values of channel c along image row y, into {@code row}, which is as wide as the image. */
	public void row(int c, int y, float[] row) {
		int stored = stored(c, y);
		if (stored >= 0) data.get(stored, row);
		else sample(c, y, row);
	}

	/** The bits of the same values; {@code row} is used on the way where they have to be sampled. */
	public void bits(int c, int y, float[] row, int[] into) {
		int stored = bits == null ? -1 : stored(c, y);
		if (stored >= 0) {
			bits.get(stored, into);
			return;
		}
		row(c, y, row);
		for (int x = 0; x < into.length; x++)
			into[x] = Float.floatToRawIntBits(row[x]);
	}

	/** Where the row lies in the map as it is; -1 where it has to be sampled. */
	private int stored(int c, int y) {
		double at = mapRow(y);
		boolean asItIs = aligned && strideX == 1 && at - top(at) < 1e-6;
		return asItIs ? (int) (c * strideC + top(at) * strideY) : -1;
	}

	private double mapRow(int y) {
		double toMap = (double) height / (placement.inputHeight() - 2 * crop);
		return clamp((placement.toInputY(y + 0.5) - crop) * toMap - 0.5, height);
	}

	private int top(double at) {
		return Math.min((int) at, Math.max(0, height - 2));
	}

	private void sample(int c, int y, float[] row) {
		double at = mapRow(y);
		float wy = (float) (at - top(at));
		long a = c * strideC + top(at) * strideY, b = a + (height > 1 ? strideY : 0);
		long step = width > 1 ? strideX : 0;
		for (int x = 0; x < row.length; x++) {
			int i = (int) (a + left[x] * strideX), j = (int) (b + left[x] * strideX);
			float wx = weight[x];
			float upper = data.get(i) * (1 - wx) + data.get((int) (i + step)) * wx;
			float lower = data.get(j) * (1 - wx) + data.get((int) (j + step)) * wx;
			row[x] = upper * (1 - wy) + lower * wy;
		}
	}

	private static double clamp(double at, int size) {
		return Math.max(0, Math.min(size - 1, at));
	}
}
