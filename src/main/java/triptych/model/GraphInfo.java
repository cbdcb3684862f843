package triptych.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.core.TensorType;

/**
 * What the model file itself says: its inputs and outputs (a dimension of -1 is open) and its
 * metadata. Read once, by the session that later runs the model.
 */
public record GraphInfo(List<Slot> inputs, List<Slot> outputs, Map<String, String> metadata) {

	/** One input or output, with the type of its elements. */
	public record Slot(String name, TensorType type, long[] shape) {

		@Override
		public String toString() {
			return name + " " + type.name().toLowerCase(Locale.ROOT) + " " + Arrays.toString(shape);
		}
	}

	/** All slots in one line, for sentences. */
	public static String list(List<Slot> slots) {
		return slots.stream().map(Slot::toString).collect(Collectors.joining(", "));
	}
}
