package triptych.options;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import triptych.core.TriptychException;

/**
 * The value of {@code thresholds}: limits of their own for single classes.
 *
 * @param text as it was written
 * @param entries in the order given; a class that is named twice has its last limit
 */
public record ClassLimits(String text, List<Entry> entries) {

	public static final ClassLimits NONE = new ClassLimits("", List.of());

	/** @param name of a class, or its index in the model's list from 0 */
	public record Entry(String name, double limit) {}

	static ClassLimits parse(String text) {
		List<Entry> entries = new ArrayList<>();
		for (String entry : text.split(",")) {
			if (entry.isBlank()) continue;
			// A class may hold a colon, so the last one counts.
			int colon = entry.lastIndexOf(':');
			double limit = colon > 0 ? number(entry.substring(colon + 1).strip()) : Double.NaN;
			if (!(limit >= 0 && limit <= 1))
				throw new TriptychException("The key thresholds holds \"" + entry.strip()
					+ "\"; an entry is a class, a colon and a score from 0 to 1, such as cell:0.4.");
			entries.add(new Entry(entry.substring(0, colon).strip(), limit));
		}
		return new ClassLimits(text, entries);
	}

	private static double number(String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	/**
	 * The limits by class id.
	 *
	 * @param classId the id of a class by its name or index, or an exception that tells the classes
	 */
	public Map<Integer, Double> byClass(ToIntFunction<String> classId) {
		Map<Integer, Double> byClass = new HashMap<>();
		entries.forEach(e -> byClass.put(classId.applyAsInt(e.name()), e.limit()));
		return byClass;
	}

	/** As a macro writes it. */
	@Override
	public String toString() {
		return text;
	}
}
