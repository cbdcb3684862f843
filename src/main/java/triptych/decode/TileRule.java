package triptych.decode;

/** How the predictions of a plane's tiles become one. */
public enum TileRule {

	/** One answer for the whole plane: it is never cut into tiles. */
	WHOLE,

	/**
	 * Boxes or masks: what several tiles show of an object is joined, then weaker ones are dropped.
	 */
	BOXES,

	/** The same for models that have dropped the weaker ones themselves. */
	FINAL_BOXES,

	/** A label map of objects: what a tile's edge cuts is joined with what the next tile shows. */
	THINGS,

	/** A map of classes: each pixel comes from the tile whose core holds it. */
	REGIONS
}
