package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import triptych.core.Box;
import triptych.core.pixels.ConvexOverlap;
import triptych.core.Detection;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.core.Region.RotatedBox;

/**
 * Finds which views of different tiles show the same object, by what they have in common where both
 * tiles look: for two whole views the intersection over the union, where a tile's edge cut one the
 * intersection over the smaller. The best pairs come first and an object has at most one view in a
 * tile, so neighbours are not taken for one another.
 */
final class Views {

	/**
	 * Two whole views are one object from here on; a lower overlap that the user allows counts
	 * instead.
	 */
	private static final double SAME = 0.5;

	/** A whole view stands for the cut ones of its object where it covers this share of each. */
	private static final double COVERS = 0.75;

	/**
	 * What one tile shows of an object, in pixels of the plane.
	 *
	 * @param tile the tile's number
	 * @param cut true where the object reaches an inner edge of the tile, so that there may be more
	 */
	record View(Detection detection, int tile, boolean cut) {

		Box box() {
			return Box.around(detection.region());
		}

		/** Square pixels within a box of whole pixels. */
		double area(Box within) {
			if (detection.region() instanceof Mask m) return m.pixelsIn(within);
			return ConvexOverlap.area(part(within));
		}

		/** Square pixels that both have within a box of whole pixels. */
		double shared(View other, Box within) {
			if (detection.region() instanceof Mask a && other.detection.region() instanceof Mask b)
				return a.sharedPixels(b, within);
			double[] both = ConvexOverlap.clip(part(within),
				ConvexOverlap.corners(other.detection.region()));
			return ConvexOverlap.area(both);
		}

		private double[] part(Box within) {
			return ConvexOverlap.clip(ConvexOverlap.corners(detection.region()),
				ConvexOverlap.corners(within));
		}
	}

	/** Views that show the same object; a group never holds two views of one tile. */
	private static final class Groups {

		private final Map<View, List<View>> groups = new IdentityHashMap<>();

		/** Joins the groups of two views, unless some tile has a view in both. */
		void join(View a, View b) {
			List<View> some = of(a), others = of(b);
			if (some == others) return;
			for (View v : some)
				for (View w : others)
					if (v.tile() == w.tile()) return;
			List<View> all = new ArrayList<>(some);
			all.addAll(others);
			for (View v : all)
				groups.put(v, all);
		}

		List<View> of(View view) {
			return groups.getOrDefault(view, List.of(view));
		}

		/** True for one view of each group. */
		boolean isFirst(View view) {
			return of(view).get(0) == view;
		}
	}

	private record Pair(View a, View b, double iou) {}

	private final List<Tile> tiles;
	private final List<List<View>> found;
	private final boolean anyClass;
	private final double same;
	private final List<Pair> pairs = new ArrayList<>();

	Views(List<Tile> tiles, List<List<View>> found, boolean anyClass, double overlap) {
		this.tiles = tiles;
		this.found = found;
		this.anyClass = anyClass;
		same = Math.min(SAME, overlap);
	}

	/** Each object once. */
	List<Detection> objects() {
		for (int t = 0; t < tiles.size(); t++)
			for (int u = t + 1; u < tiles.size(); u++) {
				Box shared = tiles.get(t).bounds().intersection(tiles.get(u).bounds());
				if (shared.area() == 0) continue;
				compare(inside(found.get(t), shared), inside(found.get(u), shared), shared);
			}
		pairs.sort(Comparator.comparingDouble(Pair::iou).reversed());
		Groups groups = new Groups();
		for (Pair p : pairs)
			groups.join(p.a(), p.b());
		List<Detection> objects = new ArrayList<>();
		for (List<View> views : found)
			for (View v : views)
				if (groups.isFirst(v)) objects.add(object(groups.of(v)));
		return objects;
	}

	private static List<View> inside(List<View> views, Box shared) {
		return views.stream().filter(v -> v.box().intersection(shared).area() > 0).toList();
	}

	private void compare(List<View> some, List<View> others, Box shared) {
		for (View a : some)
			for (View b : others) {
				int classA = a.detection().best().classId(), classB = b.detection().best().classId();
				if (!anyClass && classA != classB) continue;
				double both = a.shared(b, shared);
				if (both <= 0) continue;
				double inA = a.area(shared), inB = b.area(shared);
				double iou = both / (inA + inB - both);
				boolean cut = a.cut() || b.cut();
				boolean one = cut ? 2 * both >= Math.min(inA, inB) : iou > same;
				if (one) pairs.add(new Pair(a, b, iou));
			}
	}

	/** The strongest whole view where it covers the others, else all of them together. */
	private static Detection object(List<View> views) {
		List<View> strongest = new ArrayList<>(views);
		strongest.sort(
			Comparator.comparingDouble((View v) -> v.detection().best().score()).reversed());
		for (View v : strongest)
			if (!v.cut() && views.stream().allMatch(o -> !o.cut() || covers(v, o)))
				return v.detection();
		Region union = views.get(0).detection().region();
		for (View v : views.subList(1, views.size()))
			union = union(union, v.detection().region());
		return new Detection(union, strongest.get(0).detection().best());
	}

	private static boolean covers(View whole, View part) {
		Box b = part.box();
		Box around = new Box(Math.floor(b.x1()), Math.floor(b.y1()), Math.ceil(b.x2()),
			Math.ceil(b.y2()));
		return whole.shared(part, around) >= COVERS * part.detection().region().area();
	}

	private static Region union(Region a, Region b) {
		if (a instanceof RotatedBox) return a.area() >= b.area() ? a : b;
		Box p = Box.around(a), q = Box.around(b);
		Box box = new Box(Math.min(p.x1(), q.x1()), Math.min(p.y1(), q.y1()),
			Math.max(p.x2(), q.x2()), Math.max(p.y2(), q.y2()));
		if (!(a instanceof Mask m) || !(b instanceof Mask n)) return box;
		int x = (int) box.x1(), y = (int) box.y1(), w = (int) box.width(), h = (int) box.height();
		byte[] inside = new byte[w * h];
		for (int j = 0; j < h; j++)
			for (int i = 0; i < w; i++)
				if (m.holds(x + i, y + j) || n.holds(x + i, y + j)) inside[j * w + i] = 1;
		return new Mask(x, y, w, h, inside);
	}
}
