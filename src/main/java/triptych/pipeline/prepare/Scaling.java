package triptych.pipeline.prepare;

import triptych.core.Plane;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Values;

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

	/** What bioimage.io adds to a deviation or a range, so that nothing is divided by 0. */
	private static final double EPSILON = 1e-6;

	static Scaling of(InputSpec in, Plane plane) {
		int n = in.channels();
		float[] factor = new float[n], offset = new float[n], low = new float[n], high = new float[n];
		boolean percentiles = in.percentiles().length == 2;
		boolean robust = percentiles && in.values() == Values.BRIGHTNESS;
		Moments[] moments = moments(in, plane);
		Padding image = robust ? Padding.of(plane) : Padding.none(plane.width(), plane.height());
		float[] padding = new float[image.value().length], background = new float[padding.length];
		for (int k = 0; k < n; k++) {
			int channel = in.bgr() ? n - 1 - k : k;
			double median = 0;
			double a, b = 0;
			if (moments.length > 0) {
				a = in.scale() / (moments[channel].deviation() + EPSILON);
				b = -moments[channel].mean() * a;
			}
			else if (percentiles && !robust) {
				double[] p = Percentiles.percentiles(plane, channel, in.percentiles());
				a = in.scale() / (p[1] - p[0] + EPSILON);
				b = -p[0] * a;
			}
			else if (percentiles) {
				Contrast c = Contrast.of(plane, image, channel, in.percentiles());
				median = c.median();
				a = 1 / Math.max(c.high() - c.low(), 1e-6 * plane.maxValue() / 255);
				b = -c.low() * a;
			}
			else if (in.values() == Values.STORED) a = in.scale();
			else a = 255 / plane.maxValue() * in.scale();
			factor[k] = (float) (a / in.std()[k]);
			offset[k] = (float) ((b - in.mean()[k]) / in.std()[k]);
			if (padding.length > 0) {
				padding[k] = image.value()[channel];
				background[k] = (float) (median * factor[k] + offset[k]);
			}
			// Bytes cannot lie outside, and percentiles do not clip.
			boolean open = percentiles || plane.bytes() || in.values() != Values.BRIGHTNESS;
			low[k] = open ? Float.NEGATIVE_INFINITY : offset[k];
			high[k] = open ? Float.POSITIVE_INFINITY
				: (float) (plane.maxValue() * factor[k] + offset[k]);
		}
		return new Scaling(factor, offset, low, high, image.left(), padding, background);
	}

	/** Of each channel; none where the values are not brought to zero mean. */
	private static Moments[] moments(InputSpec in, Plane plane) {
		return switch (in.values()) {
			case ZERO_MEAN -> Moments.of(plane, false);
			case ZERO_MEAN_ALL -> Moments.of(plane, true);
			case BRIGHTNESS, STORED -> new Moments[0];
		};
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
