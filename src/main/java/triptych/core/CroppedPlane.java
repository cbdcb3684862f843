package triptych.core;

/** A rectangle of a plane as a plane of its own; what counts as full brightness stays that of the whole. */
public final class CroppedPlane extends PlaneView {

	private final int x, y, width, height;

	/** The rectangle must lie inside the plane. */
	public CroppedPlane(Plane plane, int x, int y, int width, int height) {
		super(plane);
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
	public void read(int fromX, int fromY, int w, int h, float[] into) {
		plane.read(x + fromX, y + fromY, w, h, into);
	}
}
