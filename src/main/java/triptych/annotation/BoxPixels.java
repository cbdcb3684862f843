package triptych.annotation;

import triptych.core.Box;
import triptych.core.pixels.RunMask;

/** The pixels of a rectangle. */
final class BoxPixels {

	private BoxPixels() {}

	/** Those of an image of this size whose middles lie inside. */
	static RunMask of(Box box, int width, int height) {
		Box b = middles(box).clipped(width, height);
		int w = (int) Math.max(0, b.width()), h = (int) Math.max(0, b.height());
		int[] rows = new int[h + 1], edges = new int[w == 0 ? 0 : 2 * h];
		for (int j = 0; j < h && w > 0; j++) {
			rows[j + 1] = j + 1;
			edges[2 * j] = (int) b.x1();
			edges[2 * j + 1] = (int) b.x2();
		}
		return new RunMask((int) b.x1(), (int) b.y1(), w, h, rows, edges);
	}

	/** The whole pixels whose middles lie inside. */
	private static Box middles(Box b) {
		return new Box(Math.ceil(b.x1() - 0.5), Math.ceil(b.y1() - 0.5), Math.ceil(b.x2() - 0.5),
			Math.ceil(b.y2() - 0.5));
	}
}
