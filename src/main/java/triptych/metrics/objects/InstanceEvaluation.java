package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.Metric.Better;
import triptych.metrics.Pooled;

/**
 * Objects as microscopy counts them, without a curve over scores: TP / (TP + FP + FN) over
 * thresholds of the intersection over union, which objects were missed, split and merged, how well
 * the outlines fit, and whether the number and the total area of the objects come out right.
 */
public final class InstanceEvaluation implements Evaluation {

	private static final double[] IOU = {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95};
	private static final String STARDIST =
			"Caicedo et al. 2019, 2018 Data Science Bowl; StarDist's matching";
	private static final String BLAND = "Bland and Altman 1986";

	private static final String OBJECT_AP =
			"TP / (TP + FP + FN) of all objects at the %s of the intersection over union, a prediction"
					+ " being right where it is matched with an object of its own%s.";
	private static final String MISSED =
			"Objects without a prediction at an intersection over union of %s that are neither split"
					+ " nor merged.";
	private static final String SPLIT =
			"Objects that hold more than half of each of two predictions or more.";
	private static final String MERGED =
			"Objects of which more than half lies in a prediction that takes more than half of another"
					+ " object as well.";
	private static final String DICE =
			"Median Dice of the objects and their predictions, matched at an intersection over union"
					+ " of %s.";

	private final List<String> classNames;
	private final double iou, confidence;
	private final String unit;

	/** For each image the objects of all classes, then those of each class. */
	private final List<InstanceCounts[]> ofImage = new ArrayList<>();

	/**
	 * @param iou at which objects count as missed and matches give their Dice
	 * @param confidence the least score of a prediction that counts
	 * @param unit of length, such as µm, or pixel
	 */
	public InstanceEvaluation(List<String> classNames, double iou, double confidence, String unit) {
		this.classNames = List.copyOf(classNames);
		this.iou = iou;
		this.confidence = confidence;
		this.unit = unit;
	}

	/** @param pixelArea the calibrated area of a pixel */
	public void add(ObjectImage image, double pixelArea) {
		InstanceCounts[] counts = new InstanceCounts[classNames.size() + 1];
		Arrays.setAll(counts, c -> new InstanceCounts(IOU.length));
		for (int t = 0; t < IOU.length; t++) {
			Matching matching = Matching.free(image, IOU[t]);
			for (int f = 0; f < matching.truthOf().length; f++) {
				Found found = image.found().get(f);
				if (matching.truthOf()[f] >= 0 && counts(found)) {
					counts[0].right[t]++;
					counts[found.classId() + 1].right[t]++;
				}
			}
		}
		new InstanceErrors(image, Matching.free(image, iou), this::counts, pixelArea).addTo(counts);
		ofImage.add(counts);
	}

	private boolean counts(Found found) {
		return found.score() >= confidence;
	}

	@Override
	public int images() {
		return ofImage.size();
	}

	@Override
	public List<Figure> figures() {
		List<Figure> figures = new ArrayList<>();
		for (int c = 0; c <= classNames.size(); c++) figures(figures, c);
		return figures;
	}

	private void figures(List<Figure> figures, int c) {
		add(figures, c, objectAp(), InstanceEvaluation::mean);
		add(figures, c, objectAp(0.5), n -> ap(n, 0));
		add(figures, c, objectAp(0.75), n -> ap(n, 5));
		add(figures, c, Metric.errors("Missed", MISSED.formatted(iou), "Caicedo et al. 2019"),
				n -> n[InstanceCounts.MISSED]);
		add(figures, c, Metric.errors("Split", SPLIT, "Matula et al. 2015, mirrored"),
				n -> n[InstanceCounts.SPLIT]);
		add(figures, c, Metric.errors("Merged", MERGED, "Matula et al. 2015"),
				n -> n[InstanceCounts.MERGED]);
		Metric dice = new Metric("MatchedDice", DICE.formatted(iou),
				"Metrics Reloaded, Maier-Hein et al. 2024", "", Better.HIGHER, false);
		figures.add(new Figure(dice, name(c), medianDice(c), images()));
		agreement(figures, c, "Count", "the number of objects", "", n -> n.found - n.objects);
		agreement(figures, c, "Area", "the total area of the objects", unit + "²",
				n -> n.foundArea - n.area);
	}

	private String name(int c) {
		return c == 0 ? Figure.ALL : classNames.get(c - 1);
	}

	private static Metric objectAp() {
		return Metric.ratio("ObjectAP", OBJECT_AP.formatted(
				"thresholds 0.50, 0.55 ... 0.95", ", the mean over these thresholds"), STARDIST);
	}

	private static Metric objectAp(double threshold) {
		return Metric.ratio("ObjectAP" + Math.round(100 * threshold),
				OBJECT_AP.formatted("threshold " + threshold, ""), STARDIST);
	}

	private static double ap(double[] n, int t) {
		return Pooled.ratio(n[t], n[InstanceCounts.OBJECTS] + n[InstanceCounts.FOUND] - n[t]);
	}

	private static double mean(double[] n) {
		double sum = 0;
		for (int t = 0; t < IOU.length; t++) sum += ap(n, t);
		return sum / IOU.length;
	}

	private void add(
			List<Figure> figures, int c, Metric metric, ToDoubleFunction<double[]> figure) {
		figures.add(new Figure(metric, name(c), sums(c, figure), images()));
	}

	private Pooled sums(int c, ToDoubleFunction<double[]> figure) {
		return Pooled.ofSums(
				ofImage.stream().map(n -> n[c].numbers()).toArray(double[][]::new), figure);
	}

	private Pooled medianDice(int c) {
		return times -> {
			DoubleStream.Builder all = DoubleStream.builder();
			for (int i = 0; i < images(); i++)
				for (int k = 0; k < times[i]; k++) ofImage.get(i)[c].dice.forEach(all::add);
			double[] dice = all.build().sorted().toArray();
			int n = dice.length;
			return n == 0 ? Double.NaN : (dice[(n - 1) / 2] + dice[n / 2]) / 2;
		};
	}

	private void agreement(
			List<Figure> figures,
			int c,
			String name,
			String what,
			String of,
			ToDoubleFunction<InstanceCounts> difference) {
		double[] differences =
				ofImage.stream().mapToDouble(n -> difference.applyAsDouble(n[c])).toArray();
		String limits =
				" limit of agreement of "
						+ what
						+ ": the bias -/+ 1.96 standard deviations of the differences.";
		figures.add(
				new Figure(
						new Metric(
								name + "Bias",
								"Mean difference of "
										+ what
										+ " in an image, prediction minus truth.",
								BLAND,
								of,
								Better.NEAR_ZERO,
								true),
						name(c),
						times -> Agreement.of(differences, times).bias(),
						images()));
		figures.add(
				new Figure(
						new Metric(
								name + "LimitLow",
								"Lower" + limits,
								BLAND,
								of,
								Better.NEAR_ZERO,
								false),
						name(c),
						times -> Agreement.of(differences, times).low(),
						images()));
		figures.add(
				new Figure(
						new Metric(
								name + "LimitHigh",
								"Upper" + limits,
								BLAND,
								of,
								Better.NEAR_ZERO,
								false),
						name(c),
						times -> Agreement.of(differences, times).high(),
						images()));
	}

	/** ObjectAP of all classes. */
	@Override
	public Figure headline() {
		return new Figure(objectAp(), Figure.ALL, sums(0, InstanceEvaluation::mean), images());
	}
}
