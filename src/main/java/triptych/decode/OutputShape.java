package triptych.decode;

import java.util.List;

import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/** What the shape of an output allows, where an open dimension can be anything. */
public final class OutputShape {

	/** In patterns: any length. */
	public static final int ANY = -1;

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

	/** How many classes the model names; {@link #ANY} where it names none. */
	public static long classes(ModelSpec model) {
		return model.classes().isEmpty() ? ANY : model.classes().size();
	}

	/** A number that is known plus the classes. */
	public static long plusClasses(long fixed, ModelSpec model) {
		return model.classes().isEmpty() ? ANY : fixed + model.classes().size();
	}
}
