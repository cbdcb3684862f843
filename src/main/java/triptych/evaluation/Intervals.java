package triptych.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import triptych.evaluation.compare.Outcome;
import triptych.metrics.Figure;
import triptych.metrics.Interval;

/**
 * The 95 % intervals of an outcome: of the headline of all classes and of each, and of the other
 * figures of all classes that a paper quotes. Sizes, gains and recalls of COCO go without, since
 * each costs thousands of recomputations.
 */
public final class Intervals {

	private static final Set<String> QUOTED = Set.of("AP50", "AP", "F1", "Precision",
		"Recall", "ObjectAP", "ObjectAP50", "CountBias", "AreaBias", "MeanIoU", "Dice", "ImageDice",
		"Accuracy", "MeanAccuracy", "NSD", "BoundaryIoU", "HD95", "PQ", "SQ", "RQ",
		"BalancedAccuracy", "MCC", "Kappa", "ROCAUC", "MicroF1", "ECE", "Brier");

	/** For a row a class the figure that stands for the headline there, such as IoU. */
	private static final Map<String, String> OF_A_CLASS = Map.of("MeanIoU", "IoU",
		"BalancedAccuracy", "Recall");

	private final Map<String, Map<String, Interval>> all = new LinkedHashMap<>();

	/** One figure to be drawn again and again. */
	private record Job(String className, String name, Figure figure) {}

	private Intervals() {}

	static Intervals of(Outcome outcome) {
		String ofClass = OF_A_CLASS.getOrDefault(outcome.headline(), outcome.headline());
		List<Job> jobs = new ArrayList<>();
		outcome.figures().forEach((className, figures) -> figures.forEach((name, figure) -> {
			boolean quoted = className.equals(Figure.ALL) ? QUOTED.contains(name)
				: name.equals(ofClass) && outcome.classes().size() > 1;
			if (quoted && figure.metric().resampled()) jobs.add(new Job(className, name, figure));
		}));
		Intervals intervals = new Intervals();
		Map<Job, Interval> done = new ConcurrentHashMap<>();
		jobs.parallelStream().forEach(job -> done.put(job, job.figure.interval()));
		for (Job job : jobs)
			intervals.all.computeIfAbsent(job.className, c -> new LinkedHashMap<>())
				.put(job.name, done.get(job));
		return intervals;
	}

	/** Whether a paper quotes the figure. */
	static boolean isQuoted(String name) {
		return QUOTED.contains(name);
	}

	/** Null where none was made. */
	public Interval of(String className, String name) {
		return all.getOrDefault(className, Map.of()).get(name);
	}
}
