package triptych.annotation.files;

import java.util.ArrayList;
import java.util.List;

import triptych.annotation.Ring;

/**
 * Several outlines as one, for formats that hold no more: from one to the next and back runs a line
 * of no width, between their nearest corners. Which pixels lie inside stays the same for parts and
 * for holes.
 */
final class JoinedRings {

	private JoinedRings() {}

	static double[] of(List<Ring> rings) {
		List<double[]> rest = new ArrayList<>(rings.stream().map(Ring::xy).toList());
		double[] joined = rest.remove(0);
		for (double[] next : rest)
			joined = join(joined, next);
		return joined;
	}

	private static double[] join(double[] a, double[] b) {
		int nearA = 0, nearB = 0;
		double nearest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < a.length; i += 2)
			for (int j = 0; j < b.length; j += 2) {
				double distance = Math.hypot(a[i] - b[j], a[i + 1] - b[j + 1]);
				if (distance >= nearest) continue;
				nearest = distance;
				nearA = i;
				nearB = j;
			}
		double[] joined = new double[a.length + b.length + 4];
		int n = 0;
		System.arraycopy(a, 0, joined, n, nearA + 2);
		n += nearA + 2;
		System.arraycopy(b, nearB, joined, n, b.length - nearB);
		n += b.length - nearB;
		System.arraycopy(b, 0, joined, n, nearB + 2);
		n += nearB + 2;
		System.arraycopy(a, nearA, joined, n, a.length - nearA);
		return joined;
	}
}
