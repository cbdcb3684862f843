package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.List;

import triptych.core.Plane;
import triptych.core.PlaneCrop;

/** A part of a plane that the model sees at once, and its core, the part of it that counts. */
record Tile(Span x, Span y) {

	/** Row after row. */
	static List<Tile> grid(List<Span> across, List<Span> down) {
		List<Tile> tiles = new ArrayList<>(across.size() * down.size());
		for (Span y : down)
			for (Span x : across)
				tiles.add(new Tile(x, y));
		return tiles;
	}

	Plane of(Plane plane) {
		return new PlaneCrop(plane, x.from(), y.from(), x.length(), y.length());
	}

	/**
	 * Copies the core of a map of this tile to its place in a map of the plane.
	 *
	 * @param tile an array of values, row after row
	 * @param plane an array of the same type
	 */
	void paste(Object tile, Object plane, int planeWidth) {
		int n = x.coreTo() - x.coreFrom();
		for (int row = y.coreFrom(); row < y.coreTo(); row++)
			System.arraycopy(tile, (row - y.from()) * x.length() + x.coreFrom() - x.from(), plane, row * planeWidth + x
				.coreFrom(), n);
	}
}
