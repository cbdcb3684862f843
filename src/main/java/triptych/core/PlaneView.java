package triptych.core;

/**
 * A plane that shows another one in a different way; what a subclass does not change stays as it is
 * there.
 */
public abstract class PlaneView implements Plane {

	protected final Plane plane;

	protected PlaneView(Plane plane) {
		this.plane = plane;
	}

	@Override
	public int width() {
		return plane.width();
	}

	@Override
	public int height() {
		return plane.height();
	}

	@Override
	public int channels() {
		return plane.channels();
	}

	@Override
	public double maxValue() {
		return plane.maxValue();
	}

	@Override
	public boolean colour() {
		return plane.colour();
	}

	@Override
	public boolean inside(int x, int y) {
		return plane.inside(x, y);
	}

	@Override
	public String channelName(int c) {
		return plane.channelName(c);
	}
}
