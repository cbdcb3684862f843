package triptych.core.pixels;

import java.util.Arrays;

import triptych.core.Box;
import triptych.core.Region;
import triptych.core.Region.RotatedBox;

/** What convex outlines share (Sutherland and Hodgman, Reentrant polygon clipping, 1974). */
public final class ConvexOverlap {

	private ConvexOverlap() {}

	/** Corners of a box or a turned one, in the direction of {@link RotatedBox#corners}. */
	public static double[] corners(Region region) {
		if (region instanceof RotatedBox turned) return turned.corners();
		Box b = Box.around(region);
		return new double[]{ b.x1(), b.y1(), b.x2(), b.y1(), b.x2(), b.y2(), b.x1(), b.y2() };
	}

	/** The part of one outline that lies inside of another. */
	public static double[] clip(double[] outline, double[] by) {
		double[] part = outline;
		for (int i = 0; i < by.length; i += 2) {
			int j = (i + 2) % by.length;
			part = clip(part, by[i], by[i + 1], by[j] - by[i], by[j + 1] - by[i + 1]);
		}
		return part;
	}

	private static double[] clip(double[] outline, double x, double y, double dx, double dy) {
		double[] kept = new double[2 * outline.length + 4];
		int n = 0;
		for (int i = 0; i < outline.length; i += 2) {
			int j = (i + 2) % outline.length;
			double a = dx * (outline[i + 1] - y) - dy * (outline[i] - x);
			double b = dx * (outline[j + 1] - y) - dy * (outline[j] - x);
			if (a >= 0) {
				kept[n++] = outline[i];
				kept[n++] = outline[i + 1];
			}
			if (a >= 0 == b >= 0) continue;
			kept[n++] = outline[i] + a / (a - b) * (outline[j] - outline[i]);
			kept[n++] = outline[i + 1] + a / (a - b) * (outline[j + 1] - outline[i + 1]);
		}
		return Arrays.copyOf(kept, n);
	}

	public static double area(double[] outline) {
		double twice = 0;
		for (int i = 0; i < outline.length; i += 2) {
			int j = (i + 2) % outline.length;
			twice += outline[i] * outline[j + 1] - outline[j] * outline[i + 1];
		}
		return Math.abs(twice) / 2;
	}
}
