package triptych.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import triptych.metrics.Bootstrap;
import triptych.metrics.Interval;
import triptych.metrics.Pooled;

/**
 * How often the 95 % interval holds the true value, on simulated images of which it is known:
 * argument is the number of simulated experiments (2000). Normal and skewed (Beta(6, 0.8)) figures
 * of images; objects clustered in images, the pooled part of those found; images clustered in
 * patients, resampled by patient (n patients of five images).
 */
public final class MetricCoverage {

	private static final int RESAMPLES = 1000;

	private record Drawn(Pooled figure, int[] group) {}

	private MetricCoverage() {}

	public static void main(String[] args) {
		int experiments = Integer.parseInt(args[0]);
		System.out.printf(
				"%d experiments of %d resamples: part of the intervals that hold the true value"
					+ " (mean width)%n",
				experiments, RESAMPLES);
		for (int n : new int[] {20, 50, 200}) {
			report(
					"normal",
					n,
					experiments,
					0.5,
					(random, size) -> single(random, size, r -> 0.5 + 0.1 * r.nextGaussian()));
			report(
					"Beta(6, 0.8)",
					n,
					experiments,
					6 / 6.8,
					(random, size) -> single(random, size, r -> beta(r, 6, 0.8)));
			report("objects in images", n, experiments, 0.8, MetricCoverage::objects);
			report("images of patients", n, experiments, 0.5, MetricCoverage::patients);
		}
	}

	private static void report(
			String name,
			int n,
			int experiments,
			double truth,
			BiFunction<Random, Integer, Drawn> draw) {
		double[] held = new double[2];
		for (int e = 0; e < experiments; e++) {
			Drawn drawn = draw.apply(new Random(1000L * e + n), n);
			Interval interval =
					Bootstrap.ofGroups(drawn.figure, drawn.group, RESAMPLES, Bootstrap.SEED + e);
			if (interval.low() <= truth && truth <= interval.high()) held[0]++;
			held[1] += interval.high() - interval.low();
		}
		System.out.printf(
				"n = %3d  %-20s %.3f (%.3f)%n",
				n, name, held[0] / experiments, held[1] / experiments);
	}

	private interface Draw {

		double of(Random random);
	}

	private static Drawn single(Random random, int n, Draw draw) {
		double[] values = new double[n];
		Arrays.setAll(values, i -> draw.of(random));
		return new Drawn(Pooled.mean(values), IntStream.range(0, n).toArray());
	}

	/** 1 to 20 objects an image, each image with its own rate of success, Beta(4, 1). */
	private static Drawn objects(Random random, int n) {
		double[][] counts = new double[n][2];
		for (double[] image : counts) {
			image[1] = 1 + random.nextInt(20);
			double rate = beta(random, 4, 1);
			for (int k = 0; k < image[1]; k++) if (random.nextDouble() < rate) image[0]++;
		}
		return new Drawn(Pooled.ofSums(counts, s -> s[0] / s[1]), IntStream.range(0, n).toArray());
	}

	/** Five images a patient; the patient explains half of the variance. */
	private static Drawn patients(Random random, int n) {
		double[] values = new double[5 * n];
		for (int p = 0; p < n; p++) {
			double patient = 0.5 + 0.1 * random.nextGaussian();
			for (int i = 0; i < 5; i++) values[5 * p + i] = patient + 0.1 * random.nextGaussian();
		}
		return new Drawn(Pooled.mean(values), IntStream.range(0, 5 * n).map(i -> i / 5).toArray());
	}

	private static double beta(Random random, double a, double b) {
		double x = gamma(random, a), y = gamma(random, b);
		return x / (x + y);
	}

	/** Marsaglia and Tsang, A simple method for generating gamma variables, 2000. */
	private static double gamma(Random random, double shape) {
		if (shape < 1) return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
		double d = shape - 1 / 3.0, c = 1 / Math.sqrt(9 * d);
		while (true) {
			double x = random.nextGaussian(), v = Math.pow(1 + c * x, 3);
			if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v))
				return d * v;
		}
	}
}
