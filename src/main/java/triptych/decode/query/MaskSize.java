package triptych.decode.query;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import triptych.core.Placement;
import triptych.core.Tensor;
import triptych.core.TensorType;
import triptych.decode.Activation;
import triptych.decode.Parameter;
import triptych.decode.ScoreMaps;

/**
 * At which size the logits of masks become masks or scores. The authors of Mask2Former do it at the
 * image's size. Hugging Face (transformers 5.18) does it at the masks' own size for MaskFormer and
 * DETR, at 384 x 384 for Mask2Former, and enlarges the result: objects to the nearest pixel, scores
 * of scenes bilinearly.
 */
final class MaskSize {

	private static final String IMAGE = "image", OWN = "masks";
	private static final int SQUARE = 384;

	static final Parameter CUT = Parameter.choice("cut-at", IMAGE,
		"at which size masks are cut out of their scores: the image's (for regions the input's),"
			+ " which gives the smoothest edges, or as Hugging Face does it, their own (MaskFormer) or"
			+ " 384 x 384 (Mask2Former)",
		IMAGE, OWN, String.valueOf(SQUARE));

	private final String size;
	private final ScoreMaps logits;
	private final Placement placement;
	private final Tensor masks;

	/** @param masks logits [1, queries, height, width] */
	MaskSize(String size, Tensor masks, Placement placement) {
		this.size = size;
		this.masks = masks;
		this.placement = placement;
		logits = new ScoreMaps(masks, placement, false);
	}

	/** Values along the rows of the image; each thread needs its own. */
	@FunctionalInterface
	interface Rows {

		void row(int y, float[] row);
	}

	/** The logits of a query where they are cut to a mask. */
	Rows logits(int query) {
		if (size.equals(IMAGE)) return (y, row) -> logits.row(query, y, row);
		float[] own = own(query, false);
		int w = width(), h = height();
		double toX = (double) w / placement.inputWidth(), toY = (double) h / placement.inputHeight();
		return (y, row) -> {
			int from = nearest(placement.toInputY(y) * toY, h) * w;
			for (int x = 0; x < row.length; x++)
				row[x] = own[from + nearest(placement.toInputX(x) * toX, w)];
		};
	}

	private static int nearest(double at, int size) {
		return Math.max(0, Math.min(size - 1, (int) Math.floor(at + 1e-6)));
	}

	/** The scores of a query, in [0,1]; NaN stays what it is. */
	Rows scores(int query) {
		if (size.equals(IMAGE)) return (y, row) -> {
			logits.row(query, y, row);
			for (int x = 0; x < row.length; x++)
				row[x] = (float) Activation.sigmoid(row[x]);
		};
		ScoreMaps scores = new ScoreMaps(tensor(own(query, true)), placement, false);
		return (y, row) -> scores.row(0, y, row);
	}

	/** The width at which masks become scores. */
	int width(int image) {
		return size.equals(IMAGE) ? image : width();
	}

	int height(int image) {
		return size.equals(IMAGE) ? image : height();
	}

	/** The logits as they are resized to that; each thread needs its own. */
	ScoreMaps at(int width, int height) {
		return new ScoreMaps(masks, new Placement(1, 1, 0, 0, width, height, width, height), false);
	}

	/** A row of the scores of a query, in [0,1]. */
	static void scores(ScoreMaps logits, int query, int y, float[] row) {
		logits.row(query, y, row);
		for (int x = 0; x < row.length; x++)
			row[x] = (float) Activation.sigmoid(row[x]);
	}

	private int width() {
		return size.equals(OWN) ? (int) masks.shape()[3] : SQUARE;
	}

	private int height() {
		return size.equals(OWN) ? (int) masks.shape()[2] : SQUARE;
	}

	private float[] own(int query, boolean scores) {
		int w = width(), h = height();
		ScoreMaps maps = new ScoreMaps(masks, new Placement(1, 1, 0, 0, w, h, w, h), false);
		float[] values = new float[w * h], row = new float[w];
		for (int y = 0; y < h; y++) {
			maps.row(query, y, row);
			for (int x = 0; x < w; x++)
				values[y * w + x] = scores ? (float) Activation.sigmoid(row[x]) : row[x];
		}
		return values;
	}

	private Tensor tensor(float[] values) {
		ByteBuffer bytes = ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.nativeOrder());
		FloatBuffer floats = bytes.asFloatBuffer();
		floats.put(values);
		return new Tensor("scores", new long[] { 1, 1, height(), width() }, TensorType.FLOAT, bytes);
	}
}
