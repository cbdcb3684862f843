package triptych.metrics.objects;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.Pooled;
import triptych.metrics.objects.Truth.Kind;

/**
 * Predictions at one threshold of the intersection over union and from one confidence on:
 * precision, recall and F1; the average precision of Pascal VOC and the FROC curve, which walk
 * through all confidences; and the confidence of the best F1.
 */
public final class DetectionEvaluation implements Evaluation {

	/** Wrong predictions an image at which the FROC curve is read. */
	private static final double[] FROC = {0.125, 0.25, 0.5, 1, 2, 4, 8};

	private final List<String> classNames;
	private final double iou;
	private final Confidences confidences;

	/** Matched as COCO does, and as VOC does. */
	private final Scored[] free, voc;

	private int images;

	/**
	 * @param iou the least intersection over union of a prediction with the object it found
	 * @param confidence the least score of a prediction that counts for precision, recall and F1
	 */
	public DetectionEvaluation(List<String> classNames, double iou, double confidence) {
		this(classNames, iou, classNames.stream().mapToDouble(c -> confidence).toArray());
	}

	/** @param confidences for each class the least score that counts */
	public DetectionEvaluation(List<String> classNames, double iou, double[] confidences) {
		this.classNames = List.copyOf(classNames);
		this.iou = iou;
		this.confidences = new Confidences(confidences);
		this.free = Stream.generate(Scored::new).limit(classNames.size()).toArray(Scored[]::new);
		this.voc = Stream.generate(Scored::new).limit(classNames.size()).toArray(Scored[]::new);
	}

	public void add(ObjectImage image) {
		for (Truth truth : image.truth())
			if (truth.kind() == Kind.OBJECT) {
				free[truth.classId()].addObject(images);
				voc[truth.classId()].addObject(images);
			}
		add(image, Matching.free(image, iou), free);
		add(image, Matching.voc(image, iou), voc);
		images++;
	}

	private void add(ObjectImage image, Matching matching, Scored[] to) {
		// Strongest first, so that predictions of equal score keep the order in which they were
		// matched.
		for (int f : image.byScore()) {
			int truth = matching.truthOf()[f];
			Found found = image.found().get(f);
			if (truth != Matching.ASIDE) to[found.classId()].add(images, found.score(), truth >= 0);
		}
	}

	@Override
	public int images() {
		return images;
	}

	@Override
	public List<Figure> figures() {
		Figures figures = new Figures(classNames, images);
		double[][][] counts = counts();
		ToDoubleFunction<double[]> f1 = n -> Pooled.ratio(2 * n[0], n[0] + n[1] + n[2]);
		counts(figures, "detection.F1", counts, f1);
		counts(figures, "detection.Precision", counts, n -> Pooled.ratio(n[0], n[0] + n[1]));
		counts(figures, "detection.Recall", counts, n -> Pooled.ratio(n[0], n[2]));
		scored(figures, "detection.VOCAP", voc, c -> times -> c.curve(times).area());
		scored(figures, "detection.VOCAP11", voc, c -> times -> c.curve(times).atEleven());
		scored(figures, "detection.FROC", free, c -> times -> froc(c, times));
		scored(figures, "detection.SensitivityAt1", free, c -> times -> c.sensitivity(times, 1));
		return figures.list();
	}

	private static double froc(Scored one, int[] times) {
		double sum = 0;
		for (double wrong : FROC) sum += one.sensitivity(times, wrong);
		return sum / FROC.length;
	}

	/**
	 * For all classes and then each class, for each image: right and wrong predictions and objects.
	 */
	private double[][][] counts() {
		double[][][] counts = new double[free.length + 1][images][3];
		for (int c = 0; c < free.length; c++) {
			free[c].count(confidences.of(c), counts[0]);
			free[c].count(confidences.of(c), counts[c + 1]);
		}
		return counts;
	}

	private void counts(
			Figures to, String key, double[][][] counts, ToDoubleFunction<double[]> figure) {
		to.all(key, Pooled.ofSums(counts[0], figure), iou, confidences.text());
		for (int c = 0; c < free.length; c++)
			to.of(c, key, Pooled.ofSums(counts[c + 1], figure), iou, confidences.text(c));
	}

	private void scored(Figures to, String key, Scored[] classes, Function<Scored, Pooled> figure) {
		to.each(key, Arrays.stream(classes).map(figure).toList(), iou);
	}

	/**
	 * For each class the confidence of the best F1, with few digits; NaN where nothing was found.
	 */
	public double[] bestConfidences() {
		return Arrays.stream(free).mapToDouble(one -> one.best(once()).confidence()).toArray();
	}

	/** The one confidence of the best F1 of all classes together; NaN where nothing was found. */
	public BestConfidence best() {
		return Scored.joined(free).best(once());
	}

	/** For each class the curve for a plot: recalls, and the precision at each. */
	public List<double[][]> curves() {
		return Arrays.stream(free).map(one -> one.curve(once()).points()).toList();
	}

	/** For a plot: the scores of all predictions that are right, or wrong. */
	public double[] scores(boolean right) {
		return Arrays.stream(free).flatMapToDouble(one -> one.scores(right)).toArray();
	}

	private int[] once() {
		return IntStream.range(0, images).map(i -> 1).toArray();
	}
}
