package triptych.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.core.ClassScore;
import triptych.core.Mask;
import triptych.core.Segment;
import triptych.core.TriptychException;

/**
 * What a reviewer wants, as an {@link Edit} that is still to be done. No correction takes a pixel
 * of an object that it is not about: a drawn outline gets those that are free.
 */
public final class Corrections {

	static final String ADDED = "added", MENDED = "mended", SPLIT = "split", MERGED = "merged";

	private final PlaneObjects objects;
	private final int plane, nextId;

	/**
	 * @param plane its place among the planes of the run
	 * @param nextId an id that no object has or had
	 */
	Corrections(PlaneObjects objects, int plane, int nextId) {
		this.objects = objects;
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

	/**
	 * An object that was missed.
	 *
	 * @param drawn its pixels; those of other objects stay theirs
	 * @param best its class, with a score of NaN
	 */
	public Edit add(Mask drawn, ClassScore best) {
		int[] runs = Runs.of(drawn, objects.width(), objects.height(), (x, y) -> objects.at(x, y) == 0);
		if (runs.length == 0)
			throw new TriptychException(
				"Where you drew there are other objects only;" + " to change one of them, mend it.");
		return new Edit(plane, List.of(), List.of(Edit.Added.of(nextId, best, ADDED, runs)));
	}

	/** Another outline for an object, which keeps id, class and score. */
	public Edit mend(int id, Mask drawn) {
		int[] runs = Runs.of(drawn, objects.width(), objects.height(),
			(x, y) -> objects.at(x, y) == 0 || objects.at(x, y) == id);
		if (runs.length == 0)
			throw new TriptychException("Where you drew there are other objects only;"
				+ " nothing would be left of object " + id + ".");
		ClassScore best = objects.object(id).best();
		return new Edit(plane, List.of(id), List.of(Edit.Added.of(id, best, MENDED, runs)));
	}

	/** Several objects that are one, under the smallest of their ids and the class of the largest. */
	public Edit merge(List<Integer> ids) {
		if (ids.size() < 2)
			throw new TriptychException("Click the objects that are one (Shift keeps the"
				+ " ones before), or draw a line through them, then merge.");
		int id = ids.stream().mapToInt(i -> i).min().orElseThrow();
		ClassScore best = ids.stream()
			.max(Comparator.comparingDouble(i -> objects.mask(i).area()))
			.map(i -> objects.object(i).best())
			.orElseThrow();
		List<Integer> runs = new ArrayList<>();
		for (int each : ids)
			for (int r : Runs.of(objects.mask(each)))
				runs.add(r);
		int[] all = runs.stream().mapToInt(i -> i).toArray();
		return new Edit(plane, List.copyOf(ids), List.of(Edit.Added.of(id, best, MERGED, all)));
	}

	/**
	 * A clump cut along a line.
	 *
	 * @param xs, ys corners of the line in pixels
	 */
	public Edit cut(int id, double[] xs, double[] ys) {
		Edit edit = parts(id, Parts.along(objects.mask(id), xs, ys));
		if (edit == null)
			throw new TriptychException("The line does not go through object " + id
				+ " from edge to edge; begin and end it outside.");
		return edit;
	}

	/** A clump cut where it is narrow, by the watershed of ImageJ's distance map. */
	public Edit watershed(int id) {
		Edit edit = parts(id, Parts.byWatershed(objects.mask(id)));
		if (edit == null)
			throw new TriptychException("The watershed finds no narrow place in object " + id
				+ "; draw a line across it and split it there.");
		return edit;
	}

	/** Null for fewer than two parts. The largest keeps the id. */
	private Edit parts(int id, List<Mask> parts) {
		if (parts.size() < 2) return null;
		Segment clump = objects.object(id);
		List<Mask> largest = new ArrayList<>(parts);
		largest.sort(Comparator.comparingDouble(Mask::area).reversed());
		List<Edit.Added> added = new ArrayList<>();
		for (Mask part : largest) {
			int own = added.isEmpty() ? id : nextId + added.size() - 1;
			added.add(Edit.Added.of(own, clump.best(), SPLIT, Runs.of(part)));
		}
		return new Edit(plane, List.of(id), added);
	}

	/** The objects of which a drawn area holds the middle, or else the one it shares most with. */
	public List<Integer> within(Mask drawn) {
		List<Integer> ids = new ArrayList<>();
		for (int id : objects.all()) {
			double[] middle = Runs.middle(objects.mask(id));
			if (drawn.holds((int) middle[0], (int) middle[1])) ids.add(id);
		}
		if (!ids.isEmpty()) return ids;
		int most = most(drawn);
		return most == 0 ? List.of() : List.of(most);
	}

	/** The object that shares most pixels with a drawn area, 0 where none does. */
	public int most(Mask drawn) {
		Map<Integer, Integer> shared = new HashMap<>();
		for (int j = 0; j < drawn.height(); j++)
			for (int i = 0; i < drawn.width(); i++)
				if (drawn.inside()[j * drawn.width() + i] != 0) {
					int id = objects.at(drawn.x() + i, drawn.y() + j);
					if (id != 0) shared.merge(id, 1, Integer::sum);
				}
		return largest(shared);
	}

	/** The objects that a line goes through, those with the longest way first. */
	public List<Integer> through(double[] xs, double[] ys) {
		Map<Integer, Integer> ways = new HashMap<>();
		Parts.walk(xs, ys, (x, y) -> {
			int id = objects.at(x, y);
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

	private static int largest(Map<Integer, Integer> counts) {
		return counts.entrySet()
			.stream()
			.max(Map.Entry.<Integer, Integer>comparingByValue()
				.thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
			.map(Map.Entry::getKey)
			.orElse(0);
	}
}
