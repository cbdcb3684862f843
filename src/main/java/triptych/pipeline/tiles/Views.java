package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Mask;
import triptych.core.Region;

/**
 * Finds which views of different tiles show the same object, by what they have in common where both tiles look: for two
 * whole views the intersection over the union, where a tile's edge cut one the intersection over the smaller. The best
 * pairs come first and an object has at most one view in a tile, so neighbours are not taken for one another.
 */
final class Views {

	/** Two whole views are one object from here on; a lower overlap that the user allows counts instead. */
	private static final double SAME = 0.5;

	/** A whole view stands for the cut ones of its object where it covers this share of each. */
	private static final double COVERS = 0.75;

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
				PixelRect shared = area(tiles.get(t)).shared(area(tiles.get(u)));
				if (!shared.empty()) compare(inside(found.get(t), shared), inside(found.get(u), shared), shared);
			}
		pairs.sort(Comparator.comparingDouble(Pair::iou).reversed());
		ViewGroups groups = new ViewGroups();
		for (Pair p : pairs)
			groups.join(p.a(), p.b());
		List<Detection> objects = new ArrayList<>();
		for (List<View> views : found)
			for (View v : views)
				if (groups.isFirst(v)) objects.add(object(groups.of(v)));
		return objects;
	}

	private static PixelRect area(Tile t) {
		return new PixelRect(t.x().from(), t.y().from(), t.x().to(), t.y().to());
	}

	private static List<View> inside(List<View> views, PixelRect shared) {
		Box s = shared.box();
		return views.stream().filter(v -> v.box().x2() > s.x1() && v.box().x1() < s.x2() && v.box().y2() > s.y1() && v.box()
			.y1() < s.y2()).toList();
	}

	private void compare(List<View> some, List<View> others, PixelRect shared) {
		for (View a : some)
			for (View b : others) {
				if (!anyClass && a.detection().best().classId() != b.detection().best().classId()) continue;
				double both = a.shared(b, shared);
				if (both <= 0) continue;
				double inA = a.area(shared), inB = b.area(shared), iou = both / (inA + inB - both);
				if (a.cut() || b.cut() ? 2 * both >= Math.min(inA, inB) : iou > same) pairs.add(new Pair(a, b, iou));
			}
	}

	/** The strongest whole view where it covers the others, else all of them together. */
	private static Detection object(List<View> views) {
		List<View> strongest = new ArrayList<>(views);
		strongest.sort(Comparator.comparingDouble((View v) -> v.detection().best().score()).reversed());
		for (View v : strongest)
			if (!v.cut() && views.stream().allMatch(o -> !o.cut() || covers(v, o))) return v.detection();
		Region union = views.get(0).detection().region();
		for (View v : views.subList(1, views.size()))
			union = union(union, v.detection().region());
		return new Detection(union, strongest.get(0).detection().best());
	}

	private static boolean covers(View whole, View part) {
		Box b = part.box();
		PixelRect around = new PixelRect((int) Math.floor(b.x1()), (int) Math.floor(b.y1()), (int) Math.ceil(b.x2()), (int) Math.ceil(b
			.y2()));
		return whole.shared(part, around) >= COVERS * part.detection().region().area();
	}

	private static Region union(Region a, Region b) {
		Box p = a.bounds(), q = b.bounds();
		Box box = new Box(Math.min(p.x1(), q.x1()), Math.min(p.y1(), q.y1()), Math.max(p.x2(), q.x2()), Math.max(p.y2(), q
			.y2()));
		if (!(a instanceof Mask m) || !(b instanceof Mask n)) return box;
		int x = (int) box.x1(), y = (int) box.y1(), w = (int) box.width(), h = (int) box.height();
		byte[] inside = new byte[w * h];
		for (int j = 0; j < h; j++)
			for (int i = 0; i < w; i++)
				if (m.holds(x + i, y + j) || n.holds(x + i, y + j)) inside[j * w + i] = 1;
		return new Mask(x, y, w, h, inside);
	}
}
