package triptych.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.core.ClassScore;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.core.TriptychException;

/**
 * Corrections of objects that share no pixel. None takes a pixel of an object that it is not about:
 * a drawn outline gets those that are free.
 */
final class ObjectCorrections extends Corrections {

	static final String SPLIT = "split", MERGED = "merged";

	private final PlaneObjects objects;

	ObjectCorrections(PlaneObjects objects, int plane, int nextId) {
		super(objects, plane, nextId);
		this.objects = objects;
	}

	@Override
	public Edit add(Region drawn, ClassScore best) {
		int[] runs = Runs.of((Mask) drawn, objects.width(), objects.height(),
			(x, y) -> objects.at(x, y) == 0);
		if (runs.length == 0)
			throw new TriptychException(
				"Where you drew there are other objects only;" + " to change one of them, mend it.");
		return new Edit(plane, List.of(), List.of(Edit.Added.of(nextId, best, ADDED, runs)));
	}

	@Override
	public Edit mend(int id, Region drawn) {
		int[] runs = Runs.of((Mask) drawn, objects.width(), objects.height(),
			(x, y) -> objects.at(x, y) == 0 || objects.at(x, y) == id);
		if (runs.length == 0)
			throw new TriptychException("Where you drew there are other objects only;"
				+ " nothing would be left of object " + id + ".");
		ClassScore best = objects.best(id);
		return new Edit(plane, List.of(id), List.of(Edit.Added.of(id, best, MENDED, runs)));
	}

	@Override
	public Edit merge(List<Integer> ids) {
		if (ids.size() < 2)
			throw new TriptychException("Click the objects that are one (Shift keeps the"
				+ " ones before), or draw a line through them, then merge.");
		int id = ids.stream().mapToInt(i -> i).min().orElseThrow();
		ClassScore best = ids.stream()
			.max(Comparator.comparingDouble(i -> objects.region(i).area()))
			.map(i -> objects.best(i))
			.orElseThrow();
		List<Integer> runs = new ArrayList<>();
		for (int each : ids)
			for (int r : Runs.of(objects.region(each)))
				runs.add(r);
		int[] all = runs.stream().mapToInt(i -> i).toArray();
		return new Edit(plane, List.copyOf(ids), List.of(Edit.Added.of(id, best, MERGED, all)));
	}

	@Override
	public Edit cut(int id, double[] xs, double[] ys) {
		Edit edit = parts(id, Parts.along(objects.region(id), xs, ys));
		if (edit == null)
			throw new TriptychException("The line does not go through object " + id
				+ " from edge to edge; begin and end it outside.");
		return edit;
	}

	@Override
	public Edit watershed(int id) {
		Edit edit = parts(id, Parts.byWatershed(objects.region(id)));
		if (edit == null)
			throw new TriptychException("The watershed finds no narrow place in object " + id
				+ "; draw a line across it and split it there.");
		return edit;
	}

	/** Null for fewer than two parts. The largest keeps the id. */
	private Edit parts(int id, List<Mask> parts) {
		if (parts.size() < 2) return null;
		ClassScore clump = objects.best(id);
		List<Mask> largest = new ArrayList<>(parts);
		largest.sort(Comparator.comparingDouble(Mask::area).reversed());
		List<Edit.Added> added = new ArrayList<>();
		for (Mask part : largest) {
			int own = added.isEmpty() ? id : nextId + added.size() - 1;
			added.add(Edit.Added.of(own, clump, SPLIT, Runs.of(part)));
		}
		return new Edit(plane, List.of(id), added);
	}

	@Override
	public int most(Region drawn) {
		Map<Integer, Double> shared = new HashMap<>();
		Mask mask = (Mask) drawn;
		for (int j = 0; j < mask.height(); j++)
			for (int i = 0; i < mask.width(); i++)
				if (mask.inside()[j * mask.width() + i] != 0) {
					int id = objects.at(mask.x() + i, mask.y() + j);
					if (id != 0) shared.merge(id, 1.0, Double::sum);
				}
		return largest(shared);
	}
}
