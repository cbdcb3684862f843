package triptych.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

import triptych.evaluation.compare.Outcome;
import triptych.metrics.Figure;
import triptych.metrics.Interval;

/** Figures of one set of predictions minus those of another, on the same images. */
final class Differences {

	private Differences() {}

	/** By class and figure, of those that have an interval and that both sets have. */
	static Map<String, Map<String, Interval>> of(Outcome outcome, Outcome other) {
		Map<String, Map<String, Figure>> others = other.figures();
		Map<String, Map<String, Interval>> all = new LinkedHashMap<>();
		outcome.figures().forEach((className, figures) -> {
			Map<String, Figure> same = others.getOrDefault(className, Map.of());
			figures.forEach((name, figure) -> {
				boolean wanted = className.equals(Figure.ALL) && Intervals.isQuoted(name)
					|| name.equals(outcome.headline());
				if (wanted && figure.metric().resampled() && same.containsKey(name))
					all.computeIfAbsent(className, c -> new LinkedHashMap<>())
						.put(name, figure.minus(same.get(name)));
			});
		});
		return all;
	}
}
