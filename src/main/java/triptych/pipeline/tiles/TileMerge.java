package triptych.pipeline.tiles;

import triptych.core.Prediction;

/** Puts the predictions of a plane's tiles together. */
interface TileMerge {

	/** @param prediction in the pixels of the tile; tiles come row after row */
	void add(Tile tile, Prediction prediction);

	/** The plane's prediction, when every tile was added. */
	Prediction merged();
}
