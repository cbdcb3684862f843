package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile along one axis: the model sees [from, to), of which the core [coreFrom, coreTo) counts. The cores of a layout
 * cover the axis without gap or overlap.
 */
record Span(int from, int to, int coreFrom, int coreTo) {

	int length() {
		return to - from;
	}

	static Span whole(int length) {
		return new Span(0, length, 0, length);
	}

	/**
	 * Spans of at most {@code edge} that start at multiples of {@code multiple}, so that the grids of a network's poolings
	 * lie where they lie without tiles. Only the last one ends at the axis's end, where the network's own padding begins.
	 *
	 * @param margin between the end of a core and that of its span, inside the axis; a multiple of {@code multiple}
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
			spans.add(new Span(i * step, last ? length : (i + 1) * step + 2 * margin, i == 0 ? 0 : margin + i * step, last
				? length : margin + (i + 1) * step));
		}
		return spans;
	}

	/** Spans of exactly {@code edge} that overlap by at least {@code overlap}; cores meet in the middle of the overlaps. */
	static List<Span> even(int length, int edge, int overlap) {
		if (length <= edge) return List.of(whole(length));
		int n = 1 + count(length - edge, edge - overlap);
		List<Span> spans = new ArrayList<>(n);
		for (int i = 0; i < n; i++) {
			int from = at(i, n, length - edge);
			spans.add(new Span(from, from + edge, i == 0 ? 0 : (at(i - 1, n, length - edge) + edge + from) / 2, i == n - 1
				? length : (from + edge + at(i + 1, n, length - edge)) / 2));
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
