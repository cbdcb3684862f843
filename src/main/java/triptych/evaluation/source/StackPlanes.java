package triptych.evaluation.source;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack as images of their own, one a plane, where the other side knows its planes as such: a
 * data set that Export Annotations... made of a stack calls them cells-0003, or movie-z0002-t0004.
 */
public final class StackPlanes {

	private static final Pattern NAME = Pattern.compile("(.+)-(?:(\\d{4,})|z(\\d{4,})-t(\\d{4,}))");

	private final Item stack;
	private SoftReference<Map<String, Content>> latest = new SoftReference<>(null);

	private StackPlanes(Item stack) {
		this.stack = stack;
	}

	/**
	 * @param stem what the stack is called, without what programs add
	 * @param others the names of the other side
	 * @return its planes; empty where the other side names none of them
	 */
	public static Optional<List<Item>> of(Item stack, String stem, Set<String> others) {
		Set<String> named = new TreeSet<>();
		for (String other : others) {
			Matcher name = NAME.matcher(other);
			if (name.matches() && name.group(1).equals(stem)) named.add(other);
		}
		if (named.isEmpty() || others.contains(stem)) return Optional.empty();
		StackPlanes planes = new StackPlanes(stack);
		return planes.isStack() ? Optional.of(planes.items(stem, named)) : Optional.empty();
	}

	/** ROIs that are all on one slice may be of a stack all the same. */
	private boolean isStack() {
		Set<String> planes = read().keySet();
		return planes.size() > 1 || !planes.contains(Item.ONLY);
	}

	private List<Item> items(String stem, Set<String> named) {
		Map<String, Content> planes = read();
		Map<String, String> names = new TreeMap<>();
		for (String plane : planes.keySet()) names.put(name(stem, plane, named), plane);
		boolean objects = planes.values().stream().allMatch(Content.Objects.class::isInstance);
		// A plane without a ROI is not in a list of ROIs.
		if (objects) named.forEach(name -> names.putIfAbsent(name, ""));
		List<Item> items = new ArrayList<>();
		names.forEach((name, plane) -> items.add(new Item(name, stack.origin() + " (" + name + ")",
			() -> Map.of(Item.ONLY, read().getOrDefault(plane, Content.Objects.NONE)))));
		return items;
	}

	/** A plane is read after the other, so the stack is kept while memory allows. */
	private Map<String, Content> read() {
		Map<String, Content> planes = latest.get();
		if (planes == null) {
			planes = stack.planes();
			latest = new SoftReference<>(planes);
		}
		return planes;
	}

	private static String name(String stem, String plane, Set<String> named) {
		String[] at = plane.split("\\.");
		int slice = Integer.parseInt(at[0]), frame = Integer.parseInt(at[1]);
		String both = String.format(Locale.ROOT, "%s-z%04d-t%04d", stem, slice, frame);
		if (named.contains(both) || slice > 1 && frame > 1) return both;
		return String.format(Locale.ROOT, "%s-%04d", stem, Math.max(slice, frame));
	}
}
