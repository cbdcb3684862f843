package triptych.core;

/** Where an object is: its box, or the pixels that belong to it. */
public sealed interface Region permits Box, Mask {

	Box bounds();

	/** Covered area in square pixels. */
	double area();

	/** The same region, so many pixels further right and down. */
	Region moved(int dx, int dy);
}
