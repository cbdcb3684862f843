package triptych.core;

/**
 * A rectangle of a plane as a plane of its own, whose top left pixel is (x, y) of the other. It is
 * read by block straight from there; nothing is copied.
 */
public final class PlaneCrop extends PlaneView {

	private final int x, y, width, height;

	/** The rectangle must lie inside the plane. */
	public PlaneCrop(Plane plane, int x, int y, int width, int height) {
		super(plane);
		if (x < 0 || y < 0 || width < 1 || height < 1 || x > plane.width() - width
			|| y > plane.height() - height)
			throw new IllegalArgumentException("(" + x + ", " + y + ") with " + width + " x " + height
				+ " lies outside " + plane.width() + " x " + plane.height());
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public boolean bytes() {
		return plane.bytes();
	}

	@Override
	public boolean inside(int atX, int atY) {
		return plane.inside(x + atX, y + atY);
	}

	@Override
	public void read(int atX, int atY, int w, int h, float[] into) {
		plane.read(x + atX, y + atY, w, h, into);
	}
}
