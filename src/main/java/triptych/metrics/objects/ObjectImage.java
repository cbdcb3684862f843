package triptych.metrics.objects;

import java.util.List;

import triptych.metrics.StrongestFirst;
import triptych.metrics.objects.Truth.Kind;

/** What is in one image, what was found in it, and how they overlap. */
public final class ObjectImage {

	private final List<Truth> truth;
	private final List<Found> found;
	private final Overlaps overlaps;

	/** Every matching asks for it. */
	private int[] byScore;

	public ObjectImage(List<Truth> truth, List<Found> found, Overlaps overlaps) {
		if (overlaps.truths() != truth.size() || overlaps.founds() != found.size())
			throw new IllegalArgumentException("overlaps of other objects");
		this.truth = truth;
		this.found = found;
		this.overlaps = overlaps;
	}

	public List<Truth> truth() {
		return truth;
	}

	public List<Found> found() {
		return found;
	}

	public Overlaps overlaps() {
		return overlaps;
	}

	/**
	 * The overlap of the k-th pair of {@link Overlaps}: intersection over union, and over the
	 * prediction's own area where the truth is a crowd.
	 */
	double iou(int found, int k) {
		int t = overlaps.truth(k);
		return truth.get(t).kind() == Kind.CROWD
				? overlaps.overFound(found, k)
				: overlaps.iou(found, k);
	}

	/** The predictions with the highest score first, equal ones in their order. */
	int[] byScore() {
		if (byScore == null)
			byScore = StrongestFirst.of(found.stream().mapToDouble(Found::score).toArray());
		return byScore;
	}
}
