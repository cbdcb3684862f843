package triptych.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which outline lies in which. */
public final class NestedRings {

	private record Nested(double[] xy, int depth) {}

	private NestedRings() {}

	/**
	 * Outlines that are filled by the even-odd rule, where one that lies within an odd number of
	 * others is a hole; in an order in which they can be painted.
	 */
	public static List<Ring> evenOdd(List<double[]> outlines) {
		return outlines.stream()
			.map(xy -> new Nested(xy, depth(xy, outlines)))
			.sorted(Comparator.comparingInt(Nested::depth))
			.map(n -> new Ring(n.xy(), n.depth() % 2 == 1))
			.toList();
	}

	/** Each outline with its holes behind it; a hole belongs to the smallest that holds it. */
	public static List<List<Ring>> parts(List<Ring> rings) {
		List<List<Ring>> parts = new ArrayList<>();
		for (Ring ring : rings)
			if (!ring.hole()) parts.add(new ArrayList<>(List.of(ring)));
		for (Ring hole : rings) {
			if (!hole.hole()) continue;
			double[] point = inner(hole.xy());
			parts.stream()
				.filter(p -> holds(p.get(0).xy(), point[0], point[1]))
				.min(Comparator.comparingDouble(p -> p.get(0).area()))
				.ifPresent(p -> p.add(hole));
		}
		return parts;
	}

	private static int depth(double[] ring, List<double[]> all) {
		double[] point = inner(ring);
		return (int) all.stream().filter(o -> o != ring && holds(o, point[0], point[1])).count();
	}

	/**
	 * A point inside, just below the highest corner, where no other outline lies that is inside this
	 * one.
	 */
	private static double[] inner(double[] ring) {
		double[] ys = rows(ring);
		double y = ys.length > 1 ? ys[0] + (ys[1] - ys[0]) / 1024 : ys[0];
		double[] xs = crossings(ring, y);
		return new double[] { xs.length > 1 ? (xs[0] + xs[1]) / 2 : ring[0], y };
	}

	private static double[] rows(double[] ring) {
		double[] ys = new double[ring.length / 2];
		for (int i = 0; i < ys.length; i++)
			ys[i] = ring[2 * i + 1];
		return Arrays.stream(ys).distinct().sorted().toArray();
	}

	private static boolean holds(double[] ring, double x, double y) {
		return Arrays.stream(crossings(ring, y)).filter(c -> c > x).count() % 2 == 1;
	}

	/** Where the outline crosses a row, from left to right. */
	private static double[] crossings(double[] ring, double y) {
		double[] xs = new double[ring.length / 2];
		int n = 0;
		for (int i = 0, last = ring.length - 2; i < ring.length; last = i, i += 2) {
			double y1 = ring[last + 1], y2 = ring[i + 1];
			if ((y1 > y) == (y2 > y)) continue;
			xs[n++] = ring[last] + (y - y1) / (y2 - y1) * (ring[i] - ring[last]);
		}
		double[] found = Arrays.copyOf(xs, n);
		Arrays.sort(found);
		return found;
	}
}
