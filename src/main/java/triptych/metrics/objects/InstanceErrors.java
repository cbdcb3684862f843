package triptych.metrics.objects;

import java.util.function.Predicate;

import triptych.metrics.objects.Truth.Kind;

/**
 * Which objects of one image were missed, split and merged. Objects and predictions of other
 * classes do not meet.
 */
final class InstanceErrors {

	private final ObjectImage image;
	private final Matching matching;
	private final Predicate<Found> counts;
	private final double pixelArea;

	/** For each object, how many predictions lie in it by more than half. */
	private final int[] partsIn;

	private final boolean[] merged;

	InstanceErrors(
			ObjectImage image, Matching matching, Predicate<Found> counts, double pixelArea) {
		this.image = image;
		this.matching = matching;
		this.counts = counts;
		this.pixelArea = pixelArea;
		this.partsIn = new int[image.truth().size()];
		this.merged = new boolean[image.truth().size()];
		for (int f = 0; f < image.found().size(); f++)
			if (counts.test(image.found().get(f))) look(f);
	}

	private void look(int f) {
		Overlaps overlaps = image.overlaps();
		int mostlyInside = 0;
		for (int k = overlaps.first(f); k < overlaps.first(f + 1); k++) {
			int t = overlaps.truth(k);
			if (!meet(f, t)) continue;
			if (2 * overlaps.shared(k) > overlaps.foundArea(f)) partsIn[t]++;
			if (2 * overlaps.shared(k) > overlaps.truthArea(t)) mostlyInside++;
		}
		if (mostlyInside < 2) return;
		for (int k = overlaps.first(f); k < overlaps.first(f + 1); k++)
			if (meet(f, overlaps.truth(k))
					&& 2 * overlaps.shared(k) > overlaps.truthArea(overlaps.truth(k)))
				merged[overlaps.truth(k)] = true;
	}

	private boolean meet(int f, int t) {
		Truth truth = image.truth().get(t);
		return truth.kind() == Kind.OBJECT && truth.classId() == image.found().get(f).classId();
	}

	/** @param counts of all classes, then of each class */
	void addTo(InstanceCounts[] counts) {
		boolean[] matched = new boolean[image.truth().size()];
		for (int f = 0; f < image.found().size(); f++) {
			Found found = image.found().get(f);
			if (!this.counts.test(found) || matching.truthOf()[f] == Matching.ASIDE) continue;
			int t = matching.truthOf()[f];
			if (t >= 0) {
				matched[t] = true;
				counts[found.classId() + 1].addDice(dice(f, t));
			}
			for (InstanceCounts n : new InstanceCounts[] {counts[0], counts[found.classId() + 1]}) {
				n.found++;
				n.foundArea += image.overlaps().foundArea(f) * pixelArea;
			}
		}
		for (int t = 0; t < matched.length; t++) {
			if (image.truth().get(t).kind() != Kind.OBJECT) continue;
			boolean split = partsIn[t] > 1;
			for (InstanceCounts n :
					new InstanceCounts[] {counts[0], counts[image.truth().get(t).classId() + 1]}) {
				n.objects++;
				n.area += image.overlaps().truthArea(t) * pixelArea;
				if (split) n.split++;
				if (merged[t]) n.merged++;
				if (!split && !merged[t] && !matched[t]) n.missed++;
			}
		}
	}

	private double dice(int f, int t) {
		Overlaps overlaps = image.overlaps();
		int k = overlaps.first(f);
		while (overlaps.truth(k) != t) k++;
		return 2 * overlaps.shared(k) / (overlaps.foundArea(f) + overlaps.truthArea(t));
	}
}
