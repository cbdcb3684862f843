package triptych.pipeline.tiles;

import triptych.core.Box;
import triptych.core.Detection;
import triptych.core.Mask;

/**
 * What one tile shows of an object, in pixels of the plane.
 *
 * @param tile the tile's number
 * @param cut true where the object reaches an inner edge of the tile, so that there may be more of it
 */
record View(Detection detection, int tile, boolean cut) {

	double area(PixelRect within) {
		if (detection.region() instanceof Mask m) return m.pixelsIn(within.x1(), within.y1(), within.x2(), within.y2());
		return shared(box(), within.box());
	}

	/** Square pixels that both have within an area. */
	double shared(View other, PixelRect within) {
		if (!(detection.region() instanceof Mask a) || !(other.detection.region() instanceof Mask b)) {
			Box mine = box(), in = within.box();
			return shared(new Box(Math.max(mine.x1(), in.x1()), Math.max(mine.y1(), in.y1()), Math.min(mine.x2(), in.x2()), Math
				.min(mine.y2(), in.y2())), other.box());
		}
		PixelRect boxes = PixelRect.of(a).shared(PixelRect.of(b)).shared(within);
		int both = 0;
		for (int y = boxes.y1(); y < boxes.y2(); y++)
			for (int x = boxes.x1(); x < boxes.x2(); x++)
				if (a.holds(x, y) && b.holds(x, y)) both++;
		return both;
	}

	Box box() {
		return detection.region().bounds();
	}

	private static double shared(Box a, Box b) {
		return Math.max(0, Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1())) * Math.max(0, Math.min(a.y2(), b.y2()) - Math
			.max(a.y1(), b.y1()));
	}
}
