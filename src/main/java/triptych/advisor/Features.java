package triptych.advisor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How strongly a question speaks for each concept: a cue counts by its weight, the same concept a second time by half
 * of it, and so on; negated cues count for their group as a whole, as {@code not.size}.
 */
final class Features {

	private Features() {}

	static Map<String, Double> of(List<FoundCue> cues) {
		Map<String, Double> features = new TreeMap<>(), share = new TreeMap<>();
		for (FoundCue c : cues) {
			String name = name(c);
			double s = share.merge(name, 0.5, (a, b) -> a * b) * 2;
			features.merge(name, s * c.cue().weight(), Double::sum);
		}
		return features;
	}

	/** The row of evidence.tsv that a cue counts in. */
	static String name(FoundCue c) {
		return c.negated() ? "not." + c.cue().group() : c.cue().concept();
	}
}
