package triptych.advisor.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How strongly a question speaks for each concept: a cue counts by its weight, the same concept a
 * second time by half of it, and so on; negated cues count for their group as a whole, as {@code
 * not.size}. Needs that stand together in one question ("how many, and how big are they") count
 * once more as a pair, for together they ask for another task than each of them alone.
 */
final class Features {

	/** What may be asked together with something else, and the concepts that ask for it. */
	private enum Asked {

		KIND("image.type image.which image.class several.each several.list several.multi"),
		PRESENCE("image.presence image.yesno image.starts"), COUNT("object.count"),
		PLACE("object.where object.box"), SHARE("pixel.percent pixel.amount"),
		SIZE("size.area size.distribution size.intensity size.length size.outline size.per size.shape");

		private final Set<String> concepts;

		Asked(String concepts) {
			this.concepts = Set.of(concepts.split(" "));
		}

		boolean in(Set<String> found) {
			return !Collections.disjoint(concepts, found);
		}
	}

	private Features() {}

	static Map<String, Double> of(List<FoundCue> cues) {
		Map<String, Double> features = new TreeMap<>(), share = new TreeMap<>();
		for (FoundCue c : cues) {
			String name = name(c);
			double s = share.getOrDefault(name, 1.0);
			share.put(name, s / 2);
			features.put(name, features.getOrDefault(name, 0.0) + s * c.cue().weight());
		}
		addPairs(features);
		return features;
	}

	private static void addPairs(Map<String, Double> features) {
		Set<String> found = new HashSet<>(features.keySet());
		List<Asked> asked = new ArrayList<>();
		for (Asked a : Asked.values())
			if (a.in(found)) asked.add(a);
		for (int i = 0; i < asked.size(); i++)
			for (Asked second : asked.subList(i + 1, asked.size()))
				features.put((asked.get(i) + "+" + second).toLowerCase(Locale.ROOT), 1.0);
	}

	/** The row of evidence.tsv that a cue counts in. */
	static String name(FoundCue c) {
		return c.negated() ? "not." + c.cue().group() : c.cue().concept();
	}
}
