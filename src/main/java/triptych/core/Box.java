package triptych.core;

/** An upright rectangle in image pixels, ends exclusive: area = (x2-x1)*(y2-y1). */
public record Box(double x1, double y1, double x2, double y2) implements Region {

	/** The box around a region; a box is its own. */
	public static Box around(Region region) {
		if (region instanceof Box box) return box;
		return new Box(region.x1(), region.y1(), region.x2(), region.y2());
	}

	public double width() {
		return x2 - x1;
	}

	public double height() {
		return y2 - y1;
	}

	@Override
	public double area() {
		return Math.max(0, width()) * Math.max(0, height());
	}

	@Override
	public Box moved(int dx, int dy) {
		return new Box(x1 + dx, y1 + dy, x2 + dx, y2 + dy);
	}

	@Override
	public Box mirrored(boolean across, boolean down, int planeWidth, int planeHeight) {
		return new Box(across ? planeWidth - x2 : x1, down ? planeHeight - y2 : y1,
			across ? planeWidth - x1 : x2, down ? planeHeight - y1 : y2);
	}

	/** Moves each edge that lies outside [0, width] x [0, height] onto its border. */
	public Box clipped(int width, int height) {
		return new Box(clamp(x1, width), clamp(y1, height), clamp(x2, width), clamp(y2, height));
	}

	/** What both boxes cover; a box without area where they do not meet. */
	public Box intersection(Box other) {
		return new Box(Math.max(x1, other.x1), Math.max(y1, other.y1), Math.min(x2, other.x2),
			Math.min(y2, other.y2));
	}

	/** Intersection over union with another box; 0 where both are empty. */
	public double iou(Box other) {
		double shared = intersection(other).area();
		return shared == 0 ? 0 : shared / (area() + other.area() - shared);
	}

	private static double clamp(double v, double max) {
		return Math.max(0, Math.min(max, v));
	}
}
