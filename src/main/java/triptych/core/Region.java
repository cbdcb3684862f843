package triptych.core;

/** Where an object is: its box, or the pixels that belong to it. */
public sealed interface Region permits Box, Mask {

	/** Left edge of the box around it. */
	double x1();

	/** Top edge. */
	double y1();

	/** Right edge, exclusive. */
	double x2();

	/** Bottom edge, exclusive. */
	double y2();

	/** Covered area in square pixels. */
	double area();

	/** The same region, {@code dx} pixels further right and {@code dy} further down. */
	Region moved(int dx, int dy);
}
