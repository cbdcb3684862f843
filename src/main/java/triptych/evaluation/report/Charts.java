package triptych.evaluation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import triptych.core.Numbers;
import triptych.core.Task;
import triptych.evaluation.compare.Outcome;
import triptych.evaluation.report.Chart.Kind;
import triptych.evaluation.report.Chart.Series;
import triptych.metrics.classes.Calibration;
import triptych.metrics.classes.ClassificationEvaluation;
import triptych.metrics.classes.MultiLabelEvaluation;
import triptych.metrics.objects.CocoEvaluation;
import triptych.metrics.objects.DetectionEvaluation;
import triptych.metrics.objects.InstanceEvaluation;

/** The plots that fit a task. */
final class Charts {

	/** Curves of more classes cannot be told apart. */
	private static final int MOST = 8;

	private static final int BINS = 20;
	/** Bars that are so many times taller than those of right predictions are cut off. */
	private static final int HIDES = 5;
	private static final double[] DIAGONAL = { 0, 1 };

	private Charts() {}

	static List<Chart> of(Outcome outcome) {
		List<Chart> charts = new ArrayList<>();
		outcome.of(DetectionEvaluation.class).ifPresent(e -> {
			charts
				.add(curves("Precision against recall", "Recall", "Precision", e.curves(), outcome, false));
			outcome.of(CocoEvaluation.class).ifPresent(coco -> charts.add(overIou(outcome, coco)));
			outcome.of(InstanceEvaluation.class).ifPresent(i -> charts.add(counts(i)));
			outcome.thresholds().ifPresent(t -> charts.add(scores(e, t.confidence())));
		});
		outcome.of(ClassificationEvaluation.class).ifPresent(e -> {
			if (e.rocCurves().stream().anyMatch(c -> c[0].length > 1))
				charts.add(
					curves("ROC", "False positive rate", "True positive rate", e.rocCurves(), outcome, true));
			reliability(e.calibration(), charts);
		});
		outcome.of(MultiLabelEvaluation.class).ifPresent(e -> reliability(e.calibration(), charts));
		return charts;
	}

	private static Chart curves(String title, String x, String y, List<double[][]> curves,
		Outcome outcome, boolean diagonal)
	{
		List<Series> series = new ArrayList<>();
		for (int c = 0; c < Math.min(MOST, curves.size()); c++)
			series
				.add(new Series(outcome.classes().get(c), Kind.LINE, curves.get(c)[0], curves.get(c)[1]));
		if (diagonal) series.add(new Series("chance", Kind.DASHED, DIAGONAL, DIAGONAL));
		String note = curves.size() > MOST ? "The first " + MOST + " of " + curves.size() + " classes."
			: "";
		return new Chart(title, x, y, 1, 1, series, note);
	}

	private static Chart overIou(Outcome outcome, CocoEvaluation coco) {
		double[] iou = IntStream.range(0, 10).mapToDouble(t -> 0.5 + 0.05 * t).toArray();
		List<Series> series = new ArrayList<>(
			List.of(new Series("average precision (COCO)", Kind.LINE, iou, coco.precisions())));
		if (outcome.task() == Task.INSTANCE_SEGMENTATION)
			outcome.of(InstanceEvaluation.class)
				.ifPresent(
					i -> series.add(new Series("TP / (TP + FP + FN)", Kind.LINE, iou, i.precisions())));
		return new Chart("Average precision against IoU", "Intersection over union", "AP", 1, 1, series,
			"");
	}

	private static Chart counts(InstanceEvaluation instances) {
		int[][] counts = instances.counts();
		double most = Arrays.stream(counts).flatMapToInt(Arrays::stream).max().orElse(1);
		double end = nice(Math.max(1, most));
		double[] ends = { 0, end };
		return new Chart("Count against count", "Objects in the truth", "Objects predicted", end, end,
			List.of(
				new Series("", Kind.POINTS, Arrays.stream(counts).mapToDouble(c -> c[0]).toArray(),
					Arrays.stream(counts).mapToDouble(c -> c[1]).toArray()),
				new Series("equal", Kind.DASHED, ends, ends)),
			"A point an image.");
	}

	private static Chart scores(DetectionEvaluation detection, double best) {
		double[] right = bins(detection.scores(true)), wrong = bins(detection.scores(false));
		double[] middles = IntStream.range(0, BINS).mapToDouble(b -> (b + 0.5) / BINS).toArray();
		double[] both = new double[BINS];
		Arrays.setAll(both, b -> right[b] + wrong[b]);
		double tallest = Arrays.stream(both).max().orElse(1);
		double ofRight = Math.max(1, Arrays.stream(right).max().orElse(1));
		// Where all weak predictions were asked for, thousands of wrong ones would hide the others.
		boolean cut = tallest > HIDES * ofRight;
		double end = nice(cut ? 2 * ofRight : Math.max(1, tallest));
		Arrays.setAll(both, b -> Math.min(end, both[b]));
		List<Series> series = new ArrayList<>(List.of(new Series("right", Kind.BARS, middles, right),
			new Series("wrong", Kind.BARS, middles, both, right)));
		boolean known = !Double.isNaN(best);
		if (known)
			series.add(new Series("best F1 at " + Numbers.exact(best), Kind.DASHED,
				new double[]{ best, best }, new double[]{ 0, end }));
		return new Chart("Scores of right and wrong predictions", "Score", "Predictions", 1, end,
			series, cut ? "Bars that reach the top go on, the tallest to " + (long) tallest + "." : "");
	}

	private static double[] bins(double[] scores) {
		double[] bins = new double[BINS];
		for (double s : scores)
			bins[Math.max(0, Math.min(BINS - 1, (int) (s * BINS)))]++;
		return bins;
	}

	private static void reliability(Calibration c, List<Chart> charts) {
		int[] full = IntStream.range(0, c.weight().length).filter(b -> c.weight()[b] > 0).toArray();
		if (full.length == 0) return;
		double[] score = Arrays.stream(full).mapToDouble(b -> c.score()[b]).toArray();
		double[] right = Arrays.stream(full).mapToDouble(b -> c.right()[b]).toArray();
		charts.add(new Chart("Reliability", "Mean score of a bin", "Part that is right", 1, 1,
			List.of(new Series("", Kind.POINTS, score, right), new Series("", Kind.LINE, score, right),
				new Series("as sure as right", Kind.DASHED, DIAGONAL, DIAGONAL)),
			"Below the dashed line scores promise too much."));
	}

	/** The next of 1, 2, 5, 10, 20 ... from a value up. */
	private static double nice(double value) {
		double unit = Math.pow(10, Math.floor(Math.log10(value)));
		for (double factor : new double[]{ 1, 2, 5 })
			if (factor * unit >= value) return factor * unit;
		return 10 * unit;
	}
}
