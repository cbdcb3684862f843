package triptych.decode.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import triptych.core.Box;
import triptych.core.Mask;

/**
 * Masks that are kept, in a grid of square cells, so that a candidate is compared only with those
 * whose box touches its own cells: many small objects cost linear time.
 */
final class KeptMasks {

	/** About the size of a nucleus: few masks touch a cell, and a mask touches few cells. */
	private static final int CELL = 32;

	private final int columns;
	/** For each cell its last entry, from 1; for each entry the one before it, and the mask. */
	private final int[] head;
	private int[] before = new int[256], item = new int[256];
	private int entries;
	private final List<Mask> kept = new ArrayList<>();
	private int[] areas = new int[64], met = new int[64];
	private int candidates;

	KeptMasks(int width, int height) {
		columns = width / CELL + 1;
		head = new int[columns * (height / CELL + 1)];
	}

	/** True where a kept mask shares more than the part of the smaller one's area. */
	boolean covers(Mask mask, double part) {
		candidates++;
		Box box = Box.around(mask);
		int area = (int) mask.area();
		for (int r = mask.y() / CELL; r <= lastRow(mask); r++)
			for (int c = mask.x() / CELL; c <= lastColumn(mask); c++)
				for (int e = head[r * columns + c]; e > 0; e = before[e]) {
					int other = item[e];
					if (met[other] == candidates) continue;
					met[other] = candidates;
					double most = part * Math.min(area, areas[other]);
					// Their boxes share at least as much.
					boolean can = box.intersection(Box.around(kept.get(other))).area() > most;
					if (can && mask.sharedPixels(kept.get(other), box) > most) return true;
				}
		return false;
	}

	void add(Mask mask) {
		int id = kept.size();
		if (id == areas.length) {
			areas = Arrays.copyOf(areas, 2 * id);
			met = Arrays.copyOf(met, 2 * id);
		}
		areas[id] = (int) mask.area();
		kept.add(mask);
		for (int r = mask.y() / CELL; r <= lastRow(mask); r++)
			for (int c = mask.x() / CELL; c <= lastColumn(mask); c++)
				link(r * columns + c, id);
	}

	private void link(int cell, int id) {
		if (++entries == item.length) {
			item = Arrays.copyOf(item, 2 * entries);
			before = Arrays.copyOf(before, 2 * entries);
		}
		item[entries] = id;
		before[entries] = head[cell];
		head[cell] = entries;
	}

	private static int lastRow(Mask mask) {
		return (mask.y() + mask.height() - 1) / CELL;
	}

	private static int lastColumn(Mask mask) {
		return (mask.x() + mask.width() - 1) / CELL;
	}
}
