package triptych.pipeline.prepare;

import triptych.core.Plane;
import triptych.model.InputSpec;

/**
 * Pixel value to input value, for each channel of the input: {@code v * factor + offset}, with
 * values outside the declared range clipped to it first.
 *
 * @param low what the lowest value of the range becomes, for each channel
 * @param high what the highest becomes
 * @param padding pixels of the plane that are padding and did not count
 * @param paddingValue of the padding in each channel; empty where there is none
 * @param background what the model gets there: the scaled median, so that a frame is no object
 */
public record Scaling(float[] factor, float[] offset, float[] low, float[] high, long padding,
	float[] paddingValue, float[] background)
{

	static Scaling of(InputSpec in, Plane plane) {
		int n = in.channels();
		float[] factor = new float[n], offset = new float[n], low = new float[n], high = new float[n];
		boolean percentiles = in.percentiles().length == 2;
		Padding image = percentiles ? Padding.of(plane) : Padding.none(plane.width(), plane.height());
		float[] padding = new float[image.value().length], background = new float[padding.length];
		for (int k = 0; k < n; k++) {
			int channel = in.bgr() ? n - 1 - k : k;
			double median = 0;
			double a, b = 0;
			if (percentiles) {
				Contrast c = Contrast.of(plane, image, channel, in.percentiles());
				median = c.median();
				a = 1 / Math.max(c.high() - c.low(), 1e-6 * plane.maxValue() / 255);
				b = -c.low() * a;
			}
			else a = 255 / plane.maxValue() * in.scale();
			factor[k] = (float) (a / in.std()[k]);
			offset[k] = (float) ((b - in.mean()[k]) / in.std()[k]);
			if (padding.length > 0) {
				padding[k] = image.value()[channel];
				background[k] = (float) (median * factor[k] + offset[k]);
			}
			// Bytes cannot lie outside, and percentiles do not clip.
			boolean open = percentiles || plane.bytes();
			low[k] = open ? Float.NEGATIVE_INFINITY : offset[k];
			high[k] = open ? Float.POSITIVE_INFINITY
				: (float) (plane.maxValue() * factor[k] + offset[k]);
		}
		return new Scaling(factor, offset, low, high, image.left(), padding, background);
	}

	float normalised(double value, int channel) {
		return (float) (value * factor[channel] + offset[channel]);
	}

	/** Scales [from, to) of a row in place. */
	void apply(float[] row, int from, int to, int channel) {
		float f = factor[channel], o = offset[channel];
		if (padding > 0) {
			float frame = paddingValue[channel], behind = background[channel];
			for (int x = from; x < to; x++)
				row[x] = row[x] == frame ? behind : row[x] * f + o;
			return;
		}
		for (int x = from; x < to; x++)
			row[x] = row[x] * f + o;
		float least = low[channel], most = high[channel];
		if (least == Float.NEGATIVE_INFINITY) return;
		for (int x = from; x < to; x++)
			row[x] = Math.max(least, Math.min(most, row[x]));
	}
}
