package triptych.annotation;

import java.util.List;

import triptych.core.Box;
import triptych.core.pixels.RunMask;

/**
 * Where an object is, as exactly as the format says it.
 *
 * <p>
 * A format may write a box beside an outline, rounded in its own way, so both are kept: the box is
 * as written, and made from the outline only where none is.
 */
public sealed interface Shape {

	/** An upright rectangle, in pixels, its end exclusive. */
	record Rectangle(Box box) implements Shape {

		@Override
		public RunMask pixels(int width, int height) {
			return BoxPixels.of(box, width, height);
		}

		@Override
		public double area() {
			return box.area();
		}
	}

	/** Outlines, painted in their order: a hole takes away of what came before it. */
	record Polygon(Box box, List<Ring> rings) implements Shape {

		public Polygon(List<Ring> rings) {
			this(Ring.around(rings), rings);
		}

		/** True where a part of it is cut out. */
		public boolean hasHoles() {
			return rings.stream().anyMatch(Ring::hole);
		}

		@Override
		public RunMask pixels(int width, int height) {
			return RingPixels.of(rings, width, height);
		}

		@Override
		public double area() {
			return Ring.area(rings);
		}
	}

	/** Its pixels. */
	record Pixels(Box box, RunMask mask) implements Shape {

		public Pixels(RunMask mask) {
			this(new Box(mask.x(), mask.y(), mask.x() + mask.width(), mask.y() + mask.height()), mask);
		}

		@Override
		public RunMask pixels(int width, int height) {
			return mask;
		}

		@Override
		public double area() {
			return mask.area();
		}
	}

	/** The whole image, where an image has a class and no objects. */
	record WholeImage() implements Shape {

		/** Without a size of its own. */
		@Override
		public Box box() {
			return new Box(0, 0, 0, 0);
		}

		@Override
		public RunMask pixels(int width, int height) {
			return BoxPixels.of(new Box(0, 0, width, height), width, height);
		}

		@Override
		public double area() {
			return 0;
		}
	}

	Box box();

	/**
	 * The pixels that belong to it, of an image of this size: those of polygons by COCO's rule, those
	 * of a rectangle whose middle lies inside.
	 */
	RunMask pixels(int width, int height);

	/**
	 * In square pixels: those of a mask, else what the outlines or the box enclose; 0 for the whole
	 * image, whose size it does not know.
	 */
	double area();
}
