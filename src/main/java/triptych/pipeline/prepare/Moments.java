package triptych.pipeline.prepare;

import java.util.Arrays;

import triptych.core.Plane;

/** Mean and standard deviation (of the population) of the stored values of a channel. */
record Moments(double mean, double deviation) {

	/** For each channel; with {@code together} all of them are those of all channels. */
	static Moments[] of(Plane plane, boolean together) {
		int n = plane.channels(), w = plane.width();
		double[] sum = new double[n], first = new double[n], squares = new double[n];
		float[] row = new float[n * w];
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, w, 1, row);
			for (int c = 0; c < n; c++) {
				int from = together ? 0 : c * w;
				// Squares of differences from a value of the image stay small beside their sum.
				if (y == 0) first[c] = row[from];
				for (int i = c * w; i < (c + 1) * w; i++) {
					double d = row[i] - first[c];
					sum[c] += d;
					squares[c] += d * d;
				}
			}
		}
		double pixels = (double) w * plane.height();
		Moments[] moments = new Moments[n];
		if (together) {
			double all = 0, allSquares = 0;
			for (int c = 0; c < n; c++) {
				all += sum[c];
				allSquares += squares[c];
			}
			Arrays.fill(moments, of(all, allSquares, first[0], n * pixels));
			return moments;
		}
		for (int c = 0; c < n; c++)
			moments[c] = of(sum[c], squares[c], first[c], pixels);
		return moments;
	}

	private static Moments of(double sum, double squares, double first, double count) {
		double mean = sum / count;
		return new Moments(first + mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
	}
}
