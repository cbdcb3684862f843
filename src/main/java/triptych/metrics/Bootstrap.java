package triptych.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * 95 % intervals by resampling images with replacement: the bias-corrected and accelerated
 * bootstrap (Efron, Better bootstrap confidence intervals, 1987) with its levels widened for few
 * images (Hesterberg, What teachers should know about the bootstrap, 2015), since the plain
 * percentile bootstrap is too narrow on few or skewed images. The figure is computed anew from each
 * resample. The seed is fixed: the same images give the same interval.
 *
 * <p>Images that belong together (one patient, one slide) are resampled together: see
 * {@link #ofGroups}.
 */
public final class Bootstrap {

	public static final int RESAMPLES = 2000;
	public static final long SEED = 20151;

	/** Fewer are warned of. */
	private static final int FEW = 50;

	private static final double WIDE = 0.2;

	/**
	 * Leaving out one image at a time is for the skewness only; of more images, blocks are left
	 * out.
	 */
	private static final int MOST_LEFT_OUT = 500;

	private Bootstrap() {}

	/** The interval of a figure, each image a draw of its own. */
	public static Interval of(Pooled figure, int images) {
		int[] own = new int[images];
		Arrays.setAll(own, i -> i);
		return ofGroups(figure, own);
	}

	/**
	 * The interval of a figure where images come in groups.
	 *
	 * @param group for each image the number of its group from 0, without gaps
	 */
	public static Interval ofGroups(Pooled figure, int[] group) {
		return ofGroups(figure, group, RESAMPLES, SEED);
	}

	/** With another number of resamples and seed, for simulations. */
	public static Interval ofGroups(Pooled figure, int[] group, int resamples, long seed) {
		int n = Arrays.stream(group).max().orElse(-1) + 1;
		double value = figure.overAll(group.length);
		if (Double.isNaN(value))
			return none(value, n, "The figure is not defined on these images.");
		if (n < 2) return none(value, n, "One image gives no interval.");
		double[] drawn = drawn(figure, group, n, resamples, seed);
		if (drawn.length < resamples / 2)
			return none(value, n, "Too few images define this figure for an interval.");
		double shift = shift(drawn, value), skewness = skewness(figure, group, n);
		double reach = Math.sqrt(n / (n - 1.0)) * Quantiles.t(0.975, n - 1);
		double low = quantile(drawn, level(shift, skewness, -reach));
		double high = quantile(drawn, level(shift, skewness, reach));
		return new Interval(value, low, high, n, warnings(n, low, high));
	}

	private static Interval none(double value, int n, String why) {
		return new Interval(value, Double.NaN, Double.NaN, n, List.of(why));
	}

	private static List<String> warnings(int n, double low, double high) {
		List<String> warnings = new ArrayList<>();
		if (n < FEW)
			warnings.add(
					"Only "
							+ n
							+ " images: with fewer than "
							+ FEW
							+ " the interval may be too narrow.");
		if (high - low > WIDE)
			warnings.add("Too few images to tell: the interval is wider than " + WIDE + ".");
		return warnings;
	}

	/** The figure of each resample where it is defined, sorted. */
	private static double[] drawn(Pooled figure, int[] group, int n, int resamples, long seed) {
		SplittableRandom random = new SplittableRandom(seed);
		double[] drawn = new double[resamples];
		int[] drawsOf = new int[n], times = new int[group.length];
		int defined = 0;
		for (int b = 0; b < resamples; b++) {
			Arrays.fill(drawsOf, 0);
			for (int k = 0; k < n; k++) drawsOf[random.nextInt(n)]++;
			for (int i = 0; i < times.length; i++) times[i] = drawsOf[group[i]];
			double value = figure.over(times);
			if (!Double.isNaN(value)) drawn[defined++] = value;
		}
		double[] sorted = Arrays.copyOf(drawn, defined);
		Arrays.sort(sorted);
		return sorted;
	}

	/** How far the resamples lie beside the figure, in standard deviations: Efron's z0. */
	private static double shift(double[] drawn, double value) {
		double below = 0;
		for (double d : drawn) {
			if (d < value) below++;
			else if (d == value) below += 0.5;
		}
		double least = 0.5 / drawn.length;
		return Quantiles.normal(Math.max(least, Math.min(1 - least, below / drawn.length)));
	}

	/**
	 * Efron's acceleration, from the figure with one group or block of groups left out at a time.
	 */
	private static double skewness(Pooled figure, int[] group, int n) {
		int blocks = Math.min(n, MOST_LEFT_OUT);
		double[] without = new double[blocks];
		int[] times = new int[group.length];
		for (int block = 0; block < blocks; block++) {
			for (int i = 0; i < times.length; i++)
				times[i] = (long) group[i] * blocks / n == block ? 0 : 1;
			without[block] = figure.over(times);
		}
		double mean =
				Arrays.stream(without).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
		double squares = 0, cubes = 0;
		for (double v : without) {
			if (Double.isNaN(v)) continue;
			double d = mean - v;
			squares += d * d;
			cubes += d * d * d;
		}
		return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
	}

	private static double level(double shift, double skewness, double reach) {
		double z = shift + reach, stretched = 1 - skewness * z;
		// Beyond the pole of the formula lies the end of the resamples.
		if (stretched <= 0) return reach < 0 ? 0 : 1;
		return Quantiles.normalBelow(shift + z / stretched);
	}

	/**
	 * The value below which a share of the sorted values lies, linear between the (n+1)-th parts.
	 */
	private static double quantile(double[] sorted, double share) {
		double at = share * (sorted.length + 1) - 1;
		if (at <= 0) return sorted[0];
		if (at >= sorted.length - 1) return sorted[sorted.length - 1];
		int i = (int) at;
		return sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]);
	}
}
