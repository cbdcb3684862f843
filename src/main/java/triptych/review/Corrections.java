package triptych.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.core.ClassScore;
import triptych.core.Region;
import triptych.core.TriptychException;

/**
 * What a reviewer wants, as an {@link Edit} that is still to be done. Which of the corrections
 * there are depends on the {@link ReviewKind}.
 */
public abstract class Corrections {

	static final String ADDED = "added", MENDED = "mended", RECLASSIFIED = "reclassified";

	final ReviewedPlane found;
	final int plane, nextId;

	/**
	 * @param plane its place among the planes of the run
	 * @param nextId an id that no object has or had
	 */
	Corrections(ReviewedPlane found, int plane, int nextId) {
		this.found = found;
		this.plane = plane;
		this.nextId = nextId;
	}

	/** Objects that are none. */
	public Edit delete(List<Integer> ids) {
		if (ids.isEmpty())
			throw new TriptychException(
				"Click the object that is to go, or draw around" + " several, then delete.");
		return new Edit(plane, List.copyOf(ids), List.of());
	}

	/** Another class for objects, which lose the score that the model gave the one before. */
	public Edit reclassify(List<Integer> ids, ClassScore best) {
		if (ids.isEmpty())
			throw new TriptychException("Click the object that is of another class, then choose the"
				+ " class.");
		List<Edit.Added> added = new ArrayList<>();
		for (int id : ids)
			if (!found.best(id).className().equals(best.className()))
				added.add(Edit.Added.of(id, best, RECLASSIFIED, found.region(id)));
		if (added.isEmpty())
			throw new TriptychException("That is of the class " + best.className() + " already.");
		return new Edit(plane, added.stream().map(Edit.Added::id).toList(), added);
	}

	/**
	 * What was missed.
	 *
	 * @param drawn where it is
	 * @param best its class, with a score of NaN
	 */
	public Edit add(Region drawn, ClassScore best) {
		throw none();
	}

	/** Another place or outline for an object, which keeps id, class and score. */
	public Edit mend(int id, Region drawn) {
		throw none();
	}

	/** Several objects that are one, under the smallest of their ids and the class of the largest. */
	public Edit merge(List<Integer> ids) {
		throw none();
	}

	/**
	 * A clump cut along a line.
	 *
	 * @param xs, ys corners of the line in pixels
	 */
	public Edit cut(int id, double[] xs, double[] ys) {
		throw none();
	}

	/** A clump cut where it is narrow, by the watershed of ImageJ's distance map. */
	public Edit watershed(int id) {
		throw none();
	}

	/** One class more for an answer, or one less where it has that already. */
	public Edit also(List<Integer> ids, ClassScore best) {
		throw none();
	}

	private static TriptychException none() {
		return new TriptychException("The results of this folder cannot be corrected in this way.");
	}

	/** The objects of which a drawn area holds the middle, or else the one it shares most with. */
	public List<Integer> within(Region drawn) {
		List<Integer> ids = new ArrayList<>();
		for (int id : found.all()) {
			double[] middle = Places.middle(found.region(id));
			if (Places.holds(drawn, middle[0], middle[1])) ids.add(id);
		}
		if (!ids.isEmpty()) return ids;
		int most = most(drawn);
		return most == 0 ? List.of() : List.of(most);
	}

	/** The object that shares most with a drawn area, 0 where none does. */
	public abstract int most(Region drawn);

	/** The objects that a line goes through, those with the longest way first. */
	public List<Integer> through(double[] xs, double[] ys) {
		Map<Integer, Integer> ways = new HashMap<>();
		Parts.walk(xs, ys, (x, y) -> {
			int id = found.at(x, y);
			if (id != 0) ways.merge(id, 1, Integer::sum);
		});
		return ways.entrySet()
			.stream()
			.sorted(Map.Entry.<Integer, Integer>comparingByValue()
				.reversed()
				.thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The id with the largest amount, the smaller one of equals; 0 for none. */
	static int largest(Map<Integer, Double> amounts) {
		return amounts.entrySet()
			.stream()
			.max(Map.Entry.<Integer, Double>comparingByValue()
				.thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
			.map(Map.Entry::getKey)
			.orElse(0);
	}
}
