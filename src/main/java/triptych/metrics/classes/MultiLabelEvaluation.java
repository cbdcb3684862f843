package triptych.metrics.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.Metric.Better;
import triptych.metrics.Pooled;

/**
 * Any number of classes an image against the truth: each class is a question of its own, answered
 * from a threshold on.
 */
public final class MultiLabelEvaluation implements Evaluation {

	private static final String SKLEARN = "scikit-learn";

	private final List<String> classNames;
	private final double[] thresholds;
	private final List<boolean[]> truth = new ArrayList<>();
	private final List<double[]> scores = new ArrayList<>();

	/** @param thresholds for each class the least score with which an image is said to be of it */
	public MultiLabelEvaluation(List<String> classNames, double[] thresholds) {
		this.classNames = List.copyOf(classNames);
		this.thresholds = thresholds.clone();
	}

	/**
	 * @param truth for each class whether the image is of it
	 * @param scores of each class in [0,1]; NaN counts as 0
	 */
	public void add(boolean[] truth, double[] scores) {
		this.truth.add(truth.clone());
		this.scores.add(Arrays.stream(scores).map(s -> Double.isNaN(s) ? 0 : s).toArray());
	}

	@Override
	public int images() {
		return truth.size();
	}

	private boolean says(int image, int c) {
		return scores.get(image)[c] >= thresholds[c];
	}

	/**
	 * For each class the threshold of the best F1, with few digits; NaN where no image is of the
	 * class.
	 */
	public double[] bestThresholds() {
		int[] once = IntStream.range(0, images()).map(i -> 1).toArray();
		return IntStream.range(0, classNames.size())
				.mapToDouble(c -> ranking(c).bestThreshold(once))
				.toArray();
	}

	private Ranking ranking(int c) {
		boolean[] positive = new boolean[images()];
		for (int i = 0; i < positive.length; i++) positive[i] = truth.get(i)[c];
		return new Ranking(scores.stream().mapToDouble(s -> s[c]).toArray(), positive);
	}

	/** The reliability of all scores of all classes. */
	public Calibration calibration() {
		return calibration(IntStream.range(0, images()).map(i -> 1).toArray());
	}

	private Calibration calibration(int[] times) {
		Calibration.Sums sums = new Calibration.Sums();
		for (int i = 0; i < images(); i++)
			if (times[i] > 0)
				for (int c = 0; c < classNames.size(); c++)
					sums.add(scores.get(i)[c], truth.get(i)[c], times[i]);
		return Calibration.of(sums);
	}

	/** For each class and image: right, said, true; the classes one after the other. */
	private double[][] counts() {
		double[][] counts = new double[images()][3 * classNames.size()];
		for (int i = 0; i < images(); i++)
			for (int c = 0; c < classNames.size(); c++) {
				boolean is = truth.get(i)[c], said = says(i, c);
				counts[i][3 * c] = is && said ? 1 : 0;
				counts[i][3 * c + 1] = said ? 1 : 0;
				counts[i][3 * c + 2] = is ? 1 : 0;
			}
		return counts;
	}

	private static double f1(double[] s, int c) {
		return Pooled.ratio(2 * s[3 * c], s[3 * c + 1] + s[3 * c + 2]);
	}

	private double micro(double[] s) {
		double[] sums = new double[3];
		for (int k = 0; k < s.length; k++) sums[k % 3] += s[k];
		return f1(sums, 0);
	}

	private double macro(double[] s) {
		return IntStream.range(0, classNames.size())
				.mapToDouble(c -> f1(s, c))
				.filter(v -> !Double.isNaN(v))
				.average()
				.orElse(Double.NaN);
	}

	@Override
	public List<Figure> figures() {
		List<Figure> figures = new ArrayList<>();
		double[][] counts = counts();
		all(figures, macroF1(), Pooled.ofSums(counts, this::macro));
		all(
				figures,
				Metric.ratio(
						"MicroF1",
						"2 TP / (2 TP + FP + FN) of the answers for all classes together, each from"
							+ " the threshold of its class on.",
						SKLEARN),
				Pooled.ofSums(counts, this::micro));
		all(
				figures,
				Metric.ratio(
						"Accuracy",
						"Images of which every class is answered right, over all images.",
						SKLEARN),
				Pooled.mean(IntStream.range(0, images()).mapToDouble(this::wholly).toArray()));
		List<Ranking> rankings =
				IntStream.range(0, classNames.size()).mapToObj(this::ranking).toList();
		String mean = ", the mean over the classes.";
		all(
				figures,
				Ranking.rocAuc(mean),
				Pooled.meanOf(rankings.stream().map(r -> (Pooled) r::rocArea).toList()));
		all(
				figures,
				Ranking.averagePrecision(mean),
				Pooled.meanOf(rankings.stream().map(r -> (Pooled) r::averagePrecision).toList()));
		all(
				figures,
				new Metric(
						"ECE",
						"Expected calibration error: the difference between a score and how often"
							+ " it is true, the mean over the scores of all classes in ten bins of"
							+ " equal width.",
						"Guo et al. 2017, as Metrics Reloaded",
						"",
						Better.LOWER,
						true),
				times -> calibration(times).error());
		all(
				figures,
				new Metric(
						"Brier",
						"Mean squared difference between the scores of all classes and the truth (1"
							+ " or 0).",
						"Brier 1950, scikit-learn",
						"",
						Better.LOWER,
						true),
				Pooled.mean(IntStream.range(0, images()).mapToDouble(this::brier).toArray()));
		for (int c = 0; c < classNames.size(); c++) ofClass(figures, c, counts, rankings.get(c));
		return figures;
	}

	private void ofClass(List<Figure> figures, int c, double[][] counts, Ranking ranking) {
		String name = classNames.get(c), from = ", from a score of " + thresholds[c] + " on.";
		figures.add(
				new Figure(
						Metric.ratio(
								"Precision",
								"Images of the class over all images said to be of it" + from,
								SKLEARN),
						name,
						Pooled.ofSums(counts, s -> Pooled.ratio(s[3 * c], s[3 * c + 1])),
						images()));
		figures.add(
				new Figure(
						Metric.ratio(
								"Recall",
								"Images said to be of the class over all images of it" + from,
								SKLEARN),
						name,
						Pooled.ofSums(counts, s -> Pooled.ratio(s[3 * c], s[3 * c + 2])),
						images()));
		figures.add(
				new Figure(
						Metric.ratio("F1", "2 TP / (2 TP + FP + FN) of the class" + from, SKLEARN),
						name,
						Pooled.ofSums(counts, s -> f1(s, c)),
						images()));
		figures.add(new Figure(Ranking.rocAuc("."), name, ranking::rocArea, images()));
		figures.add(
				new Figure(
						Ranking.averagePrecision("."), name, ranking::averagePrecision, images()));
	}

	private static Metric macroF1() {
		return Metric.ratio(
				"F1",
				"2 TP / (2 TP + FP + FN) of each class from its threshold on, the mean over the"
					+ " classes that occur in truth or prediction (macro F1).",
				SKLEARN);
	}

	private double wholly(int image) {
		return IntStream.range(0, classNames.size())
						.allMatch(c -> truth.get(image)[c] == says(image, c))
				? 1
				: 0;
	}

	private double brier(int image) {
		return IntStream.range(0, classNames.size())
				.mapToDouble(c -> Math.pow(scores.get(image)[c] - (truth.get(image)[c] ? 1 : 0), 2))
				.average()
				.orElse(Double.NaN);
	}

	private void all(List<Figure> figures, Metric metric, Pooled pooled) {
		figures.add(new Figure(metric, Figure.ALL, pooled, images()));
	}

	/** F1, the mean over the classes. */
	@Override
	public Figure headline() {
		return new Figure(macroF1(), Figure.ALL, Pooled.ofSums(counts(), this::macro), images());
	}
}
