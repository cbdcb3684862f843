package triptych.decode.objects;

import triptych.core.LabelMap;

/** Objects of a label map whose holes become theirs. */
final class FilledHoles {

	private static final byte OBJECT = 1, OUTSIDE = 2;

	private FilledHoles() {}

	/** Changes the ids of the map: what an object encloses, by its pixels' edges, belongs to it. */
	static void fill(LabelMap map) {
		int[] boxes = map.boxes();
		for (int id = 1; id <= map.maxId(); id++) {
			int w = boxes[4 * id + 2], h = boxes[4 * id + 3];
			if (w > 2 && h > 2) fill(map, id, boxes[4 * id], boxes[4 * id + 1], w, h);
		}
	}

	private static void fill(LabelMap map, int id, int left, int top, int w, int h) {
		byte[] kind = new byte[w * h];
		int[] queue = new int[w * h];
		int to = 0;
		for (int i = 0; i < kind.length; i++) {
			boolean own = map.ids()[(top + i / w) * map.width() + left + i % w] == id;
			boolean edge = i % w == 0 || i % w == w - 1 || i / w == 0 || i / w == h - 1;
			kind[i] = own ? OBJECT : 0;
			if (!own && edge) {
				kind[i] = OUTSIDE;
				queue[to++] = i;
			}
		}
		for (int from = 0; from < to; from++) {
			int i = queue[from];
			if (i % w > 0) to = reach(i - 1, kind, queue, to);
			if (i % w < w - 1) to = reach(i + 1, kind, queue, to);
			if (i >= w) to = reach(i - w, kind, queue, to);
			if (i < kind.length - w) to = reach(i + w, kind, queue, to);
		}
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				if (kind[y * w + x] == 0) map.ids()[(top + y) * map.width() + left + x] = id;
	}

	private static int reach(int i, byte[] kind, int[] queue, int to) {
		if (kind[i] != 0) return to;
		kind[i] = OUTSIDE;
		queue[to] = i;
		return to + 1;
	}
}
