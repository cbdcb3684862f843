package triptych.core;

/** Where an object is: its box, upright or turned, or the pixels that belong to it. */
public sealed interface Region permits Box, Mask, Region.RotatedBox {

	/** Left edge of the box around it. */
	double x1();

	/** Top edge. */
	double y1();

	/** Right edge, exclusive. */
	double x2();

	/** Bottom edge, exclusive. */
	double y2();

	/** Covered area in square pixels. */
	double area();

	/** The same region, {@code dx} pixels further right and {@code dy} further down. */
	Region moved(int dx, int dy);

	/**
	 * The same region in a mirror image of a plane.
	 *
	 * @param across left and right are exchanged
	 * @param down top and bottom are
	 */
	Region mirrored(boolean across, boolean down, int planeWidth, int planeHeight);

	/**
	 * A rectangle that may be turned, in image pixels.
	 *
	 * @param x centre
	 * @param y centre
	 * @param length of its long sides
	 * @param breadth of its short sides
	 * @param angle of the long sides in radians, from the x axis towards the y axis, which runs
	 *          downwards
	 */
	record RotatedBox(double x, double y, double length, double breadth, double angle)
		implements Region
	{

		/** A rectangle whose first side, of {@code width}, has the angle; either may be the longer. */
		public static RotatedBox of(double x, double y, double width, double height, double angle) {
			return width >= height ? new RotatedBox(x, y, width, height, angle)
				: new RotatedBox(x, y, height, width, angle + Math.PI / 2);
		}

		/** Half of the extent along x. */
		private double reachX() {
			return (length * Math.abs(Math.cos(angle)) + breadth * Math.abs(Math.sin(angle))) / 2;
		}

		private double reachY() {
			return (length * Math.abs(Math.sin(angle)) + breadth * Math.abs(Math.cos(angle))) / 2;
		}

		@Override
		public double x1() {
			return x - reachX();
		}

		@Override
		public double y1() {
			return y - reachY();
		}

		@Override
		public double x2() {
			return x + reachX();
		}

		@Override
		public double y2() {
			return y + reachY();
		}

		@Override
		public double area() {
			return length * breadth;
		}

		@Override
		public RotatedBox moved(int dx, int dy) {
			return new RotatedBox(x + dx, y + dy, length, breadth, angle);
		}

		@Override
		public RotatedBox mirrored(boolean across, boolean down, int planeWidth, int planeHeight) {
			return new RotatedBox(across ? planeWidth - x : x, down ? planeHeight - y : y, length,
				breadth, across == down ? angle : -angle);
		}

		/** True where a place lies inside. */
		public boolean holds(double px, double py) {
			double along = (px - x) * Math.cos(angle) + (py - y) * Math.sin(angle);
			double across = (py - y) * Math.cos(angle) - (px - x) * Math.sin(angle);
			return Math.abs(along) <= length / 2 && Math.abs(across) <= breadth / 2;
		}

		/** Corners one after the other, each x then y. */
		public double[] corners() {
			double ax = Math.cos(angle) * length / 2, ay = Math.sin(angle) * length / 2;
			double bx = -Math.sin(angle) * breadth / 2, by = Math.cos(angle) * breadth / 2;
			return new double[]{ x - ax - bx, y - ay - by, x + ax - bx, y + ay - by, x + ax + bx,
				y + ay + by, x - ax + bx, y - ay + by };
		}
	}
}
