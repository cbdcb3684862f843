package triptych.pipeline.prepare;

import triptych.core.Plane;
import triptych.model.InputSpec;

/** Pixel value to input value, for each channel of the input: {@code v * factor + offset}. */
public record Scaling(float[] factor, float[] offset) {

	static Scaling of(InputSpec in, Plane plane) {
		int n = in.channels();
		float[] factor = new float[n], offset = new float[n];
		for (int k = 0; k < n; k++) {
			double a, b = 0;
			if (in.percentiles().length == 2) {
				double[] p = Percentiles.percentiles(plane, in.bgr() ? n - 1 - k : k, in.percentiles());
				a = 1 / Math.max(p[1] - p[0], 1e-6 * plane.maxValue() / 255);
				b = -p[0] * a;
			}
			else a = 255 / plane.maxValue() * in.scale();
			factor[k] = (float) (a / in.std()[k]);
			offset[k] = (float) ((b - in.mean()[k]) / in.std()[k]);
		}
		return new Scaling(factor, offset);
	}

	float normalised(double value, int channel) {
		return (float) (value * factor[channel] + offset[channel]);
	}

	/** Scales [from, to) of a row in place. */
	void apply(float[] row, int from, int to, int channel) {
		float f = factor[channel], o = offset[channel];
		for (int x = from; x < to; x++)
			row[x] = row[x] * f + o;
	}
}
