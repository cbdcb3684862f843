package triptych.metrics.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.Metric.Better;
import triptych.metrics.Pooled;

/**
 * One class an image against the truth. Accuracy and what the confusion matrix gives need the
 * predicted class only; ROC, average precision, calibration and Brier score need the scores of all
 * classes, and leave out images without.
 */
public final class ClassificationEvaluation implements Evaluation {

	private static final String SKLEARN = "scikit-learn";

	private final List<String> classNames;
	private final List<Integer> truth = new ArrayList<>(), predicted = new ArrayList<>();
	private final List<double[]> scores = new ArrayList<>();

	public ClassificationEvaluation(List<String> classNames) {
		this.classNames = List.copyOf(classNames);
	}

	/** @param predicted -1 where the image was given no class */
	public void add(int truth, int predicted) {
		add(truth, predicted, null);
	}

	/**
	 * @param predicted -1 where the image was given no class
	 * @param scores of each class, which sum up to 1; NaN counts as 0
	 */
	public void add(int truth, int predicted, double[] scores) {
		this.truth.add(truth);
		this.predicted.add(predicted);
		this.scores.add(
				scores == null
						? null
						: Arrays.stream(scores).map(s -> Double.isNaN(s) ? 0 : s).toArray());
	}

	/** The class with the highest score, the first of equal ones. */
	public static int best(double[] scores) {
		return IntStream.range(0, scores.length)
				.reduce((a, b) -> scores[b] > scores[a] ? b : a)
				.orElse(-1);
	}

	@Override
	public int images() {
		return truth.size();
	}

	private int[] once() {
		return IntStream.range(0, images()).map(i -> 1).toArray();
	}

	public ConfusionMatrix confusion() {
		return ConfusionMatrix.of(truths(), predictions(), classNames.size(), once());
	}

	private int[] truths() {
		return truth.stream().mapToInt(i -> i).toArray();
	}

	private int[] predictions() {
		return predicted.stream().mapToInt(i -> i).toArray();
	}

	/** The reliability of the highest score of each image. */
	public Calibration calibration() {
		return calibration(once());
	}

	private Calibration calibration(int[] times) {
		Calibration.Sums sums = new Calibration.Sums();
		for (int i = 0; i < images(); i++) {
			if (scores.get(i) == null || times[i] == 0) continue;
			int best = best(scores.get(i));
			sums.add(scores.get(i)[best], best == truth.get(i), times[i]);
		}
		return Calibration.of(sums);
	}

	/** For each class the ROC curve for a plot: false positive rates, true positive rates. */
	public List<double[][]> rocCurves() {
		return IntStream.range(0, classNames.size()).mapToObj(c -> ranking(c).roc(once())).toList();
	}

	private Ranking ranking(int c) {
		boolean[] positive = new boolean[images()];
		for (int i = 0; i < positive.length; i++) positive[i] = truth.get(i) == c;
		return new Ranking(
				scores.stream().mapToDouble(s -> s == null ? Double.NaN : s[c]).toArray(),
				positive);
	}

	@Override
	public List<Figure> figures() {
		List<Figure> figures = new ArrayList<>();
		matrix(
				figures,
				Figure.ALL,
				Metric.ratio("Accuracy", "Images of the right class over all images.", SKLEARN),
				ConfusionMatrix::accuracy);
		figures.add(headline());
		matrix(
				figures,
				Figure.ALL,
				Metric.ratio(
						"F1",
						"2 TP / (2 TP + FP + FN), the mean over the classes that occur in truth"
								+ " or prediction (macro F1).",
						SKLEARN),
				m -> mean(m::f1));
		matrix(
				figures,
				Figure.ALL,
				new Metric(
						"MCC",
						"Matthews correlation of the predicted with the true classes, from -1 to"
								+ " 1; 0 is chance.",
						"Gorodkin 2004, scikit-learn",
						"",
						Better.HIGHER,
						true),
				ConfusionMatrix::matthews);
		matrix(
				figures,
				Figure.ALL,
				new Metric(
						"Kappa",
						"Cohen's kappa: the agreement beyond chance, from -1 to 1.",
						"Cohen 1960, scikit-learn",
						"",
						Better.HIGHER,
						true),
				ConfusionMatrix::kappa);
		List<Ranking> rankings =
				IntStream.range(0, classNames.size()).mapToObj(this::ranking).toList();
		figures.add(
				new Figure(
						Ranking.rocAuc(", the mean over the classes."),
						Figure.ALL,
						Pooled.meanOf(rankings.stream().map(r -> (Pooled) r::rocArea).toList()),
						images()));
		figures.add(
				new Figure(
						Ranking.averagePrecision(", the mean over the classes."),
						Figure.ALL,
						Pooled.meanOf(
								rankings.stream().map(r -> (Pooled) r::averagePrecision).toList()),
						images()));
		figures.add(
				new Figure(
						new Metric(
								"ECE",
								"Expected calibration error: the difference between the highest"
									+ " score and how often it is right, the mean over the images"
									+ " in ten bins of equal width.",
								"Guo et al. 2017",
								"",
								Better.LOWER,
								true),
						Figure.ALL,
						times -> calibration(times).error(),
						images()));
		boolean two = classNames.size() == 2;
		figures.add(
				new Figure(
						new Metric(
								"Brier",
								"Mean over the images of the squared differences between the scores"
									+ " and the truth (1 for the true class, 0 for the others),"
									+ " summed over the classes"
										+ (two ? " and halved" : "")
										+ ".",
								"Brier 1950, scikit-learn",
								"",
								Better.LOWER,
								true),
						Figure.ALL,
						Pooled.mean(brier(two)),
						images()));
		for (int c = 0; c < classNames.size(); c++) ofClass(figures, c, rankings.get(c));
		return figures;
	}

	private void ofClass(List<Figure> figures, int c, Ranking ranking) {
		String name = classNames.get(c);
		matrix(
				figures,
				name,
				Metric.ratio(
						"Precision",
						"Images of the class over all images predicted as it.",
						SKLEARN),
				m -> m.precision(c));
		matrix(
				figures,
				name,
				Metric.ratio(
						"Recall", "Images predicted as the class over all images of it.", SKLEARN),
				m -> m.recall(c));
		matrix(
				figures,
				name,
				Metric.ratio("F1", "2 TP / (2 TP + FP + FN) of the class.", SKLEARN),
				m -> m.f1(c));
		figures.add(new Figure(Ranking.rocAuc("."), name, ranking::rocArea, images()));
		figures.add(
				new Figure(
						Ranking.averagePrecision("."), name, ranking::averagePrecision, images()));
	}

	/** The balanced accuracy. */
	@Override
	public Figure headline() {
		List<Figure> one = new ArrayList<>();
		matrix(
				one,
				Figure.ALL,
				Metric.ratio(
						"BalancedAccuracy",
						"Images of a class that are predicted as it, over its images,"
								+ " the mean over the classes that occur.",
						SKLEARN),
				m -> mean(m::recall));
		return one.get(0);
	}

	private void matrix(
			List<Figure> figures,
			String name,
			Metric metric,
			ToDoubleFunction<ConfusionMatrix> figure) {
		int[] t = truths(), p = predictions();
		figures.add(
				new Figure(
						metric,
						name,
						times ->
								figure.applyAsDouble(
										ConfusionMatrix.of(t, p, classNames.size(), times)),
						images()));
	}

	private double mean(IntToDoubleFunction ofClass) {
		return IntStream.range(0, classNames.size())
				.mapToDouble(ofClass)
				.filter(v -> !Double.isNaN(v))
				.average()
				.orElse(Double.NaN);
	}

	private double[] brier(boolean halved) {
		return IntStream.range(0, images())
				.mapToDouble(
						i -> {
							if (scores.get(i) == null) return Double.NaN;
							double sum = 0;
							for (int c = 0; c < classNames.size(); c++)
								sum += Math.pow(scores.get(i)[c] - (c == truth.get(i) ? 1 : 0), 2);
							return halved ? sum / 2 : sum;
						})
				.toArray();
	}
}
