package triptych.metrics.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.Pooled;

/**
 * Any number of classes an image against the truth: each class is a question of its own, answered
 * from a threshold on.
 */
public final class MultiLabelEvaluation implements Evaluation {

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
		double[][] counts = counts();
		List<Ranking> rankings =
				IntStream.range(0, classNames.size()).mapToObj(this::ranking).toList();
		Figures figures = new Figures(classNames, images());
		figures.all("labels.F1", Pooled.ofSums(counts, this::macro));
		figures.all("labels.MicroF1", Pooled.ofSums(counts, this::micro));
		figures.all("labels.Accuracy", mean(i -> whollyRight(i) ? 1 : 0));
		figures.all("labels.ROCAUC", Ranking.mean(rankings, Ranking::rocArea));
		figures.all("labels.AP", Ranking.mean(rankings, Ranking::averagePrecision));
		figures.all("labels.ECE", times -> calibration(times).error());
		figures.all("labels.Brier", mean(this::brier));
		for (int c = 0; c < classNames.size(); c++) {
			int k = 3 * c;
			Pooled precision = Pooled.ofSums(counts, s -> Pooled.ratio(s[k], s[k + 1]));
			Pooled recall = Pooled.ofSums(counts, s -> Pooled.ratio(s[k], s[k + 2]));
			Pooled f1 = Pooled.ofSums(counts, s -> f1(s, k / 3));
			figures.of(c, "labels.class.Precision", precision, thresholds[c]);
			figures.of(c, "labels.class.Recall", recall, thresholds[c]);
			figures.of(c, "labels.class.F1", f1, thresholds[c]);
			figures.of(c, "labels.class.ROCAUC", rankings.get(c)::rocArea);
			figures.of(c, "labels.class.AP", rankings.get(c)::averagePrecision);
		}
		return figures.list();
	}

	private Pooled mean(IntToDoubleFunction ofImage) {
		return Pooled.mean(IntStream.range(0, images()).mapToDouble(ofImage).toArray());
	}

	private boolean whollyRight(int image) {
		for (int c = 0; c < classNames.size(); c++)
			if (truth.get(image)[c] != says(image, c)) return false;
		return true;
	}

	private double brier(int image) {
		double sum = 0;
		for (int c = 0; c < classNames.size(); c++)
			sum += Math.pow(scores.get(image)[c] - (truth.get(image)[c] ? 1 : 0), 2);
		return sum / classNames.size();
	}
}
