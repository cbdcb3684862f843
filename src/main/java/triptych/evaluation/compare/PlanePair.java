package triptych.evaluation.compare;

import triptych.core.Task;
import triptych.evaluation.source.Content;
import triptych.metrics.objects.Overlaps;

/** The objects of one plane in truth and prediction, and how they overlap. */
record PlanePair(PlaneObjects truth, PlaneObjects found, PlaneSize size, Overlaps overlaps) {

	/** @param task detection compares boxes, instance pixels */
	static PlanePair of(String name, Content truth, Content found, ClassNames names, Task task) {
		PlaneObjects t = PlaneObjects.of(truth, names), f = PlaneObjects.of(found, names);
		PlaneSize size = PlaneSize.of(name, truth, found);
		return new PlanePair(t, f, size, overlaps(t, f, size, task));
	}

	private static Overlaps overlaps(PlaneObjects t, PlaneObjects f, PlaneSize size,
		Task task)
	{
		if (task == Task.DETECTION) return Overlaps.ofBoxes(t.boxes(), f.boxes());
		if (t.map() != null && f.map() != null)
			return Overlaps.ofLabels(t.map().ids(), t.ids(), f.map().ids(), f.ids());
		return Overlaps.ofMasks(t.masks(size), f.masks(size));
	}

	/** In square pixels, of object t of the truth, by which COCO calls it small or large. */
	double truthArea(int t) {
		double said = truth.all().get(t).area();
		return Double.isNaN(said) ? overlaps.truthArea(t) : said;
	}
}
