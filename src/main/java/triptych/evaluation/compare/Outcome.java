package triptych.evaluation.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import triptych.core.Task;
import triptych.metrics.Evaluation;
import triptych.metrics.Figure;

/**
 * What a comparison has come to.
 *
 * @param classes in the order of the truth
 * @param evaluations the most telling first
 * @param headline the name of the figure that stands for all
 * @param hidden figures that say nothing here
 * @param objects how many there are in the truth, 0 where none are counted
 * @param notes sentences that a reader must know
 * @param marker tells what is right, wrong and missed in a plane
 */
public record Outcome(Task task, List<String> classes, List<Evaluation> evaluations,
	String headline, Set<String> hidden, long objects, Optional<Thresholds> thresholds,
	List<String> notes, Marks.Marker marker)
{

	/** The figures of all classes and of each, by the name of the class and then of the figure. */
	public Map<String, Map<String, Figure>> figures() {
		Map<String, Map<String, Figure>> all = new LinkedHashMap<>();
		all.put(Figure.ALL, new LinkedHashMap<>());
		classes.forEach(c -> all.put(c, new LinkedHashMap<>()));
		for (Evaluation evaluation : evaluations)
			for (Figure f : evaluation.figures())
				if (!hidden.contains(f.metric().name()))
					all.get(f.className()).putIfAbsent(f.metric().name(), f);
		return all;
	}

	/** The evaluation of a kind, where there is one. */
	public <T extends Evaluation> Optional<T> of(Class<T> kind) {
		return evaluations.stream().filter(kind::isInstance).map(kind::cast).findFirst();
	}

	public int images() {
		return evaluations.get(0).images();
	}

	/** The value of a figure of all classes, NaN where there is none of that name. */
	public double value(String name) {
		Figure figure = figures().get(Figure.ALL).get(name);
		return figure == null ? Double.NaN : figure.value();
	}
}
