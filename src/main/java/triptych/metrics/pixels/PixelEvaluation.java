package triptych.metrics.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.PairCounts;
import triptych.metrics.Pooled;

/**
 * The class of each pixel against the truth: intersection over union, Dice and accuracy from the
 * pixels of all images together, and Dice image by image. A pixel whose truth is no class of the
 * list is left out; a pixel whose prediction is none is wrong.
 */
public final class PixelEvaluation implements Evaluation {

	private static final String SOURCE = "Everingham et al. 2015, Pascal VOC segmentation";
	private static final String DICE = "Dice 1945; Metrics Reloaded, Maier-Hein et al. 2024";

	private final List<String> classNames;

	/** For each image: right pixels, pixels in truth, pixels in prediction, of each class. */
	private final List<double[]> ofImage = new ArrayList<>();

	private final long[][] confusion;

	public PixelEvaluation(List<String> classNames) {
		this.classNames = List.copyOf(classNames);
		this.confusion = new long[classNames.size()][classNames.size() + 1];
	}

	/** @param truth and {@code found}: the class of each pixel, from 0 */
	public void add(int[] truth, int[] found) {
		int n = classNames.size();
		double[] numbers = new double[3 * n];
		PairCounts pairs = PairCounts.of(truth, found);
		for (int k = 0; k < pairs.size(); k++) {
			int t = pairs.a(k), f = pairs.b(k);
			if (t < 0 || t >= n) continue;
			boolean known = f >= 0 && f < n;
			confusion[t][known ? f : n] += pairs.count(k);
			numbers[n + t] += pairs.count(k);
			if (known) numbers[2 * n + f] += pairs.count(k);
			if (t == f) numbers[t] += pairs.count(k);
		}
		ofImage.add(numbers);
	}

	@Override
	public int images() {
		return ofImage.size();
	}

	/** Pixels of each class (row) predicted as each class (column), and as none (last column). */
	public long[][] confusion() {
		return Arrays.stream(confusion).map(long[]::clone).toArray(long[][]::new);
	}

	@Override
	public List<Figure> figures() {
		int n = classNames.size();
		List<Figure> figures = new ArrayList<>();
		figures.add(headline());
		all(
				figures,
				Metric.ratio(
						"Dice",
						"2 TP / (2 TP + FP + FN) of the pixels of all images, the mean over the"
							+ " classes.",
						DICE),
				meanOverClasses(this::dice));
		all(
				figures,
				Metric.ratio(
						"ImageDice",
						"2 TP / (2 TP + FP + FN) of the pixels of an image, the mean over the"
							+ " images in which the class occurs, then over the classes.",
						DICE),
				Pooled.meanOf(IntStream.range(0, n).mapToObj(this::imageDice).toList()));
		all(
				figures,
				Metric.ratio("Accuracy", "Pixels of the right class over all pixels.", SOURCE),
				Pooled.ofSums(
						numbers(),
						s ->
								Pooled.ratio(
										Arrays.stream(s, 0, n).sum(),
										Arrays.stream(s, n, 2 * n).sum())));
		all(
				figures,
				Metric.ratio(
						"MeanAccuracy",
						"Pixels of a class that are predicted as it, over its pixels, the mean"
								+ " over the classes.",
						SOURCE),
				meanOverClasses(this::accuracy));
		for (int c = 0; c < n; c++) {
			int k = c;
			one(
					figures,
					c,
					Metric.ratio("IoU", "TP / (TP + FP + FN) of the pixels of all images.", SOURCE),
					s -> iou(s, k));
			one(
					figures,
					c,
					Metric.ratio(
							"Dice", "2 TP / (2 TP + FP + FN) of the pixels of all images.", DICE),
					s -> dice(s, k));
			figures.add(
					new Figure(
							Metric.ratio(
									"ImageDice",
									"2 TP / (2 TP + FP + FN) of the pixels of an image, the mean"
											+ " over the images in which the class occurs.",
									DICE),
							classNames.get(c),
							imageDice(c),
							images()));
			one(
					figures,
					c,
					Metric.ratio(
							"Accuracy",
							"Pixels of the class that are predicted as it, over its pixels.",
							SOURCE),
					s -> accuracy(s, k));
		}
		return figures;
	}

	/** The mean intersection over union. */
	@Override
	public Figure headline() {
		return new Figure(
				Metric.ratio(
						"MeanIoU",
						"TP / (TP + FP + FN) of the pixels of all images, the mean over the classes"
								+ " that occur in truth or prediction.",
						SOURCE),
				Figure.ALL,
				meanOverClasses(this::iou),
				images());
	}

	private double[][] numbers() {
		return ofImage.toArray(double[][]::new);
	}

	private double iou(double[] s, int c) {
		int n = classNames.size();
		return Pooled.ratio(s[c], s[n + c] + s[2 * n + c] - s[c]);
	}

	private double dice(double[] s, int c) {
		int n = classNames.size();
		return Pooled.ratio(2 * s[c], s[n + c] + s[2 * n + c]);
	}

	private double accuracy(double[] s, int c) {
		return Pooled.ratio(s[c], s[classNames.size() + c]);
	}

	private Pooled imageDice(int c) {
		return Pooled.mean(ofImage.stream().mapToDouble(s -> dice(s, c)).toArray());
	}

	private interface OfClass {

		double of(double[] sums, int classId);
	}

	private Pooled meanOverClasses(OfClass figure) {
		return Pooled.ofSums(
				numbers(),
				s ->
						IntStream.range(0, classNames.size())
								.mapToDouble(c -> figure.of(s, c))
								.filter(v -> !Double.isNaN(v))
								.average()
								.orElse(Double.NaN));
	}

	private void all(List<Figure> figures, Metric metric, Pooled pooled) {
		figures.add(new Figure(metric, Figure.ALL, pooled, images()));
	}

	private void one(
			List<Figure> figures,
			int c,
			Metric metric,
			java.util.function.ToDoubleFunction<double[]> figure) {
		figures.add(
				new Figure(metric, classNames.get(c), Pooled.ofSums(numbers(), figure), images()));
	}
}
