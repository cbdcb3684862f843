package triptych.pipeline.prepare;

import triptych.model.InputSpec.Resize;

/**
 * Which source pixels make each pixel of a resized row, and with what weight. Output pixel i lies
 * at {@code (i + 0.5) / scale - 0.5 + shift} of the source; beyond the source its edge pixel
 * counts.
 *
 * @param first for each output pixel its first source pixel
 * @param weights {@code length} weights for each output pixel
 */
record ResampleWeights(int[] first, float[] weights, int length) {

	/** True where the output is a stretch of the source as it is. */
	boolean copies() {
		if (length > 1) return false;
		for (int i = 1; i < first.length; i++)
			if (first[i] != first[0] + i) return false;
		return true;
	}

	static ResampleWeights of(Resize resize, int source, int output, double scale, double shift) {
		// A triangle as wide as a source pixel interpolates; when shrinking, antialiasing widens it to
		// an output pixel.
		double reach = resize == Resize.ANTIALIAS && scale < 1 ? 1 / scale : 1;
		int span = (int) Math.ceil(2 * reach) + (reach > 1 ? 1 : 0);
		boolean onePixel = resize == Resize.NEAREST || scale == 1 && shift == 0;
		int length = onePixel ? 1 : Math.min(source, span);
		int[] first = new int[output];
		float[] weights = new float[output * length];
		for (int i = 0; i < output; i++) {
			double at = (i + 0.5) / scale - 0.5 + shift;
			if (length == 1) {
				first[i] = (int) Math.max(0, Math.min(source - 1, Math.floor(at + 0.5)));
				weights[i] = 1;
				continue;
			}
			int start = reach > 1 ? (int) Math.ceil(at - reach) : (int) Math.floor(at);
			first[i] = Math.max(0, Math.min(source - length, start));
			double sum = 0;
			for (int j = start; j < start + span; j++) {
				double w = Math.max(0, 1 - Math.abs(j - at) / reach);
				// PIL leaves out what lies beyond the edge; OpenCV and torch repeat the edge pixel.
				if (reach > 1 && (j < 0 || j >= source)) continue;
				int k = Math.max(0, Math.min(length - 1, Math.max(0, Math.min(source - 1, j)) - first[i]));
				weights[i * length + k] += (float) w;
				sum += w;
			}
			for (int k = 0; k < length; k++)
				weights[i * length + k] /= (float) sum;
		}
		return new ResampleWeights(first, weights, length);
	}

	/** Resizes one row. */
	void apply(float[] source, int from, float[] output, int to) {
		int n = first.length;
		if (length == 1) {
			for (int i = 0; i < n; i++)
				output[to + i] = source[from + first[i]];
			return;
		}
		if (length == 2) {
			for (int i = 0; i < n; i++) {
				int at = from + first[i];
				output[to + i] = source[at] * weights[2 * i] + source[at + 1] * weights[2 * i + 1];
			}
			return;
		}
		for (int i = 0; i < n; i++) {
			float sum = 0;
			for (int k = 0; k < length; k++)
				sum += source[from + first[i] + k] * weights[i * length + k];
			output[to + i] = sum;
		}
	}
}
