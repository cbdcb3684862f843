package triptych.teach.learn;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import triptych.teach.learn.LearningCurve.Point;

/**
 * What a learning curve promises for more examples. Two laws are fitted to it: {@code a - b n^-c}
 * (Hestness and others, Deep learning scaling is predictable, empirically, 2017), and
 * {@code a + b log n} as far as 1, which grows more slowly at first and knows no end. The range
 * goes from the lower of the two to the power law, or half the way to the logarithm where that is
 * higher, and on both sides by one standard error further. {@code triptych.bench.TeachForecasts}
 * tells how often the truth at four times the examples lies inside.
 */
public final class Forecast {

	private static final int FEWEST = 3;

	/** Examples of each class beyond which nothing is promised. */
	private static final int FURTHEST = 2000;

	/** The least standard error, since the draws share examples. */
	private static final double LEAST = 0.003;

	/** What is to be expected, from low to high, as a share that is right. */
	public record Range(double low, double high) {}

	private final Law power, logarithm;
	private final double error;

	private Forecast(Law power, Law logarithm, double error) {
		this.power = power;
		this.logarithm = logarithm;
		this.error = error;
	}

	/** {@code a + b f(n)}, where f is a power below 0, or the logarithm for a power of 0. */
	private record Law(double a, double b, double power, double misfit) {

		double at(double n) {
			return Math.min(1, a + b * f(n, power));
		}

		private static double f(double n, double power) {
			return power == 0 ? Math.log(n) : Math.pow(n, power);
		}

		/** Least squares, points with smaller errors counting more; never above 1 in the end. */
		static Law fitted(List<Point> points, double power) {
			double w = 0, x = 0, y = 0, xx = 0, xy = 0;
			for (Point p : points) {
				double weight = 1 / Math.pow(Math.max(LEAST, p.error()), 2);
				double f = f(p.perClass(), power);
				w += weight;
				x += weight * f;
				y += weight * p.accuracy();
				xx += weight * f * f;
				xy += weight * f * p.accuracy();
			}
			double b = (w * xy - x * y) / (w * xx - x * x), a = (y - b * x) / w;
			if (power < 0 && a > 1) {
				a = 1;
				b = (xy - x) / xx;
			}
			double misfit = 0;
			for (Point p : points)
				misfit += Math.pow((a + b * f(p.perClass(), power) - p.accuracy())
					/ Math.max(LEAST, p.error()), 2);
			return new Law(a, b, power, misfit);
		}
	}

	/** True where there are points enough. */
	public static boolean isPossible(List<Point> curve) {
		return curve.size() >= FEWEST;
	}

	/**
	 * @param curve at least three points, see {@link #isPossible}
	 * @param examples that it was measured on
	 */
	public static Forecast of(List<Point> curve, int examples) {
		Law best = Law.fitted(curve, -0.1);
		for (int tenths = 2; tenths <= 15; tenths++) {
			Law law = Law.fitted(curve, -tenths / 10.0);
			if (law.misfit() < best.misfit()) best = law;
		}
		List<Point> latest = curve.subList(Math.max(0, curve.size() - 4), curve.size());
		Law logarithm = Law.fitted(latest, 0);
		Point last = curve.get(curve.size() - 1);
		double scatter = Math.sqrt(best.misfit() / curve.size());
		double drawn = Math.max(LEAST, last.error()) * Math.max(1, scatter);
		// Few examples that are all right leave room for one that would have been wrong.
		double wrong = 1 - last.accuracy() + 1.0 / examples;
		double counted = Math.sqrt(wrong * (1 - Math.min(0.5, wrong)) / examples);
		return new Forecast(best, logarithm, Math.hypot(drawn, counted));
	}

	/** What to expect of so many examples of each class. */
	public Range at(int perClass) {
		double a = power.at(perClass), b = logarithm.at(perClass);
		double low = Math.min(a, b) - error, high = Math.max(a, (a + b) / 2) + error;
		return new Range(Math.max(0, low), Math.min(1, high));
	}

	/**
	 * How many examples of each class a goal needs by the power law; empty where it is out of reach,
	 * or more than {@value #FURTHEST}.
	 */
	public OptionalInt needed(double goal) {
		return needed(goal, FURTHEST);
	}

	/** The same as far as a number of examples. */
	public OptionalInt needed(double goal, int furthest) {
		return IntStream.rangeClosed(1, furthest).filter(n -> power.at(n) >= goal).findFirst();
	}
}
