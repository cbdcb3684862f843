package triptych.pipeline.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import triptych.core.Plane;
import triptych.core.Tensor;
import triptych.model.InputSpec.Side;
import triptych.model.InputSpec.SideKind;

/**
 * What a network gets beside the image: the size of its input, or where in it the image or the
 * object lies.
 */
final class SideInput {

	private SideInput() {}

	static Tensor tensor(Side side, Fitting fit, Plane plane) {
		int w = fit.inputWidth(), h = fit.inputHeight();
		boolean object = side.kind() == SideKind.OBJECT;
		boolean two = !object && side.kind() != SideKind.MASK;
		long[] shape = two ? new long[] { 1, 2 } : new long[] { 1, h, w };
		int bytes = side.type().bytes();
		ByteBuffer data = ByteBuffer
			.allocateDirect((int) Tensor.elements(shape) * bytes)
			.order(ByteOrder.nativeOrder());
		Tensor tensor = new Tensor(side.name(), shape, side.type(), data);
		if (two) {
			int[] told = switch (side.kind()) {
				case SIZE -> new int[] { w, h };
				case HEIGHT_WIDTH -> new int[] { h, w };
				default -> new int[] { 1, 1 };
			};
			put(tensor, 0, told[0]);
			put(tensor, 1, told[1]);
			return tensor;
		}
		for (int y = fit.top(); y < Math.min(h, fit.top() + fit.height()); y++)
			for (int x = fit.left(); x < Math.min(w, fit.left() + fit.width()); x++)
				if (!object || inside(plane, fit, x, y)) put(tensor, y * w + x, 1);
		return tensor;
	}

	/** Whether the plane's pixel under the middle of one of the input's belongs to the object. */
	private static boolean inside(Plane plane, Fitting fit, int x, int y) {
		int px = (int) ((x - fit.left() + 0.5) * plane.width() / fit.width());
		int py = (int) ((y - fit.top() + 0.5) * plane.height() / fit.height());
		return plane.inside(px, py);
	}

	private static void put(Tensor tensor, int i, int value) {
		switch (tensor.type()) {
			case INT64 -> tensor.data().putLong(8 * i, value);
			case INT32 -> tensor.data().putInt(4 * i, value);
			case FLOAT -> tensor.data().putFloat(4 * i, value);
			default -> tensor.data().put(i, (byte) value);
		}
	}
}
