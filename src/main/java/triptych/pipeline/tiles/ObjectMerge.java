package triptych.pipeline.tiles;

import java.util.ArrayList;
import java.util.List;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Prediction;
import triptych.core.Segment;
import triptych.pipeline.tiles.Tile.Span;

/**
 * Label maps of objects. A tile's labels count up to the halo from its inner edges. An object that
 * lies inside belongs to the tile whose core holds the centre of its box, so it is counted once,
 * and it is painted at once: no list of all objects is kept. Objects that an inner edge cuts are
 * put aside and joined at the end, see {@link SeamJoiner}. Ids follow the objects' first pixels,
 * row after row, as they do without tiles.
 */
final class ObjectMerge implements TileMerge {

	/**
	 * An object this close outside of its tile's core is put aside too: its true owner may see its
	 * centre elsewhere.
	 */
	private static final int UNSURE = 8;

	/**
	 * A part no deeper than this behind the edge that cuts it is left to the neighbouring tile, which
	 * sees more of it.
	 */
	private static final int SLIVER = 4;

	private final int width, height, halo;
	private final int[] ids;
	private final List<ClassScore> objects = new ArrayList<>();
	private final SeamJoiner cut;
	private final ScoreMosaic scores;

	ObjectMerge(int width, int height, int halo) {
		this.width = width;
		this.height = height;
		this.halo = halo;
		ids = new int[width * height];
		cut = new SeamJoiner(ids, width);
		scores = new ScoreMosaic(width, height);
	}

	@Override
	public void add(Tile tile, Prediction prediction) {
		int x1 = inner(tile.x().from(), 0, halo), x2 = inner(tile.x().to(), width, -halo);
		int y1 = inner(tile.y().from(), 0, halo), y2 = inner(tile.y().to(), height, -halo);
		LabelMap seen = prediction.as(LabelMap.class);
		scores.add(tile, seen);
		LabelMap map = seen.crop(x1 - tile.x().from(), y1 - tile.y().from(), x2 - x1, y2 - y1);
		Box valid = new Box(x1, y1, x2, y2);
		int[] boxes = map.boxes(), painted = new int[map.maxId() + 1];
		int[] pixels = new int[painted.length], taken = new int[painted.length];
		count(map, x1, y1, pixels, taken);
		for (Segment s : map.segments()) {
			int at = 4 * s.id(), x = x1 + boxes[at], y = y1 + boxes[at + 1];
			int w = boxes[at + 2], h = boxes[at + 3];
			if (h == 0) continue;
			boolean left = x1 > 0 && x == x1, right = x2 < width && x + w == x2;
			boolean top = y1 > 0 && y == y1, bottom = y2 < height && y + h == y2;
			boolean whole = !(left || right || top || bottom);
			if ((left || right) && w <= SLIVER || (top || bottom) && h <= SLIVER) continue;
			int outside = Math.max(outside(2 * x + w, tile.x()), outside(2 * y + h, tile.y()));
			if (whole && outside == 0) {
				// Neighbouring tiles that disagree by a pixel about an object must not both paint it.
				if (2 * taken[s.id()] > pixels[s.id()]) continue;
				objects.add(s.best());
				painted[s.id()] = objects.size();
			}
			else if (!whole || outside <= UNSURE) {
				Mask m = map.mask(s.id(), boxes);
				cut.add(new Mask(x, y, w, h, m.inside()), s.best(), pixels[s.id()], valid);
			}
		}
		paint(map, x1, y1, painted);
	}

	/** An edge of the tile moved inwards by the halo, unless it is the plane's own. */
	private static int inner(int edge, int planeEdge, int halo) {
		return edge == planeEdge ? edge : edge + halo;
	}

	/** How many pixels a centre, given doubled, lies outside of the core. */
	private static int outside(int twice, Span span) {
		if (twice < 2 * span.coreFrom()) return span.coreFrom() - twice / 2;
		return twice < 2 * span.coreTo() ? 0 : twice / 2 - span.coreTo() + 1;
	}

	private void count(LabelMap map, int x1, int y1, int[] pixels, int[] taken) {
		for (int y = 0, i = 0; y < map.height(); y++)
			for (int x = 0, to = (y1 + y) * width + x1; x < map.width(); x++, i++, to++) {
				int id = map.ids()[i];
				if (id == 0) continue;
				pixels[id]++;
				if (ids[to] != 0) taken[id]++;
			}
	}

	private void paint(LabelMap map, int x1, int y1, int[] painted) {
		for (int y = 0, i = 0; y < map.height(); y++)
			for (int x = 0, to = (y1 + y) * width + x1; x < map.width(); x++, i++, to++) {
				int id = painted[map.ids()[i]];
				if (id != 0 && ids[to] == 0) ids[to] = id;
			}
	}

	@Override
	public LabelMap merged() {
		int[] object = cut.paintInto(objects);
		LabelMap all = LabelMap.ofObjects(width, height, ids, object, objects);
		return new LabelMap(width, height, all.ids(), all.segments(), scores.merged());
	}
}
