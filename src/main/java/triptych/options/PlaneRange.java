package triptych.options;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import triptych.core.TriptychException;

/**
 * The value of {@code slices} or {@code frames}: the current plane, all of them, or numbers and
 * ranges such as {@code 2-5,8}, counted from 1.
 *
 * @param key which of the two keys it is the value of
 * @param text as it was written
 * @param spans first and last of each range; empty for {@code current} and {@code all}
 */
public record PlaneRange(String key, String text, List<Span> spans) {

	private static final String CURRENT = "current", ALL = "all";
	private static final String SPAN = "\\s*\\d{1,7}(-\\d{1,7})?\\s*";

	/** From one number to another, both included. */
	public record Span(int first, int last) {}

	/** @throws TriptychException where the text cannot be right for any image */
	static PlaneRange parse(String key, String text) {
		if (text.equals(CURRENT) || text.equals(ALL)) {
			return new PlaneRange(key, text, List.of());
		}
		if (!text.matches(SPAN + "(," + SPAN + ")*")) throw wrong(key, text, "");
		List<Span> spans = new ArrayList<>();
		for (String part : text.split(",")) {
			String[] ends = part.strip().split("-");
			spans.add(new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
		}
		return new PlaneRange(key, text, spans);
	}

	public boolean isCurrent() {
		return text.equals(CURRENT);
	}

	public boolean isAll() {
		return text.equals(ALL);
	}

	/**
	 * The numbers it names, in rising order.
	 *
	 * @param current the number of the plane that is shown
	 * @param n how many there are
	 * @throws TriptychException where there is no such plane
	 */
	public int[] numbers(int current, int n) {
		if (isCurrent()) return new int[] { current };
		if (isAll()) return IntStream.rangeClosed(1, n).toArray();
		TreeSet<Integer> numbers = new TreeSet<>();
		for (Span span : spans) {
			if (span.first() < 1 || span.last() > n || span.first() > span.last()) {
				String there = n == 1 ? "only 1" : "1 to " + n;
				throw wrong(key, text, ", and this image has " + there);
			}
			for (int i = span.first(); i <= span.last(); i++)
				numbers.add(i);
		}
		return numbers.stream()
			.mapToInt(i -> i)
			.toArray();
	}

	private static TriptychException wrong(String key, String text, String why) {
		return new TriptychException("The key " + key + " has the value \"" + text + "\"; it must be "
			+ ImageOptions.RANGE_FORM + why + ".");
	}

	/** As a macro writes it. */
	@Override
	public String toString() {
		return text;
	}
}
