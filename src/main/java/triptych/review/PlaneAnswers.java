package triptych.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import ij.gui.Roi;
import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Region;
import triptych.ij.draw.RoiRegion;
import triptych.result.RankedClass;

/**
 * What the model says of one plane, or of each ROI on it, as it is after some corrections. An id is
 * the place among the ROIs, from 1.
 */
final class PlaneAnswers implements ReviewedPlane {

	/**
	 * What was classified.
	 *
	 * @param name of the ROI, blank for the whole plane
	 * @param roi empty for the whole plane
	 * @param ranked the classes that the run has named, best first
	 */
	record Subject(String name, Optional<Roi> roi, List<RankedClass> ranked) {

		Region region(int width, int height) {
			return roi.map(RoiRegion::of).orElse(new Box(0, 0, width, height));
		}

		List<ClassScore> accepted() {
			return ranked.stream().filter(RankedClass::accepted).map(RankedClass::score).toList();
		}
	}

	private final TreeMap<Integer, Subject> subjects;
	private final int width, height;
	/** Of those that somebody has changed. */
	private final Map<Integer, List<ClassScore>> named = new HashMap<>();

	/** @param subjects by their ids */
	PlaneAnswers(Map<Integer, Subject> subjects, int width, int height) {
		this.subjects = new TreeMap<>(subjects);
		this.width = width;
		this.height = height;
	}

	@Override
	public PlaneAnswers untouched() {
		return new PlaneAnswers(subjects, width, height);
	}

	@Override
	public void apply(Edit edit) {
		for (int id : edit.removed())
			named.put(id, edit.added().stream().filter(a -> a.id() == id).map(Edit.Added::best).toList());
	}

	@Override
	public int at(int x, int y) {
		int at = 0;
		double smallest = Double.POSITIVE_INFINITY;
		for (int id : subjects.keySet()) {
			Region region = region(id);
			if (region.area() >= smallest || !Places.holds(region, x + 0.5, y + 0.5)) continue;
			at = id;
			smallest = region.area();
		}
		return at;
	}

	@Override
	public List<Integer> all() {
		return List.copyOf(subjects.keySet());
	}

	/** The first that counts as an answer, or else the best, which does not. */
	@Override
	public ClassScore best(int id) {
		List<ClassScore> accepted = accepted(id);
		return accepted.isEmpty() ? subject(id).ranked().get(0).score() : accepted.get(0);
	}

	Subject subject(int id) {
		return subjects.get(id);
	}

	/** All that count as an answer. */
	List<ClassScore> accepted(int id) {
		return named.containsKey(id) ? named.get(id) : subject(id).accepted();
	}

	/** The class with the score that the run gave it, or with none. */
	ClassScore scored(int id, ClassScore best) {
		return subject(id).ranked()
			.stream()
			.map(RankedClass::score)
			.filter(s -> s.className().equals(best.className()))
			.findFirst()
			.orElse(best);
	}

	@Override
	public Region region(int id) {
		return subject(id).region(width, height);
	}

	@Override
	public String state(int id) {
		return named.containsKey(id) ? Corrections.RECLASSIFIED : KEPT;
	}

	@Override
	public int largest() {
		return subjects.isEmpty() ? 0 : subjects.lastKey();
	}
}
