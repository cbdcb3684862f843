package triptych.ij.annotation;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import triptych.annotation.NestedRings;
import triptych.annotation.Shape;

/**
 * The outlines of a ROI of several parts. ImageJ fills it by the even-odd rule: an outline that
 * lies within an odd number of others is a hole.
 */
final class CompositeRings {

	/** How far a curve may lie from the straight lines that stand for it, in pixels. */
	private static final double FLATNESS = 0.05;

	private CompositeRings() {}

	static Shape of(Roi roi) {
		return new Shape.Polygon(NestedRings.evenOdd(outlines((ShapeRoi) roi)));
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
}
