package triptych.evaluation.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import triptych.annotation.Annotation;
import triptych.core.Segment;
import triptych.evaluation.source.Content;
import triptych.evaluation.source.Item;

/**
 * What the numbers of a map of classes mean: the names that it brings, else those of the other side
 * by their numbers, or its only one.
 */
final class RegionNames {

	/** At most this many images are read for class names before the comparison begins. */
	private static final int LOOKED_AT = 5;

	private final String side;
	private final Map<Integer, String> own, others;
	private final Set<Integer> taken = new TreeSet<>();

	RegionNames(String side, Map<Integer, String> own, Map<Integer, String> others) {
		this.side = side;
		this.own = own;
		this.others = others;
	}

	/** Empty where nobody says what a number means. */
	Optional<String> of(Segment s) {
		String name = s.best().className();
		if (!name.equals(ClassNames.UNKNOWN)) return Optional.of(name);
		if (!own.isEmpty() || others.isEmpty()) return Optional.empty();
		Set<String> names = Set.copyOf(others.values());
		if (names.size() > 1) return Optional.ofNullable(others.get(s.id()));
		taken.add(s.id());
		return Optional.of(names.iterator().next());
	}

	List<String> notes() {
		if (taken.size() < 2) return List.of();
		return List.of("The " + side + " no classes: every number but 0 was taken for "
			+ others.values().iterator().next() + ".");
	}

	/** The names that the first images of a side give to numbers. */
	static Map<Integer, String> known(List<Item> items) {
		Map<Integer, String> known = new HashMap<>();
		for (Item item : items.subList(0, Math.min(LOOKED_AT, items.size()))) {
			for (Content content : item.planes().values())
				add(content, known);
			if (!known.isEmpty()) return known;
		}
		return known;
	}

	private static void add(Content content, Map<Integer, String> known) {
		if (content instanceof Content.Labels labels) for (Segment s : labels.map().segments())
			if (!s.best().className().equals(ClassNames.UNKNOWN))
				known.put(s.id(), s.best().className());
		// Annotations have names and no numbers of classes.
		if (content instanceof Content.Objects objects) for (Annotation a : objects.annotations())
			known.put(-1 - known.size(), a.className());
	}
}
