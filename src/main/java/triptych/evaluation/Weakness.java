package triptych.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import triptych.core.Task;
import triptych.evaluation.compare.Outcome;
import triptych.metrics.Figure;
import triptych.metrics.classes.ClassificationEvaluation;
import triptych.metrics.objects.ErrorEvaluation;

/**
 * Where the errors come from: the class that is worst and the kind of error that costs most.
 *
 * @param kind of TIDE's six for objects, blank elsewhere
 * @param sentences with figures
 * @param advice what to label because of it
 */
record Weakness(String kind, List<String> sentences, List<String> advice) {

	/** What a class is judged by in its row. */
	private static final Map<String, String> OF_A_CLASS = Map.of("MeanIoU", "IoU",
		"BalancedAccuracy", "Recall");

	private static final String UNKNOWN_NUMBER = "How many more cannot be said from one evaluation:"
		+ " evaluate again after training with twice the images.";

	static Weakness of(Outcome outcome) {
		List<String> sentences = new ArrayList<>(), advice = new ArrayList<>();
		Optional<String> worst = worst(outcome, sentences);
		String kind = outcome.of(ErrorEvaluation.class)
			.map(e -> kind(outcome, e, sentences, advice, worst))
			.orElse("");
		if (kind.isEmpty()) {
			outcome.of(ClassificationEvaluation.class)
				.ifPresent(e -> confused(outcome, e, sentences));
			worst.ifPresent(c -> advice.add("Label more images of " + c + "."));
			if (worst.isEmpty()) advice.add("Label more images like those that came out worst.");
		}
		advice.add(UNKNOWN_NUMBER);
		return new Weakness(kind, sentences, advice);
	}

	private static Optional<String> worst(Outcome outcome, List<String> sentences) {
		String name = OF_A_CLASS.getOrDefault(outcome.headline(), outcome.headline());
		Map<String, Map<String, Figure>> figures = outcome.figures();
		Optional<String> worst = outcome.classes()
			.stream()
			.filter(c -> value(figures, c, name) < Double.POSITIVE_INFINITY)
			.min(Comparator.comparingDouble(c -> value(figures, c, name)));
		if (worst.isEmpty() || outcome.classes().size() < 2) return Optional.empty();
		sentences.add("The worst class is " + worst.get() + " (" + name + " "
			+ FigureText.number(value(figures, worst.get(), name)) + ").");
		return worst;
	}

	/** Infinity where it is not defined. */
	private static double value(Map<String, Map<String, Figure>> figures, String c, String name) {
		Figure figure = figures.get(c).get(name);
		double value = figure == null ? Double.NaN : figure.value();
		return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
	}

	private static String kind(Outcome outcome, ErrorEvaluation errors, List<String> sentences,
		List<String> advice, Optional<String> worst)
	{
		Figure gain = errors.headline();
		if (!(gain.value() > 0)) return "";
		String kind = gain.metric().name().replace("Gain", "");
		double n = outcome.value(kind + "Errors");
		double merged = outcome.value("Merged"), missed = outcome.value("Missed");
		if (merged > missed && outcome.task() == Task.INSTANCE_SEGMENTATION) {
			sentences.add((long) merged + " objects were merged with others and " + (long) missed
				+ " wholly missed.");
			advice.add("Label more images in which objects touch.");
		}
		sentences.add("Errors of the kind " + kind.toLowerCase(Locale.ROOT)
			+ " cost most: without any, AP50 would be " + FigureText.number(gain.value())
			+ " higher; " + (long) n + " of them are counted.");
		String of = worst.map(c -> " of " + c).orElse("");
		advice.add(switch (kind) {
			case "Missed" -> "Label more images in which objects" + of + " were missed.";
			case "Background" -> "Label more images that hold what was taken for objects" + of
				+ ", and some without any object.";
			case "Class" -> "Label more objects of the classes that were taken for each other" + of + ".";
			case "Duplicate" -> "Objects are found twice, which labels do not change: lower overlap=.";
			case "Both" -> "Label more objects" + of + ", outlined with care.";
			default -> "Draw outlines with more care, and label more objects" + of
				+ " whose outline came out wrong.";
		});
		return kind;
	}

	/** The two classes that are taken for each other most. */
	private static void confused(Outcome outcome, ClassificationEvaluation evaluation,
		List<String> sentences)
	{
		long[][] counts = evaluation.confusion().counts();
		int truth = -1, said = -1;
		long most = 0;
		for (int t = 0; t < counts.length; t++)
			for (int p = 0; p < counts.length; p++)
				if (t != p && counts[t][p] > most) {
					most = counts[t][p];
					truth = t;
					said = p;
				}
		if (most > 0) sentences.add("Most often " + outcome.classes().get(truth) + " was taken for "
			+ outcome.classes().get(said) + " (" + most + " images).");
	}
}
