package triptych.evaluation.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.TriptychException;
import triptych.ij.convert.LabelPlane;

/** What classes are called: the value of the key classes. */
final class ClassNames {

	/** What an object is where nobody says, or where classes are ignored. */
	static final String UNKNOWN = LabelPlane.UNKNOWN;

	private final boolean none;
	private final Map<String, String> renamed = new HashMap<>();

	/** @param text such as {@code cell:nucleus,debris:other}, or {@code none} */
	ClassNames(String text) {
		none = text.equals("none");
		if (none || text.isBlank()) return;
		for (String entry : text.split(",")) {
			int colon = entry.lastIndexOf(':');
			if (colon < 1 || colon == entry.length() - 1)
				throw new TriptychException("The key classes holds \"" + entry.strip()
					+ "\"; an entry is a class, a colon and what it is called, such as cell:nucleus; or"
					+ " the whole value is none.");
			renamed.put(entry.substring(0, colon).strip(), entry.substring(colon + 1).strip());
		}
	}

	String of(String name) {
		return none ? UNKNOWN : renamed.getOrDefault(name, name);
	}

	/** True where the key says what the class is called. */
	boolean tells(String name) {
		return renamed.containsKey(name);
	}

	/** True where a side tells no classes at all. */
	static boolean nameless(Set<String> names) {
		return names.equals(Set.of(UNKNOWN));
	}

	/**
	 * What a side without names means where the other has them: its only class, or nothing but
	 * objects.
	 */
	static String onlyOf(Set<String> names) {
		return names.size() == 1 ? names.iterator().next() : UNKNOWN;
	}

	/** @throws TriptychException where the two sides have classes and none in common */
	static void needCommon(Set<String> truth, Set<String> found) {
		if (truth.isEmpty() || found.isEmpty() || truth.stream().anyMatch(found::contains)) return;
		throw new TriptychException("Truth and predictions have no class in common: "
			+ String.join(", ", truth) + " and " + String.join(", ", found)
			+ ". Say with classes= which are the same, such as classes=" + found.iterator().next() + ":"
			+ truth.iterator().next() + ", or ignore classes with classes=none.");
	}

	/** Sentences on classes that one side does not have. */
	static List<String> notes(Set<String> truth, Set<String> found) {
		Set<String> missing = new LinkedHashSet<>(truth), added = new LinkedHashSet<>(found);
		missing.removeAll(found);
		added.removeAll(truth);
		List<String> notes = new ArrayList<>();
		if (!missing.isEmpty() && !found.isEmpty())
			notes.add("Classes that were never predicted: " + String.join(", ", missing) + ".");
		if (!added.isEmpty() && !truth.isEmpty())
			notes
				.add("Predicted classes that the truth does not have: " + String.join(", ", added) + ".");
		return notes;
	}
}
