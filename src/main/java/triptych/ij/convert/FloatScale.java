package triptych.ij.convert;

import triptych.core.TriptychException;

/**
 * What counts as full brightness in a plane of 32-bit numbers: 1, 255 or 65535, the smallest that
 * holds its values. Single hot pixels do not count, nor does a little overshoot, as filters and
 * deconvolution leave it; both are clipped. A scale holds a plane where no block of 2 x 2 pixels
 * lies above it by more than a quarter, and no more than a hundredth of the pixels lie above it.
 */
final class FloatScale {

	private static final float[] SCALES = { 1, 255, 65535 };
	private static final double OVERSHOOT = 1.25, FEW = 0.01;

	private FloatScale() {}

	/** @throws TriptychException where a value is no finite number, which no model can use */
	static double of(float[] values, int width) {
		float max = largest(values, width);
		for (float scale : SCALES)
			if (max <= scale || isFew(values, scale)
				&& largestBlock(values, width) <= scale * OVERSHOOT) return scale;
		return Math.max(largestBlock(values, width), SCALES[SCALES.length - 1]);
	}

	/** True where few values lie above a scale; an ordinary plane is not read to its end. */
	private static boolean isFew(float[] values, float scale) {
		int above = 0, few = (int) (FEW * values.length);
		for (float v : values)
			if (v > scale && ++above > few) return false;
		return true;
	}

	private static float largest(float[] values, int width) {
		float max = 0;
		for (int i = 0; i < values.length; i++) {
			float v = values[i];
			if (!Float.isFinite(v)) throw new TriptychException(
				"The image holds the value " + v + " (first at x = " + i % width + ", y = " + i / width
					+ "); models need numbers, so replace such pixels first"
					+ " (Process > Noise > Remove NaNs...).");
			if (v > max) max = v;
		}
		return max;
	}

	/** The largest value that all of 2 x 2 neighbours reach. */
	private static float largestBlock(float[] values, int width) {
		int height = values.length / width, right = Math.min(1, width - 1);
		int down = height > 1 ? width : 0;
		float most = Float.NEGATIVE_INFINITY;
		for (int y = 0; y < Math.max(1, height - 1); y++)
			for (int i = y * width, last = i + width - right; i < last; i++) {
				float upper = Math.min(values[i], values[i + right]);
				float lower = Math.min(values[i + down], values[i + down + right]);
				most = Math.max(most, Math.min(upper, lower));
			}
		return most;
	}
}
