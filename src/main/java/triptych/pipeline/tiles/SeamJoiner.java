package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.List;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Mask;
import triptych.core.pixels.DisjointSets;

/**
 * The parts of objects that inner edges of tiles cut. A part that lies on an object which another
 * tile saw whole is left out. Parts from different tiles that agree where both tiles look
 * (intersection over the smaller of the two there at least a half) are one object: the union of
 * them. Linear in the pixels of the parts.
 */
final class SeamJoiner {

	/** @param valid where the part's tile can be trusted */
	private record Part(Mask mask, ClassScore best, int pixels, Box valid) {}

	private final int[] ids;
	private final int width;
	private final List<Part> parts = new ArrayList<>();

	/** @param ids the plane's ids, in which the whole objects are painted before the parts are */
	SeamJoiner(int[] ids, int width) {
		this.ids = ids;
		this.width = width;
	}

	void add(Mask mask, ClassScore best, int pixels, Box valid) {
		parts.add(new Part(mask, best, pixels, valid));
	}

	/**
	 * Paints what remains with further ids and appends the objects that it makes.
	 *
	 * @return for each id the number of its object, from 1; 0 for 0
	 */
	int[] paintInto(List<ClassScore> objects) {
		int whole = objects.size();
		DisjointSets sets = new DisjointSets(parts.size());
		int[] shared = new int[parts.size()];
		List<Integer> touched = new ArrayList<>();
		boolean[] left = new boolean[parts.size()];
		for (int p = 0; p < parts.size(); p++)
			left[p] = 2 * covered(parts.get(p).mask(), whole) <= parts.get(p).pixels();
		for (int p = 0; p < parts.size(); p++) {
			if (!left[p]) continue;
			paint(parts.get(p).mask(), p, whole, shared, touched);
			for (int q : touched) {
				shared[q] = 0;
				boolean joined = sets.root(p) == sets.root(q);
				if (!joined && same(parts.get(p), parts.get(q))) sets.join(p, q);
			}
			touched.clear();
		}
		return joined(sets, left, whole, objects);
	}

	/** Pixels of the mask that belong to whole objects. */
	private int covered(Mask m, int whole) {
		int n = 0;
		for (int j = 0, k = 0; j < m.height(); j++)
			for (int i = 0, at = (m.y() + j) * width + m.x(); i < m.width(); i++, at++, k++)
				if (m.inside()[k] != 0 && ids[at] != 0 && ids[at] <= whole) n++;
		return n;
	}

	/** Gives the free pixels of part p to it and notes whose the others are. */
	private void paint(Mask m, int p, int whole, int[] shared, List<Integer> touched) {
		for (int j = 0, k = 0; j < m.height(); j++)
			for (int i = 0, at = (m.y() + j) * width + m.x(); i < m.width(); i++, at++, k++) {
				if (m.inside()[k] == 0) continue;
				int q = ids[at] - whole - 1;
				if (ids[at] == 0) ids[at] = whole + 1 + p;
				else if (q >= 0 && q != p && shared[q]++ == 0) touched.add(q);
			}
	}

	/** True where two tiles show the same object as far as both of them can be trusted. */
	private static boolean same(Part p, Part q) {
		if (p.valid().equals(q.valid())) return false;
		Mask a = p.mask(), b = q.mask();
		Box shared = p.valid().intersection(q.valid());
		int both = a.sharedPixels(b, shared), inA = a.pixelsIn(shared), inB = b.pixelsIn(shared);
		return both > 0 && 2 * both >= Math.min(inA, inB);
	}

	/** One object for each group of parts: the class of its first part, the mean score by pixels. */
	private int[] joined(DisjointSets sets, boolean[] left, int whole, List<ClassScore> objects) {
		int[] object = new int[whole + 1 + parts.size()];
		double[] sum = new double[parts.size()];
		long[] pixels = new long[parts.size()];
		for (int id = 1; id <= whole; id++)
			object[id] = id;
		for (int p = 0; p < parts.size(); p++)
			if (left[p]) {
				int root = sets.root(p), n = parts.get(p).pixels();
				sum[root] += parts.get(p).best().score() * n;
				pixels[root] += n;
			}
		for (int p = 0; p < parts.size(); p++) {
			if (!left[p]) continue;
			int root = sets.root(p), first = whole + 1 + root;
			if (object[first] == 0) {
				ClassScore best = parts.get(p).best();
				double mean = sum[root] / pixels[root];
				objects.add(new ClassScore(best.classId(), best.className(), mean));
				object[first] = objects.size();
			}
			object[whole + 1 + p] = object[first];
		}
		return object;
	}
}
