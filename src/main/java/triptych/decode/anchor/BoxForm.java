package triptych.decode.anchor;

import java.nio.FloatBuffer;
import java.util.Arrays;

import triptych.core.Placement;
import triptych.core.Tensor;
import triptych.core.TriptychException;
import triptych.model.ModelSpec;

/** How the numbers of an anchor become a box: corners in pixels of the input. */
@FunctionalInterface
interface BoxForm {

	/** @param at where the numbers of the anchor begin */
	double[] box(int anchor, FloatBuffer values, int at);

	/**
	 * @param anchors [1, n, 4], corners in 0..1; null where the form needs none
	 * @throws TriptychException where there are other numbers of anchors than boxes
	 */
	static BoxForm of(String form, int n, ModelSpec model, Placement placement, Tensor anchors) {
		double w = placement.inputWidth(), h = placement.inputHeight();
		if (form.equals("blazeface")) return blazeFace(n, model);
		if (anchors == null) return (i, v, at) -> new double[] { v.get(at) * w, v.get(at + 1) * h,
			v.get(at + 2) * w, v.get(at + 3) * h };
		if (anchors.size() != 4 * n) throw new TriptychException("The output " + anchors
			+ " of the model " + model.name() + " has not the " + n + " anchors of the boxes.");
		FloatBuffer a = anchors.floats();
		boolean corners = form.equals("corner-offsets");
		return (i, v, at) -> {
			double x = a.get(4 * i), y = a.get(4 * i + 1);
			double aw = a.get(4 * i + 2) - x, ah = a.get(4 * i + 3) - y;
			if (corners) return new double[] { w * (x + aw * v.get(at)), h * (y + ah * v.get(at + 1)),
				w * (x + aw * (1 + v.get(at + 2))), h * (y + ah * (1 + v.get(at + 3))) };
			double cx = x + aw / 2 + 0.1 * aw * v.get(at), cy = y + ah / 2 + 0.1 * ah * v.get(at + 1);
			return centred(w * cx, h * cy, w * aw * Math.exp(0.2 * v.get(at + 2)),
				h * ah * Math.exp(0.2 * v.get(at + 3)));
		};
	}

	static double[] centred(double x, double y, double width, double height) {
		return new double[] { x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
	}

	private static BoxForm blazeFace(int n, ModelSpec model) {
		int width = model.input().width(), height = model.input().height();
		double[] x = new double[n], y = new double[n];
		int at = 0;
		for (int[] level : new int[][] { { 8, 2 }, { 16, 6 } }) {
			int columns = width / level[0], rows = height / level[0];
			int many = columns * rows * level[1];
			if (at + many > n) break;
			for (int i = 0; i < many; i++, at++) {
				int cell = i / level[1];
				x[at] = (cell % columns + 0.5) * level[0];
				y[at] = (cell / columns + 0.5) * level[0];
			}
		}
		if (at != n) throw new TriptychException("The model " + model.name() + " gives " + n
			+ " boxes, but BlazeFace has " + Arrays.toString(new int[] { 2, 6 })
			+ " anchors for each cell of 8 and 16 pixels of its input; its form is not blazeface.");
		return (i, v, from) -> centred(x[i] + v.get(from), y[i] + v.get(from + 1), v.get(from + 2),
			v.get(from + 3));
	}
}
