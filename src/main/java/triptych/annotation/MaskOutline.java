package triptych.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import triptych.core.Mask;
import triptych.core.pixels.RunMask;

/**
 * The outlines of pixels, along their edges, so that they hold exactly these pixels. Each part is
 * walked with the pixels on its right; pixels that touch in a corner only are parts of their own.
 * Costs as much as the edge is long and the box is large.
 */
public final class MaskOutline {

	private static final int RIGHT = 1, DOWN = 2, LEFT = 4, UP = 8;

	private final Mask mask;
	/** For each corner of a pixel, the directions in which edges start there. */
	private final byte[] starts;
	private final int columns;

	private MaskOutline(Mask mask) {
		this.mask = mask;
		columns = mask.width() + 1;
		starts = new byte[columns * (mask.height() + 1)];
	}

	/**
	 * In the order of their first corners, row after row, so that a hole comes after what it is cut
	 * from, and before what lies in it.
	 */
	public static List<Ring> of(RunMask pixels) {
		MaskOutline outline = new MaskOutline(pixels.mask());
		outline.markEdges();
		List<Ring> rings = new ArrayList<>();
		for (int at = 0; at < outline.starts.length; at++)
			while (outline.starts[at] != 0)
				rings.add(outline.walk(at));
		return rings;
	}

	private void markEdges() {
		int w = mask.width(), h = mask.height();
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				if (!in(x, y)) continue;
				int corner = y * columns + x;
				if (!in(x, y - 1)) starts[corner] |= RIGHT;
				if (!in(x + 1, y)) starts[corner + 1] |= DOWN;
				if (!in(x, y + 1)) starts[corner + columns + 1] |= LEFT;
				if (!in(x - 1, y)) starts[corner + columns] |= UP;
			}
	}

	private boolean in(int x, int y) {
		return x >= 0 && y >= 0 && x < mask.width() && y < mask.height()
			&& mask.inside()[y * mask.width() + x] != 0;
	}

	private Ring walk(int start) {
		double[] xy = new double[16];
		int first = Integer.lowestOneBit(starts[start]);
		int n = 0, at = start, direction = first, last = 0;
		double twiceArea = 0;
		do {
			if (direction != last) {
				if (n == xy.length) xy = Arrays.copyOf(xy, 2 * n);
				xy[n++] = mask.x() + at % columns;
				xy[n++] = mask.y() + at / columns;
			}
			int x = at % columns;
			if (direction == DOWN) twiceArea -= 2.0 * x;
			if (direction == UP) twiceArea += 2.0 * x;
			// The first edge stays until the end, so that the walk knows it again.
			if (at != start || direction != first) starts[at] &= ~direction;
			last = direction;
			at += step(direction);
			direction = next(at, direction);
		}
		while (at != start || direction != first);
		starts[start] &= ~first;
		double[] corners = Arrays.copyOf(xy, n);
		// Downwards on the right side: an outer outline runs clockwise, a hole the other way.
		return new Ring(corners, twiceArea > 0);
	}

	private int step(int direction) {
		return switch (direction) {
			case RIGHT -> 1;
			case DOWN -> columns;
			case LEFT -> -1;
			default -> -columns;
		};
	}

	/** To the right where two ways are open, so that parts that touch in a corner stay apart. */
	private int next(int at, int direction) {
		int right = direction == UP ? RIGHT : direction << 1;
		int left = direction == RIGHT ? UP : direction >> 1;
		for (int way : new int[] { right, direction, left })
			if ((starts[at] & way) != 0) return way;
		return 0;
	}
}
