package triptych.metrics.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.Pooled;

/**
 * One class an image against the truth. Accuracy and what the confusion matrix gives need the
 * predicted class only; ROC, average precision, calibration and Brier score need the scores of all
 * classes, and leave out images without.
 */
public final class ClassificationEvaluation implements Evaluation {

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
		this.scores.add(scores == null ? null : numbers(scores));
	}

	private static double[] numbers(double[] scores) {
		return Arrays.stream(scores).map(s -> Double.isNaN(s) ? 0 : s).toArray();
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
		Figures figures = new Figures(classNames, images());
		figures.all("classes.BalancedAccuracy", matrix(m -> mean(m::recall)));
		figures.all("classes.Accuracy", matrix(ConfusionMatrix::accuracy));
		figures.all("classes.F1", matrix(m -> mean(m::f1)));
		figures.all("classes.MCC", matrix(ConfusionMatrix::matthews));
		figures.all("classes.Kappa", matrix(ConfusionMatrix::kappa));
		List<Ranking> rankings =
				IntStream.range(0, classNames.size()).mapToObj(this::ranking).toList();
		figures.all("classes.ROCAUC", Ranking.mean(rankings, Ranking::rocArea));
		figures.all("classes.AP", Ranking.mean(rankings, Ranking::averagePrecision));
		figures.all("classes.ECE", times -> calibration(times).error());
		double[] brier = IntStream.range(0, images()).mapToDouble(this::brier).toArray();
		figures.all("classes.Brier", Pooled.mean(brier));
		for (int c = 0; c < classNames.size(); c++) {
			int k = c;
			figures.of(c, "classes.class.Precision", matrix(m -> m.precision(k)));
			figures.of(c, "classes.class.Recall", matrix(m -> m.recall(k)));
			figures.of(c, "classes.class.F1", matrix(m -> m.f1(k)));
			figures.of(c, "classes.class.ROCAUC", rankings.get(c)::rocArea);
			figures.of(c, "classes.class.AP", rankings.get(c)::averagePrecision);
		}
		return figures.list();
	}

	private Pooled matrix(ToDoubleFunction<ConfusionMatrix> figure) {
		int[] t = truths(), p = predictions();
		int n = classNames.size();
		return times -> figure.applyAsDouble(ConfusionMatrix.of(t, p, n, times));
	}

	/** The mean over the classes where the figure is defined. */
	private double mean(IntToDoubleFunction ofClass) {
		return IntStream.range(0, classNames.size())
				.mapToDouble(ofClass)
				.filter(v -> !Double.isNaN(v))
				.average()
				.orElse(Double.NaN);
	}

	private double brier(int image) {
		double[] s = scores.get(image);
		if (s == null) return Double.NaN;
		double sum = 0;
		for (int c = 0; c < s.length; c++)
			sum += Math.pow(s[c] - (c == truth.get(image) ? 1 : 0), 2);
		return s.length == 2 ? sum / 2 : sum;
	}
}
