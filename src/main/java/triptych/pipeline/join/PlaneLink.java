package triptych.pipeline.join;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Region;

/**
 * One id for what overlaps from plane to plane (the stitching of Cellpose, Stringer et al., 2021):
 * an object gets the id of the one before it with which it has the most in common (intersection
 * over union of {@value #SAME} or more), where no other object of its plane has more in common with
 * that one; else a new id. Of two parts that one splits into the likelier keeps the id.
 */
public final class PlaneLink {

	private static final double SAME = 0.25;

	private record Pair(int before, int now, double iou) {}

	private int last;
	private int[] idsBefore = {};
	private LabelMap mapBefore;
	private Detections listBefore;

	/** The next plane does not lie behind the one before. */
	public void restart() {
		idsBefore = new int[0];
		mapBefore = null;
		listBefore = null;
	}

	/** The same objects under their ids over all planes. */
	public LabelMap linked(LabelMap map) {
		List<Pair> pairs = mapBefore == null ? List.of() : pairs(mapBefore, map);
		BitSet there = new BitSet(map.maxId() + 1);
		map.segments().forEach(s -> there.set(s.id()));
		int[] ids = ids(pairs, map.maxId() + 1, there::get);
		mapBefore = map;
		idsBefore = ids;
		return map.underIds(ids);
	}

	/** The ids over all planes of some boxes or masks, in their order. */
	public int[] ids(Detections found) {
		List<Pair> pairs = listBefore == null ? List.of() : pairs(listBefore.items(), found.items());
		int[] ids = ids(pairs, found.items().size(), i -> true);
		listBefore = found;
		idsBefore = ids;
		return ids;
	}

	private int[] ids(List<Pair> pairs, int n, IntPredicate there) {
		double[] mostOfBefore = new double[idsBefore.length], most = new double[n];
		for (Pair p : pairs)
			mostOfBefore[p.before()] = Math.max(mostOfBefore[p.before()], p.iou());
		int[] ids = new int[n];
		for (Pair p : pairs)
			if (p.iou() == mostOfBefore[p.before()] && p.iou() > most[p.now()]) {
				most[p.now()] = p.iou();
				ids[p.now()] = idsBefore[p.before()];
			}
		boolean[] used = new boolean[last + 1];
		for (int i = 0; i < n; i++) {
			// Two that have exactly as much in common with one do not both get its id.
			if (ids[i] > 0 && used[ids[i]]) ids[i] = 0;
			if (ids[i] > 0) used[ids[i]] = true;
			else if (there.test(i)) ids[i] = ++last;
		}
		return ids;
	}

	private static List<Pair> pairs(LabelMap before, LabelMap now) {
		int[] sizeBefore = sizes(before), size = sizes(now);
		Map<Long, int[]> shared = new LinkedHashMap<>();
		long lastKey = 0;
		int[] count = null;
		for (int i = 0; i < now.ids().length; i++) {
			int a = before.ids()[i], b = now.ids()[i];
			if (a == 0 || b == 0) continue;
			long key = (long) a << 32 | b;
			// Neighbours mostly share their objects.
			if (count == null || key != lastKey) count = shared.computeIfAbsent(key, k -> new int[1]);
			lastKey = key;
			count[0]++;
		}
		return shared.entrySet().stream().map(e -> {
			int a = (int) (e.getKey() >> 32), b = (int) (long) e.getKey(), both = e.getValue()[0];
			return new Pair(a, b, (double) both / (sizeBefore[a] + size[b] - both));
		}).filter(p -> p.iou() >= SAME).toList();
	}

	private static int[] sizes(LabelMap map) {
		int[] sizes = new int[map.maxId() + 1];
		for (int id : map.ids())
			sizes[id]++;
		return sizes;
	}

	private static List<Pair> pairs(List<Detection> before, List<Detection> now) {
		Map<Detection, Integer> places = new IdentityHashMap<>();
		Cells<Detection> cells = new Cells<>(before.stream().map(Detection::region).toList());
		for (Detection d : before) {
			places.put(d, places.size());
			cells.add(d.region(), d);
		}
		List<Pair> pairs = new ArrayList<>();
		for (int b = 0; b < now.size(); b++) {
			Region region = now.get(b).region();
			for (Detection d : cells.near(region)) {
				double iou = MirroredObjects.iou(d.region(), region);
				if (iou >= SAME) pairs.add(new Pair(places.get(d), b, iou));
			}
		}
		return pairs;
	}
}
