package triptych.teach.learn;

/**
 * The lowest point of a smooth convex function by the limited-memory BFGS method (Nocedal and
 * Wright, Numerical Optimization, 2006, algorithms 7.4 and 7.5) with a backtracking line search.
 */
final class Lbfgs {

	private static final int MEMORY = 10, MOST_STEPS = 300;
	private static final double ENOUGH = 1e-4;

	/** A function of a point that also gives its gradient there. */
	@FunctionalInterface
	interface Function {

		double at(double[] point, double[] gradient);
	}

	private Lbfgs() {}

	/**
	 * @param start where to begin, which is not changed
	 * @param tolerance of the gradient's largest element
	 */
	static double[] lowest(Function function, double[] start, double tolerance) {
		int n = start.length;
		double[] at = start.clone(), gradient = new double[n];
		double value = function.at(at, gradient);
		double[][] steps = new double[MEMORY][], turns = new double[MEMORY][];
		double[] rates = new double[MEMORY];
		int kept = 0;
		for (int k = 0; k < MOST_STEPS && largest(gradient) > tolerance; k++) {
			double[] direction = direction(gradient, steps, turns, rates, kept);
			double slope = dot(direction, gradient);
			double[] next = new double[n], there = new double[n];
			double size = kept == 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
			double lower = moved(function, at, direction, size, next, there);
			while (!(lower <= value + ENOUGH * size * slope) && size > 1e-12) {
				size /= 2;
				lower = moved(function, at, direction, size, next, there);
			}
			if (!(lower < value)) return at;
			double[] step = less(next, at), turn = less(there, gradient);
			double curvature = dot(step, turn);
			if (curvature > 1e-12 * dot(turn, turn)) {
				steps[kept % MEMORY] = step;
				turns[kept % MEMORY] = turn;
				rates[kept % MEMORY] = 1 / curvature;
				kept++;
			}
			at = next;
			gradient = there;
			value = lower;
		}
		return at;
	}

	private static double moved(Function function, double[] from, double[] direction, double size,
		double[] to, double[] gradient)
	{
		for (int i = 0; i < from.length; i++)
			to[i] = from[i] + size * direction[i];
		return function.at(to, gradient);
	}

	/** Down the gradient, bent by what the last steps told of the curvature. */
	private static double[] direction(double[] gradient, double[][] steps, double[][] turns,
		double[] rates, int kept)
	{
		double[] d = gradient.clone(), shares = new double[MEMORY];
		int from = Math.max(0, kept - MEMORY);
		for (int k = kept - 1; k >= from; k--) {
			int m = k % MEMORY;
			shares[m] = rates[m] * dot(steps[m], d);
			add(d, -shares[m], turns[m]);
		}
		if (kept > 0) {
			int m = (kept - 1) % MEMORY;
			double scale = 1 / (rates[m] * dot(turns[m], turns[m]));
			for (int i = 0; i < d.length; i++)
				d[i] *= scale;
		}
		for (int k = from; k < kept; k++) {
			int m = k % MEMORY;
			add(d, shares[m] - rates[m] * dot(turns[m], d), steps[m]);
		}
		for (int i = 0; i < d.length; i++)
			d[i] = -d[i];
		return d;
	}

	private static void add(double[] to, double factor, double[] other) {
		for (int i = 0; i < to.length; i++)
			to[i] += factor * other[i];
	}

	private static double[] less(double[] a, double[] b) {
		double[] d = a.clone();
		add(d, -1, b);
		return d;
	}

	private static double dot(double[] a, double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	private static double largest(double[] a) {
		double most = 0;
		for (double v : a)
			most = Math.max(most, Math.abs(v));
		return most;
	}
}
