package triptych.annotation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import triptych.core.Plural;

/** What a format could not hold of what was written in it, kind by kind. */
public final class Losses {

	/**
	 * @param one what is said of a single case, such as "outline became its box"
	 * @param many of several
	 */
	public record Kind(String one, String many) {}

	private final Map<Kind, Integer> counts = new LinkedHashMap<>();

	public void add(Kind kind) {
		counts.merge(kind, 1, Integer::sum);
	}

	/** A phrase for each kind, with its number. */
	public List<String> phrases() {
		return counts.entrySet()
			.stream()
			.map(e -> Plural.of(e.getValue(), e.getKey().one(), e.getKey().many()))
			.toList();
	}
}
