package triptych.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import triptych.core.ClassScore;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Segment;

/** The class of each pixel of one plane as it is after some corrections. */
final class PlaneRegions implements ReviewedPlane {

	/** What a correction has made. */
	static final String PAINTED = "painted";

	/** What the pixels are that belong to no class; their value is 0. */
	static final String NONE = "background";

	private final LabelMap found;
	private final TreeMap<Integer, ClassScore> classes = new TreeMap<>();
	private final Mask looked;
	private final int[] ids;
	private final Set<Integer> touched = new HashSet<>();

	/**
	 * @param found what the run has found, with all classes that there may be; not written to
	 * @param looked the part of the plane that the run looked at
	 */
	PlaneRegions(LabelMap found, Mask looked) {
		this.found = found;
		found.segments().forEach(s -> classes.put(s.id(), s.best()));
		this.looked = looked;
		ids = found.ids().clone();
	}

	@Override
	public PlaneRegions untouched() {
		return new PlaneRegions(found, looked);
	}

	@Override
	public void apply(Edit edit) {
		for (Edit.Added painted : edit.added()) {
			touched.add(painted.id());
			int[] runs = painted.runs();
			for (int k = 0; k < runs.length; k += 3)
				for (int i = runs[k] * width() + runs[k + 1], end = i + runs[k + 2]; i < end; i++) {
					touched.add(ids[i]);
					ids[i] = painted.id();
				}
		}
	}

	int width() {
		return found.width();
	}

	int height() {
		return found.height();
	}

	boolean looked(int x, int y) {
		return looked.holds(x, y);
	}

	@Override
	public int at(int x, int y) {
		return x < 0 || y < 0 || x >= width() || y >= height() ? 0 : ids[y * width() + x];
	}

	@Override
	public List<Integer> all() {
		return List.copyOf(classes.keySet());
	}

	/** Without a class where the pixel belongs to none. */
	@Override
	public ClassScore best(int id) {
		return classes.getOrDefault(id, new ClassScore(0, NONE, Double.NaN));
	}

	/** The value of the pixels of a class, -1 for a class that is none of them. */
	int value(String className) {
		for (Map.Entry<Integer, ClassScore> c : classes.entrySet())
			if (c.getValue().className().equals(className)) return c.getKey();
		return className.equals(NONE) ? 0 : -1;
	}

	/** All pixels of a class. */
	@Override
	public Mask region(int id) {
		byte[] inside = new byte[ids.length];
		for (int i = 0; i < ids.length; i++)
			if (ids[i] == id) inside[i] = 1;
		return new Mask(0, 0, width(), height(), inside);
	}

	/** The pixels of a class that hang together with one of them, by their edges or corners. */
	Mask part(int x, int y) {
		int id = at(x, y);
		byte[] inside = new byte[ids.length];
		int[] front = new int[1024];
		int n = 0;
		inside[y * width() + x] = 1;
		front[n++] = y * width() + x;
		while (n > 0) {
			int i = front[--n], px = i % width(), py = i / width();
			for (int ny = Math.max(0, py - 1); ny <= Math.min(height() - 1, py + 1); ny++)
				for (int nx = Math.max(0, px - 1); nx <= Math.min(width() - 1, px + 1); nx++) {
					int next = ny * width() + nx;
					if (ids[next] != id || inside[next] != 0) continue;
					inside[next] = 1;
					if (n == front.length) front = Arrays.copyOf(front, 2 * n);
					front[n++] = next;
				}
		}
		return new Mask(0, 0, width(), height(), inside);
	}

	/** Of a class, whether it got or lost pixels. */
	@Override
	public String state(int id) {
		return touched.contains(id) ? PAINTED : KEPT;
	}

	@Override
	public int largest() {
		return classes.isEmpty() ? 0 : classes.lastKey();
	}

	/** How the model's views differ says nothing of what somebody has painted. */
	LabelMap map() {
		List<Segment> segments = new ArrayList<>();
		classes.forEach((id, best) -> segments.add(new Segment(id, touched.contains(id) ? best
			.withDisagreement(Double.NaN) : best, false)));
		return new LabelMap(width(), height(), ids.clone(), segments);
	}

	long pixels() {
		return (long) looked.area();
	}
}
