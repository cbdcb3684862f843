package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.List;

import triptych.core.Box;
import triptych.core.Plane;
import triptych.core.PlaneCrop;

/** A part of a plane that the model sees at once, and its core, the part of it that counts. */
record Tile(Span x, Span y) {

	/**
	 * A tile along one axis: the model sees [from, to), of which the core [coreFrom, coreTo) counts.
	 * The cores of a layout cover the axis without gap or overlap.
	 */
	record Span(int from, int to, int coreFrom, int coreTo) {

		int length() {
			return to - from;
		}

		static Span whole(int length) {
			return new Span(0, length, 0, length);
		}

		/**
		 * Spans of at most {@code edge} that start at multiples of {@code multiple}, so that the grids
		 * of a network's poolings lie where they lie without tiles. Only the last one ends at the
		 * axis's end, where the network's own padding begins.
		 *
		 * @param margin between the end of a core and that of its span, inside the axis; a multiple of
		 *          {@code multiple}
		 */
		static List<Span> aligned(int length, int edge, int margin, int multiple) {
			if (length <= edge) return List.of(whole(length));
			int step = (edge - 2 * margin) / multiple * multiple;
			int n = count(length - 2 * margin, step);
			// Of about the same length each; what remains is the last one's.
			step = (count(length - 2 * margin, n) + multiple - 1) / multiple * multiple;
			n = count(length - 2 * margin, step);
			List<Span> spans = new ArrayList<>(n);
			for (int i = 0; i < n; i++) {
				boolean last = i == n - 1;
				int to = last ? length : (i + 1) * step + 2 * margin;
				int coreFrom = i == 0 ? 0 : margin + i * step;
				int coreTo = last ? length : margin + (i + 1) * step;
				spans.add(new Span(i * step, to, coreFrom, coreTo));
			}
			return spans;
		}

		/**
		 * Spans of exactly {@code edge} that overlap by at least {@code overlap}; cores meet in the
		 * middle of the overlaps.
		 */
		static List<Span> even(int length, int edge, int overlap) {
			if (length <= edge) return List.of(whole(length));
			int n = 1 + count(length - edge, edge - overlap);
			List<Span> spans = new ArrayList<>(n);
			for (int i = 0; i < n; i++) {
				int from = at(i, n, length - edge), to = from + edge;
				int coreFrom = i == 0 ? 0 : (at(i - 1, n, length - edge) + edge + from) / 2;
				int coreTo = i == n - 1 ? length : (to + at(i + 1, n, length - edge)) / 2;
				spans.add(new Span(from, to, coreFrom, coreTo));
			}
			return spans;
		}

		private static int at(int i, int n, int rest) {
			return (int) ((long) i * rest / (n - 1));
		}

		private static int count(int length, int step) {
			return (length + step - 1) / step;
		}
	}

	/** Row after row. */
	static List<Tile> grid(List<Span> across, List<Span> down) {
		List<Tile> tiles = new ArrayList<>(across.size() * down.size());
		for (Span y : down)
			for (Span x : across)
				tiles.add(new Tile(x, y));
		return tiles;
	}

	/** What the model sees, in pixels of the plane. */
	Box bounds() {
		return new Box(x.from(), y.from(), x.to(), y.to());
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
		for (int row = y.coreFrom(); row < y.coreTo(); row++) {
			int from = (row - y.from()) * x.length() + x.coreFrom() - x.from();
			System.arraycopy(tile, from, plane, row * planeWidth + x.coreFrom(), n);
		}
	}
}
