package triptych.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.core.Numbers;
import triptych.core.Plural;
import triptych.core.Task;
import triptych.evaluation.EvaluationResult;
import triptych.evaluation.FigureText;
import triptych.evaluation.compare.Outcome;
import triptych.metrics.Bootstrap;
import triptych.metrics.Figure;
import triptych.session.Provenance;

/** A paragraph to paste into the methods of a paper. */
final class Methods {

	/** The figures that a paper on each task reports. */
	private static final Map<Task, Set<String>> REPORTED = Map.of(
		Task.CLASSIFICATION, Set.of("BalancedAccuracy", "F1", "MCC", "ROCAUC"),
		Task.DETECTION, Set.of("AP50", "AP", "F1"),
		Task.INSTANCE_SEGMENTATION, Set.of("AP50", "AP", "ObjectAP50", "F1"),
		Task.SEMANTIC_SEGMENTATION, Set.of("MeanIoU", "Dice", "NSD"),
		Task.PANOPTIC_SEGMENTATION, Set.of("PQ", "SQ", "RQ"));

	private Methods() {}

	static String of(EvaluationResult result) {
		Outcome outcome = result.outcome();
		String objects = outcome.objects() > 0 ? " with " + Plural.of(outcome.objects(), "object") : "";
		List<String> text = new ArrayList<>();
		text.add("Predictions were compared with the reference annotations of "
			+ Plural.of(outcome.images(), "image") + objects + " ("
			+ Plural.of(outcome.classes().size(), "class", "classes") + ": "
			+ String.join(", ", outcome.classes()) + ") with Triptych " + Provenance.version()
			+ " (Evaluate Predictions, task " + outcome.task().key() + ").");
		boolean scored = outcome.task() == Task.DETECTION
			|| outcome.task() == Task.INSTANCE_SEGMENTATION;
		if (scored)
			text.add("A prediction counted as right from an intersection over union of "
				+ Numbers.exact(result.options().iou()) + " on; precision, recall and F1 count predictions"
				+ " from a confidence of " + Numbers.exact(result.options().confidence()) + " on.");
		outcome.figures().get(Figure.ALL).forEach((name, f) -> {
			if (REPORTED.get(outcome.task()).contains(name) && !Double.isNaN(f.value()))
				text.add(FigureText.of(name, f.value(), result.intervals().of(Figure.ALL, name))
					+ ": " + lower(f.metric().definition()).replaceFirst("\\.$", "") + " ("
					+ f.metric().source() + ").");
		});
		text.add("Intervals of 95 % were made by resampling images with replacement ("
			+ Bootstrap.RESAMPLES + " resamples, seed " + Bootstrap.SEED + ", bias-corrected and"
			+ " accelerated bootstrap after Efron 1987, widened for few images after Hesterberg 2015);"
			+ " figures were computed anew from each resample.");
		int left = result.unmatched().size();
		if (left > 0) text.add(Plural.of(left, "image or plane", "images or planes")
			+ " without a partner were left out.");
		return String.join(" ", text);
	}

	/** Names and abbreviations keep their capital. */
	private static String lower(String sentence) {
		if (sentence.matches("(\\p{Lu}{2}|Matthews|Cohen).*")) return sentence;
		return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
	}
}
