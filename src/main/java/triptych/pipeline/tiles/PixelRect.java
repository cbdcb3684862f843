package triptych.pipeline.tiles;

import triptych.core.Box;
import triptych.core.Mask;

/** Whole pixels [x1, x2) x [y1, y2) of a plane; empty where an end does not lie behind its start. */
record PixelRect(int x1, int y1, int x2, int y2) {

	static PixelRect of(Mask m) {
		return new PixelRect(m.x(), m.y(), m.x() + m.width(), m.y() + m.height());
	}

	PixelRect shared(PixelRect o) {
		return new PixelRect(Math.max(x1, o.x1), Math.max(y1, o.y1), Math.min(x2, o.x2), Math.min(y2, o.y2));
	}

	boolean empty() {
		return x2 <= x1 || y2 <= y1;
	}

	Box box() {
		return new Box(x1, y1, x2, y2);
	}
}
