package triptych.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import triptych.evaluation.Evaluated;
import triptych.evaluation.compare.Outcome;
import triptych.metrics.Evaluation;
import triptych.metrics.Figure;

/** Which images came out worst. */
final class WorstImages {

	private static final int MOST = 10;

	/** What one image is judged by, in this order of choice. */
	private static final List<String> FIGURES = List.of("ObjectAP50", "MeanIoU", "PQ", "Accuracy");

	/** @param value of the figure on this image alone */
	record Worst(Evaluated.PlaneName image, String figure, double value) {}

	private WorstImages() {}

	/** The worst first; images that are wholly right are not among them. */
	static List<Worst> of(Outcome outcome, Evaluated evaluated) {
		Optional<Figure> figure = figure(outcome);
		if (figure.isEmpty()) return List.of();
		List<Worst> all = new ArrayList<>();
		IntStream.range(0, evaluated.images().size()).forEach(i -> {
			double value = figure.get().ofImage(i);
			if (value < 1) all.add(
				new Worst(evaluated.images().get(i), figure.get().metric().name(), value));
		});
		all.sort(Comparator.comparingDouble(Worst::value));
		return all.subList(0, Math.min(MOST, all.size()));
	}

	private static Optional<Figure> figure(Outcome outcome) {
		for (String name : FIGURES)
			for (Evaluation evaluation : outcome.evaluations())
				for (Figure f : evaluation.figures())
					if (f.className().equals(Figure.ALL) && f.metric().name().equals(name))
						return Optional.of(f);
		return Optional.empty();
	}
}
