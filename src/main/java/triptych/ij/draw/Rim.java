package triptych.ij.draw;

import java.util.Arrays;

import triptych.core.LabelMap;

/**
 * The pixels of some rows of a label map that lie within a distance of the edge of their object, or
 * of the image.
 */
final class Rim {

	private final int[] ids;
	private final int width, height, thick, first, end;
	private int[] found = new int[1 << 12];
	private int count;

	Rim(LabelMap map, int thick, int first, int end) {
		ids = map.ids();
		width = map.width();
		height = map.height();
		this.thick = thick;
		this.first = first;
		this.end = end;
	}

	/** The places of the pixels in the map, in their order. */
	int[] pixels() {
		for (int y = first; y < end; y++)
			for (int from = y * width, rowEnd = from + width, to; from < rowEnd; from = to) {
				int id = ids[from];
				to = from + 1;
				while (to < rowEnd && ids[to] == id) to++;
				if (id > 0) addRun(y, from, to);
			}
		return Arrays.copyOf(found, count);
	}

	/**
	 * A run of one object in a row: its ends, and where the rows above or below hold something else.
	 */
	private void addRun(int y, int from, int to) {
		int inner = from + thick, innerEnd = to - thick;
		if (inner >= innerEnd || y < thick || y >= height - thick) {
			add(from, to);
			return;
		}
		add(from, inner);
		int above = other(inner, innerEnd, -thick * width);
		int below = other(inner, innerEnd, thick * width);
		while (Math.min(above, below) < innerEnd) {
			int i = Math.min(above, below);
			add(i, i + 1);
			if (above == i) above = other(i + 1, innerEnd, -thick * width);
			if (below == i) below = other(i + 1, innerEnd, thick * width);
		}
		add(innerEnd, to);
	}

	/**
	 * The first place from {@code from} on whose pixel so far away differs; {@code to} where none
	 * does.
	 */
	private int other(int from, int to, int away) {
		int i = Arrays.mismatch(ids, from, to, ids, from + away, to + away);
		return i < 0 ? to : from + i;
	}

	private void add(int from, int to) {
		if (count + to - from > found.length)
			found = Arrays.copyOf(found, Math.max(2 * found.length, count + to - from));
		for (int i = from; i < to; i++)
			found[count++] = i;
	}
}
