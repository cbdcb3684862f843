package triptych.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.Region;

/** The boxes of one plane as they are after some corrections; they may overlap. */
final class PlaneBoxes implements ReviewedPlane {

	private final Map<Integer, Detection> found;
	private final TreeMap<Integer, Detection> boxes;
	private final Map<Integer, String> states = new HashMap<>();

	/** @param found what the run has found, by id; not written to */
	PlaneBoxes(Map<Integer, Detection> found) {
		this.found = found;
		boxes = new TreeMap<>(found);
	}

	@Override
	public PlaneBoxes untouched() {
		return new PlaneBoxes(found);
	}

	@Override
	public void apply(Edit edit) {
		for (int id : edit.removed()) {
			boxes.remove(id);
			states.remove(id);
		}
		for (Edit.Added added : edit.added()) {
			boxes.put(added.id(), new Detection(added.region(), added.best()));
			states.put(added.id(), added.state());
		}
	}

	/** Of several that lie over each other the smallest, which else nobody could reach. */
	@Override
	public int at(int x, int y) {
		int at = 0;
		double smallest = Double.POSITIVE_INFINITY;
		for (Map.Entry<Integer, Detection> box : boxes.entrySet()) {
			Region region = box.getValue().region();
			if (region.area() >= smallest || !Places.holds(region, x + 0.5, y + 0.5)) continue;
			at = box.getKey();
			smallest = region.area();
		}
		return at;
	}

	@Override
	public List<Integer> all() {
		return List.copyOf(boxes.keySet());
	}

	@Override
	public ClassScore best(int id) {
		return boxes.get(id).best();
	}

	@Override
	public Region region(int id) {
		return boxes.get(id).region();
	}

	@Override
	public String state(int id) {
		return states.getOrDefault(id, KEPT);
	}

	@Override
	public int largest() {
		int largest = boxes.isEmpty() ? 0 : boxes.lastKey();
		for (int id : found.keySet())
			largest = Math.max(largest, id);
		return largest;
	}

	/** In the order of the ids. */
	Detections detections() {
		return new Detections(new ArrayList<>(boxes.values()));
	}

	int[] ids() {
		return boxes.keySet().stream().mapToInt(id -> id).toArray();
	}
}
