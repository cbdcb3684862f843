package triptych.annotation;

import java.util.List;

import triptych.core.Box;

/**
 * A closed outline.
 *
 * @param xy corners as x, y, x, y ... in image pixels, the last joined to the first
 * @param hole true where it takes away instead of adding
 */
public record Ring(double[] xy, boolean hole) {

	public Ring(double... xy) {
		this(xy, false);
	}

	public int corners() {
		return xy.length / 2;
	}

	/** The enclosed area in square pixels, by the shoelace formula, whatever the direction. */
	public double area() {
		double twice = 0;
		for (int i = 0, last = xy.length - 2; i < xy.length; last = i, i += 2)
			twice += xy[last] * xy[i + 1] - xy[i] * xy[last + 1];
		return Math.abs(twice) / 2;
	}

	/** Areas of the outlines less those of the holes. */
	static double area(List<Ring> rings) {
		return rings.stream().mapToDouble(r -> r.hole() ? -r.area() : r.area()).sum();
	}

	/** The box around all outlines. */
	static Box around(List<Ring> rings) {
		double x1 = Double.POSITIVE_INFINITY, y1 = x1, x2 = Double.NEGATIVE_INFINITY, y2 = x2;
		for (Ring ring : rings)
			for (int i = 0; i < ring.xy.length; i += 2) {
				x1 = Math.min(x1, ring.xy[i]);
				x2 = Math.max(x2, ring.xy[i]);
				y1 = Math.min(y1, ring.xy[i + 1]);
				y2 = Math.max(y2, ring.xy[i + 1]);
			}
		return x1 > x2 ? new Box(0, 0, 0, 0) : new Box(x1, y1, x2, y2);
	}
}
