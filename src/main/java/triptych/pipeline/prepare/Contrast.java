package triptych.pipeline.prepare;

import java.util.Arrays;

import triptych.core.Plane;

/**
 * The two values of a channel that become 0 and 1: its percentiles, without padding, and with a
 * floor for their distance. Where they are no further apart than noise is by itself (Gaussian noise
 * spans 5.2 standard deviations from 1 to 99.8 %), the plane is empty or nearly so. Then the high
 * one is taken among the pixels that stand out of the noise, and is in no case nearer than
 * {@value #FLOOR} standard deviations: noise is not stretched into objects.
 */
record Contrast(double low, double high, double median) {

	/** In standard deviations of the noise; ordinary fields of nuclei span 26 and more. */
	private static final double NOISE_ONLY = 8, FLOOR = 16, STANDS_OUT = 8;
	/** Fewer differences tell no noise. */
	private static final int FEW = 200;
	/**
	 * Of the pixels that stand out, so many lie below the high value: a hot pixel decides nothing.
	 */
	private static final double BELOW = 0.9;

	static Contrast of(Plane plane, Padding image, int channel, double[] percents) {
		double[] p = Percentiles.percentiles(plane, image, channel,
			new double[]{ percents[0], percents[1], 50 });
		double noise = noise(plane, image, channel);
		if (p[1] - p[0] >= NOISE_ONLY * noise) return new Contrast(p[0], p[1], p[2]);
		// A coarse texture is no noise: no floor lies above full brightness.
		double high = Math.min(plane.maxValue(), p[0] + FLOOR * noise);
		double share = above(plane, image, channel, p[2] + STANDS_OUT * noise);
		if (share > 0)
			high = Math.max(high, Percentiles.percentiles(plane, image, channel,
				new double[]{ 100 * (1 - (1 - BELOW) * share) })[0]);
		return new Contrast(p[0], Math.max(p[1], high), p[2]);
	}

	/**
	 * Standard deviation of the noise, from the differences of neighbours in a row: their median,
	 * which objects hardly change; where most differences are 0, the mean of the lower 90 %.
	 */
	private static double noise(Plane plane, Padding image, int channel) {
		int w = plane.width(), step = Math.max(1, (int) ((long) w * plane.height() >> 18));
		float[] row = new float[plane.channels() * w], d = new float[1 << 10];
		int n = 0;
		for (int y = 0; y < plane.height(); y += step) {
			plane.read(0, y, w, 1, row);
			if (n + w > d.length) d = Arrays.copyOf(d, Math.max(2 * d.length, n + w));
			n = differences(row, channel * w + image.from()[y], channel * w + image.to()[y], d, n);
		}
		return n < FEW ? 0 : noise(d, n);
	}

	/** Of neighbours in [from, to), as d from n on; returns how many d holds then. */
	private static int differences(float[] row, int from, int to, float[] d, int n) {
		for (int x = from + 1; x < to; x++) {
			float a = row[x - 1], b = row[x];
			d[n++] = a < b ? b - a : a - b;
		}
		return n;
	}

	/** @param d the first n of these are the differences */
	private static double noise(float[] d, int n) {
		int lower = (int) (0.9 * n);
		double[] at = Ranked.at(row -> row.take(d, 0, n), n / 2, lower - 1);
		// Half of |N(0, 2)| lies below 0.6745 * sqrt(2).
		if (at[0] > 0) return at[0] / (0.6745 * Math.sqrt(2));
		double sum = 0;
		int below = 0;
		for (int i = 0; i < n; i++)
			if (d[i] < at[1]) {
				sum += d[i];
				below++;
			}
		// The lower 90 % of |N(0, 2)| have the mean 0.6573 * sqrt(2).
		return (sum + (lower - below) * at[1]) / lower / (0.6573 * Math.sqrt(2));
	}

	private static double above(Plane plane, Padding image, int channel, double limit) {
		int w = plane.width();
		float[] row = new float[plane.channels() * w];
		long n = 0, above = 0;
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, w, 1, row);
			for (int x = image.from()[y]; x < image.to()[y]; x++, n++)
				if (row[channel * w + x] > limit) above++;
		}
		return n == 0 ? 0 : (double) above / n;
	}
}
