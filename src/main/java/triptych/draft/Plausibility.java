package triptych.draft;

import java.util.List;
import java.util.Locale;

import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Plane;
import triptych.core.Prediction;
import triptych.core.Region;

/**
 * Whether what a model gave for an image can be a result at all: a wrong reading of boxes gives
 * them without size, in a corner or as large as the image.
 */
final class Plausibility {

	/** The strongest boxes; the others are noise anyway. */
	private static final int STRONGEST = 20;

	/** Sides of a box: pixels of the image, and shares of its longer edge. */
	private static final double LEAST = 2, SMALLEST = 0.004, LARGEST = 0.98;

	/** Objects on one image, where they are most of the candidates; and a score that is none. */
	private static final int MANY = 300;
	private static final double WEAK = 0.05;

	private Plausibility() {}

	/**
	 * @param found with the usual limits
	 * @param any of any score
	 * @param strange what speaks against it, in a sentence
	 */
	static Sense of(Prediction found, Prediction any, Plane plane, String strange) {
		if (any instanceof Detections boxes) {
			Sense sense = of(boxes.items(), plane);
			int kept = found instanceof Detections kinds ? kinds.items().size() : 0;
			boolean flood = kept > MANY && 2 * kept > boxes.items().size();
			return sense.grade() == Sense.FULL && flood ? new Sense(Sense.SOME, "it finds " + kept
				+ " objects, most of all boxes that there are") : sense;
		}
		if (!strange.isEmpty()) return new Sense(Sense.SOME, strange);
		if (found instanceof LabelMap && found.isEmpty())
			return new Sense(Sense.SOME, "nothing is found on this image");
		return new Sense(Sense.FULL, "what it gives for this image can be a result");
	}

	private static Sense of(List<Detection> all, Plane plane) {
		List<Detection> strongest = all.subList(0, Math.min(STRONGEST, all.size()));
		if (strongest.isEmpty()) return new Sense(Sense.NONE, "no box has a size");
		double edge = Math.max(plane.width(), plane.height());
		double least = Math.max(LEAST, SMALLEST * edge);
		long good = strongest.stream().filter(d -> fits(d.region(), least, plane)).count();
		String why = String.format(Locale.ROOT,
			"of the %d strongest boxes %d have a size that objects can have, the best score is %.2f",
			strongest.size(), good, strongest.get(0).best().score());
		boolean weak = strongest.get(0).best().score() < WEAK;
		if (!weak && 2 * good >= strongest.size()) return new Sense(Sense.FULL, why);
		return new Sense(good > 0 ? Sense.SOME : Sense.NONE, why);
	}

	private static boolean fits(Region r, double least, Plane plane) {
		double w = r.x2() - r.x1(), h = r.y2() - r.y1();
		boolean whole = w > LARGEST * plane.width() && h > LARGEST * plane.height();
		return w >= least && h >= least && !whole;
	}
}
