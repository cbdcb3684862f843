package triptych.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import triptych.core.Box;
import triptych.core.ClassScore;
import triptych.core.Region;
import triptych.core.TriptychException;

/** Corrections of boxes, which may overlap. */
final class BoxCorrections extends Corrections {

	private final int width, height;

	/** @param width, height of the plane, beyond which no box reaches */
	BoxCorrections(ReviewedPlane found, int plane, int nextId, int width, int height) {
		super(found, plane, nextId);
		this.width = width;
		this.height = height;
	}

	@Override
	public Edit add(Region drawn, ClassScore best) {
		return new Edit(plane, List.of(),
			List.of(Edit.Added.of(nextId, best, ADDED, onPlane(drawn))));
	}

	@Override
	public Edit mend(int id, Region drawn) {
		return new Edit(plane, List.of(id),
			List.of(Edit.Added.of(id, found.best(id), MENDED, onPlane(drawn))));
	}

	private Region onPlane(Region drawn) {
		Region region = Places.clipped(drawn, width, height);
		if (region.area() <= 0) throw new TriptychException("The box that you drew has no pixel of the"
			+ " image; drag the mouse from one corner of the object to the other.");
		return region;
	}

	/** The one whose box shares most with the drawn one, by intersection over union. */
	@Override
	public int most(Region drawn) {
		Map<Integer, Double> shared = new HashMap<>();
		Box box = Box.around(drawn);
		for (int id : found.all()) {
			double iou = box.iou(Box.around(found.region(id)));
			if (iou > 0) shared.put(id, iou);
		}
		return largest(shared);
	}
}
