package triptych.decode;

import java.util.List;

import triptych.model.GraphInfo.Slot;
import triptych.model.InputSpec.Layout;
import triptych.model.ModelSpec;

/** What the shape of an output allows, where an open dimension can be anything. */
public final class OutputShape {

	/** In patterns: any length. */
	public static final int ANY = -1;

	/** Between the scales of both directions, where sides are rounded. */
	private static final double SLACK = 0.1;

	private OutputShape() {}

	/** True where the graph has such an output and it has the lengths. */
	public static boolean fits(List<Slot> outputs, int number, long... lengths) {
		if (number < 0 || number >= outputs.size()) return false;
		long[] shape = outputs.get(number).shape();
		if (shape.length != lengths.length) return false;
		for (int i = 0; i < shape.length; i++)
			if (lengths[i] != ANY && shape[i] > 0 && shape[i] != lengths[i]) return false;
		return true;
	}

	/** How many maps an output [1, maps, height, width] has, -1 where it is open. */
	public static long maps(ModelSpec model, Slot output) {
		return output.shape()[model.input().layout() == Layout.NHWC ? 3 : 1];
	}

	/**
	 * True where an output without channels, [height, width] behind a batch, can be a map of the
	 * input: the same in both directions but for the scale.
	 */
	public static boolean isMap(ModelSpec model, Slot output) {
		long[] s = output.shape();
		if (s.length > 3 || s.length < 2) return true;
		double high = s[s.length - 2], wide = s[s.length - 1];
		int height = model.input().height(), width = model.input().width();
		if (high <= 0 || wide <= 0 || height <= 0 || width <= 0) return true;
		double down = high / height, across = wide / width;
		return Math.abs(down - across) <= SLACK * Math.max(down, across);
	}

	/** How many classes the model names; {@link #ANY} where it names none. */
	public static long classes(ModelSpec model) {
		return model.classes().isEmpty() ? ANY : model.classes().size();
	}

	/** A number that is known plus the classes. */
	public static long plusClasses(long fixed, ModelSpec model) {
		return model.classes().isEmpty() ? ANY : fixed + model.classes().size();
	}
}
