package triptych.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Segment;

/** The objects of one plane as they are after some corrections. A pixel belongs to one object. */
final class PlaneObjects implements ReviewedPlane {

	private final LabelMap found;
	private final int[] ids;
	private final TreeMap<Integer, Segment> objects = new TreeMap<>();
	private final Map<Integer, String> states = new HashMap<>();
	/** Of each object as x, y, width, height. */
	private final Map<Integer, int[]> boxes = new HashMap<>();

	/** @param found what the run has found; not written to */
	PlaneObjects(LabelMap found) {
		this.found = found;
		ids = found.ids().clone();
		LabelMap compact = found.compact();
		int[] all = compact.boxes();
		for (int i = 0; i < found.segments().size(); i++) {
			Segment s = found.segments().get(i);
			int at = 4 * compact.segments().get(i).id();
			if (all[at + 2] == 0) continue;
			objects.put(s.id(), s);
			boxes.put(s.id(), new int[] { all[at], all[at + 1], all[at + 2], all[at + 3] });
		}
	}

	@Override
	public PlaneObjects untouched() {
		return new PlaneObjects(found);
	}

	@Override
	public void apply(Edit edit) {
		for (int id : edit.removed()) {
			int[] box = boxes.remove(id);
			objects.remove(id);
			states.remove(id);
			if (box == null) continue;
			for (int y = box[1]; y < box[1] + box[3]; y++)
				for (int i = y * width() + box[0], end = i + box[2]; i < end; i++)
					if (ids[i] == id) ids[i] = 0;
		}
		for (Edit.Added added : edit.added())
			add(added);
	}

	private void add(Edit.Added added) {
		int[] runs = added.runs();
		int left = width(), top = height(), right = 0, bottom = 0;
		for (int k = 0; k < runs.length; k += 3) {
			int y = runs[k], from = runs[k + 1], to = from + runs[k + 2];
			Arrays.fill(ids, y * width() + from, y * width() + to, added.id());
			left = Math.min(left, from);
			right = Math.max(right, to);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y + 1);
		}
		objects.put(added.id(), new Segment(added.id(), added.best(), true));
		states.put(added.id(), added.state());
		boxes.put(added.id(), new int[] { left, top, right - left, bottom - top });
	}

	int width() {
		return found.width();
	}

	int height() {
		return found.height();
	}

	@Override
	public int at(int x, int y) {
		return x < 0 || y < 0 || x >= width() || y >= height() ? 0 : ids[y * width() + x];
	}

	@Override
	public List<Integer> all() {
		return List.copyOf(objects.keySet());
	}

	@Override
	public boolean has(int id) {
		return objects.containsKey(id);
	}

	@Override
	public ClassScore best(int id) {
		return objects.get(id).best();
	}

	@Override
	public String state(int id) {
		return states.getOrDefault(id, KEPT);
	}

	@Override
	public Mask region(int id) {
		int[] b = boxes.get(id);
		byte[] inside = new byte[b[2] * b[3]];
		for (int j = 0; j < b[3]; j++)
			for (int i = 0; i < b[2]; i++)
				if (ids[(b[1] + j) * width() + b[0] + i] == id) inside[j * b[2] + i] = 1;
		return new Mask(b[0], b[1], b[2], b[3], inside);
	}

	@Override
	public int largest() {
		return Math.max(found.maxId(), objects.isEmpty() ? 0 : objects.lastKey());
	}

	/** As a label map, which the next correction does not change. */
	LabelMap map() {
		return new LabelMap(width(), height(), ids.clone(), new ArrayList<>(objects.values()));
	}
}
