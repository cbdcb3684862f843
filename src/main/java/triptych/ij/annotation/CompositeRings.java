package triptych.ij.annotation;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import triptych.annotation.Ring;
import triptych.annotation.Shape;

/**
 * The outlines of a ROI of several parts. ImageJ fills it by the even-odd rule: an outline that
 * lies within an odd number of others is a hole.
 */
final class CompositeRings {

	/** How far a curve may lie from the straight lines that stand for it, in pixels. */
	private static final double FLATNESS = 0.05;

	private record Nested(double[] xy, int depth) {}

	private CompositeRings() {}

	static Shape of(Roi roi) {
		List<double[]> outlines = outlines((ShapeRoi) roi);
		List<Ring> rings = outlines.stream()
			.map(xy -> new Nested(xy, depth(xy, outlines)))
			// A hole is cut after what it is cut from, and before what lies in it.
			.sorted(Comparator.comparingInt(Nested::depth))
			.map(n -> new Ring(n.xy(), n.depth() % 2 == 1))
			.toList();
		return new Shape.Polygon(rings);
	}

	private static List<double[]> outlines(ShapeRoi roi) {
		List<double[]> outlines = new ArrayList<>();
		var at = roi.getFloatBounds();
		PathIterator path = roi.getShape().getPathIterator(null, FLATNESS);
		double[] xy = new double[16], point = new double[6];
		int n = 0;
		for (; !path.isDone(); path.next()) {
			int kind = path.currentSegment(point);
			if (kind == PathIterator.SEG_CLOSE) continue;
			if (kind == PathIterator.SEG_MOVETO) {
				add(outlines, xy, n);
				n = 0;
			}
			if (n == xy.length) xy = Arrays.copyOf(xy, 2 * n);
			xy[n++] = at.x + point[0];
			xy[n++] = at.y + point[1];
		}
		add(outlines, xy, n);
		return outlines;
	}

	private static void add(List<double[]> outlines, double[] xy, int n) {
		int end = n;
		// Closed by its first point and again by the end of the path.
		if (end >= 4 && xy[0] == xy[end - 2] && xy[1] == xy[end - 1]) end -= 2;
		if (end >= 6) outlines.add(Arrays.copyOf(xy, end));
	}

	private static int depth(double[] ring, List<double[]> all) {
		double[] point = inner(ring);
		return (int) all.stream().filter(o -> o != ring && holds(o, point[0], point[1])).count();
	}

	/** A point inside, on a line between two rows of corners. */
	private static double[] inner(double[] ring) {
		double[] ys = rows(ring);
		double y = ys.length > 1 ? (ys[0] + ys[1]) / 2 : ys[0];
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
