package triptych.pipeline.prepare;

import triptych.core.Mask;
import triptych.core.Plane;
import triptych.core.PlaneCrop;
import triptych.core.PlaneView;

/**
 * One object of a plane with what lies around it: the box of its pixels, wider by a margin on each
 * side as far as the plane goes, and which of its pixels are the object's.
 */
public final class ObjectPlane extends PlaneView {

	private final Mask object;

	private ObjectPlane(Plane crop, Mask object) {
		super(crop);
		this.object = object;
	}

	/**
	 * @param object in pixels of the plane; its box must not lie wholly beside it
	 * @param margin in pixels
	 */
	public static ObjectPlane of(Plane plane, Mask object, int margin) {
		int left = Math.max(0, object.x() - margin), top = Math.max(0, object.y() - margin);
		int right = Math.min(plane.width(), object.x() + object.width() + margin);
		int bottom = Math.min(plane.height(), object.y() + object.height() + margin);
		Plane crop = new PlaneCrop(plane, left, top, right - left, bottom - top);
		return new ObjectPlane(crop, object.moved(-left, -top));
	}

	@Override
	public boolean bytes() {
		return plane.bytes();
	}

	@Override
	public boolean inside(int x, int y) {
		return object.holds(x, y);
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		plane.read(x, y, w, h, into);
	}
}
