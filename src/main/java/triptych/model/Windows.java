package triptych.model;

/**
 * Overlapping squares that cover an image along its long side, as EoMT cuts images for classes of
 * pixels; their edge is the image's short side, which they fill.
 *
 * @param width of the whole, in pixels of the network's input
 * @param height likewise
 */
public record Windows(int width, int height) {

	public int edge() {
		return Math.min(width, height);
	}

	/** Where they start along the long side, evenly, the last one at its end but for rounding. */
	public int[] starts() {
		int longest = Math.max(width, height), edge = edge();
		int count = (longest + edge - 1) / edge;
		double overlap = count > 1 ? (count * edge - longest) / (count - 1.0) : 0;
		int[] starts = new int[count];
		for (int i = 0; i < count; i++)
			starts[i] = (int) (i * (edge - overlap));
		return starts;
	}

	/** The left edge of the window that starts there. */
	public int left(int start) {
		return width >= height ? start : 0;
	}

	/** Its upper edge. */
	public int top(int start) {
		return width >= height ? 0 : start;
	}
}
