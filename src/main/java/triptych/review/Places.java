package triptych.review;

import triptych.core.Box;
import triptych.core.Mask;
import triptych.core.Region;
import triptych.core.Region.RotatedBox;

/** Where regions are and what they hold, whatever their kind. */
final class Places {

	private Places() {}

	/** True where a place, in pixels of the image, lies inside. */
	static boolean holds(Region region, double x, double y) {
		if (region instanceof Mask mask) return mask.holds((int) Math.floor(x), (int) Math.floor(y));
		if (region instanceof RotatedBox turned) return turned.holds(x, y);
		return x >= region.x1() && x < region.x2() && y >= region.y1() && y < region.y2();
	}

	/** The middle of a box; the mean of the pixels' places. */
	static double[] middle(Region region) {
		if (region instanceof Mask mask) return Runs.middle(mask);
		return new double[] { (region.x1() + region.x2()) / 2, (region.y1() + region.y2()) / 2 };
	}

	/** A region as it lies on the plane; a turned box is left whole. */
	static Region clipped(Region region, int width, int height) {
		if (region instanceof Box box) return box.clipped(width, height);
		if (region instanceof Mask mask)
			return Runs.mask(Runs.of(mask, width, height, (x, y) -> true));
		return region;
	}
}
