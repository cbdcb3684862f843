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
		// A filter as wide as source pixels interpolates; when shrinking, antialiasing widens it to
		// output pixels.
		boolean pillow = isPillow(resize);
		// In Pillow's order of operations: where a source pixel lies just between two output pixels,
		// the last digit decides.
		double step = scale == (double) output / source ? (double) source / output : 1 / scale;
		double widened = pillow && scale < 1 ? step : 1, reach = support(resize) * widened;
		double perPixel = 1 / widened, nearest = step * 0.5 + shift;
		boolean wide = reach != 1;
		int span = (int) Math.ceil(2 * reach) + (wide ? 1 : 0);
		boolean onePixel = resize == Resize.NEAREST || scale == 1 && shift == 0;
		int length = onePixel ? 1 : Math.min(source, span);
		int[] first = new int[output];
		float[] weights = new float[output * length];
		for (int i = 0; i < output; i++) {
			double centre = (i + 0.5) * step + shift, at = centre - 0.5;
			if (length == 1) {
				double x = resize == Resize.NEAREST ? nearest : centre;
				first[i] = (int) Math.max(0, Math.min(source - 1, Math.floor(x)));
				weights[i] = 1;
				nearest += step;
				continue;
			}
			int start = wide ? (int) Math.ceil(at - reach) : (int) Math.floor(at);
			first[i] = Math.max(0, Math.min(source - length, start));
			double sum = 0;
			for (int j = start; j < start + span; j++) {
				double w = weight(resize, (j - centre + 0.5) * perPixel);
				// PIL leaves out what lies beyond the edge; OpenCV and torch repeat the edge pixel.
				if (pillow && wide && (j < 0 || j >= source)) continue;
				int k = Math.max(0, Math.min(length - 1, Math.max(0, Math.min(source - 1, j)) - first[i]));
				weights[i * length + k] += (float) w;
				sum += w;
			}
			for (int k = 0; k < length; k++)
				weights[i * length + k] /= (float) sum;
		}
		return new ResampleWeights(first, weights, length);
	}

	/** True for the filters of PIL, which torchvision's antialiased ones follow. */
	static boolean isPillow(Resize resize) {
		return switch (resize) {
			case ANTIALIAS, BICUBIC, LANCZOS, BOX, HAMMING -> true;
			case BILINEAR, NEAREST, CUBIC -> false;
		};
	}

	/** How far the filter reaches, in pixels. */
	private static double support(Resize resize) {
		return switch (resize) {
			case BOX -> 0.5;
			case BILINEAR, ANTIALIAS, NEAREST, HAMMING -> 1;
			case BICUBIC, CUBIC -> 2;
			case LANCZOS -> 3;
		};
	}

	/** The filter at a distance in pixels (Keys 1981 for the cubic ones, Duchon 1979 for lanczos). */
	private static double weight(Resize resize, double distance) {
		double d = Math.abs(distance);
		return switch (resize) {
			case BOX -> distance > -0.5 && distance <= 0.5 ? 1 : 0;
			case BILINEAR, ANTIALIAS, NEAREST -> Math.max(0, 1 - d);
			case HAMMING -> d < 1 ? sinc(d) * (0.54 + 0.46 * Math.cos(Math.PI * d)) : 0;
			case BICUBIC -> cubic(d, -0.5);
			case CUBIC -> cubic(d, -0.75);
			case LANCZOS -> d < 3 ? sinc(d) * sinc(d / 3) : 0;
		};
	}

	private static double cubic(double d, double a) {
		if (d < 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
		return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
	}

	private static double sinc(double x) {
		return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
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
