package triptych.pipeline.join;

import triptych.core.Plane;
import triptych.core.PlaneView;

/** A plane with left and right, or top and bottom, or both, exchanged. */
final class MirroredPlane extends PlaneView {

	private final boolean across, down;

	MirroredPlane(Plane plane, boolean across, boolean down) {
		super(plane);
		this.across = across;
		this.down = down;
	}

	@Override
	public boolean bytes() {
		return plane.bytes();
	}

	@Override
	public boolean inside(int x, int y) {
		return plane.inside(across ? width() - 1 - x : x, down ? height() - 1 - y : y);
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		int fromX = across ? width() - x - w : x, fromY = down ? height() - y - h : y;
		plane.read(fromX, fromY, w, h, into);
		for (int c = 0; c < channels(); c++) {
			int first = c * w * h;
			if (across) for (int j = 0; j < h; j++)
				reverse(into, first + j * w, w);
			if (down) for (int j = 0; j < h / 2; j++)
				exchange(into, first + j * w, first + (h - 1 - j) * w, w);
		}
	}

	private static void reverse(float[] values, int from, int n) {
		for (int a = from, b = from + n - 1; a < b; a++, b--) {
			float v = values[a];
			values[a] = values[b];
			values[b] = v;
		}
	}

	private static void exchange(float[] values, int a, int b, int n) {
		for (int i = 0; i < n; i++) {
			float v = values[a + i];
			values[a + i] = values[b + i];
			values[b + i] = v;
		}
	}
}
