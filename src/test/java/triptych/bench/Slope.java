package triptych.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How fast a quantity grows, by ordinary least squares on the means of {@value #BLOCKS} blocks of
 * equally many samples, with its 95 % interval. Samples that follow each other are alike, which
 * would make the interval of single samples too narrow; what the means of blocks still have in
 * common widens it by (1 + r) / (1 - r), r being the correlation of a block's residual with the
 * next one's.
 *
 * @param perUnit growth for one unit of what the quantity is held against
 * @param half half the width of the interval
 * @param mean of the samples
 */
record Slope(double perUnit, double half, double mean) {

	static final int BLOCKS = 20;

	/** Student's t for 97.5 % and {@value #BLOCKS} - 2 degrees of freedom. */
	private static final double T = 2.101;

	/**
	 * @param x ascending, at least {@value #BLOCKS} of them; NaN in y leaves the sample out
	 */
	static Slope of(double[] x, double[] y) {
		int[] kept = IntStream.range(0, x.length)
			.filter(i -> !Double.isNaN(y[i]))
			.toArray();
		if (kept.length < BLOCKS)
			throw new IllegalArgumentException(kept.length + " samples are too few.");
		double[] bx = new double[BLOCKS], by = new double[BLOCKS];
		for (int b = 0; b < BLOCKS; b++) {
			int[] block = Arrays.copyOfRange(kept, b * kept.length / BLOCKS,
				(b + 1) * kept.length / BLOCKS);
			bx[b] = Arrays.stream(block).mapToDouble(i -> x[i]).average().orElseThrow();
			by[b] = Arrays.stream(block).mapToDouble(i -> y[i]).average().orElseThrow();
		}
		return ofMeans(bx, by);
	}

	private static Slope ofMeans(double[] x, double[] y) {
		double mx = mean(x), my = mean(y), sxx = 0, sxy = 0;
		for (int i = 0; i < BLOCKS; i++) {
			sxx += (x[i] - mx) * (x[i] - mx);
			sxy += (x[i] - mx) * (y[i] - my);
		}
		double slope = sxy / sxx, squares = 0, next = 0, before = 0;
		for (int i = 0; i < BLOCKS; i++) {
			double residual = y[i] - my - slope * (x[i] - mx);
			squares += residual * residual;
			if (i > 0) next += residual * before;
			before = residual;
		}
		// Beside a fitted line the correlation of so few residuals comes out too small (Kendall 1954).
		double r = squares > 0 ? (next / squares + 1.0 / BLOCKS) / (1 - 4.0 / BLOCKS) : 0;
		r = Math.min(0.9, Math.max(0, r));
		double variance = squares / (BLOCKS - 2) / sxx * (1 + r) / (1 - r);
		return new Slope(slope, T * Math.sqrt(variance), my);
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).average().orElseThrow();
	}

	/** Such as {@code +0.12 (-0.40 to 0.64), mean 310.20}. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%+.3f (%.3f to %.3f), mean %.2f", perUnit,
			perUnit - half, perUnit + half, mean);
	}
}
