package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
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

	private static final String COCO = "Lin et al. 2014, matching of COCOeval";
	private static final String MATCHED =
			": a prediction is right where its intersection over union with a free object of its class is"
					+ " %1$s or more, the strongest first, from confidence %2$s on.";
	private static final String ASKED =
			", the mean over the classes; each prediction asks for the object it overlaps most and is right"
					+ " where the intersection over union is %1$s or more and that object is free.";
	private static final String WRONG =
			" wrong predictions an image, the mean over the classes, at an intersection over union of %1$s.";

	private final List<String> classNames;
	private final double iou, confidence;

	/** Matched as COCO does, and as VOC does. */
	private final Scored[] free, voc;

	private int images;

	/**
	 * @param iou the least intersection over union of a prediction with the object it found
	 * @param confidence the least score of a prediction that counts for precision, recall and F1
	 */
	public DetectionEvaluation(List<String> classNames, double iou, double confidence) {
		this.classNames = List.copyOf(classNames);
		this.iou = iou;
		this.confidence = confidence;
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
		List<Figure> figures = new ArrayList<>();
		counts(figures, metric("Precision", "Right predictions over all predictions" + MATCHED, COCO),
				(right, n) -> Pooled.ratio(right, n[0]));
		counts(figures, metric("Recall", "Objects found over all objects" + MATCHED, COCO),
				(right, n) -> Pooled.ratio(right, n[1]));
		counts(figures, f1(), (right, n) -> Pooled.ratio(2 * right, n[0] + n[1]));
		scored(figures, metric("VOCAP", "Area under the curve of precision against recall" + ASKED,
				"Everingham et al. 2015, Pascal VOC from 2010"), voc, (one, times) -> one.curve(times).area());
		scored(figures, metric("VOCAP11", "Mean precision at the recalls 0, 0.1 ... 1" + ASKED,
				"Everingham et al. 2010, Pascal VOC until 2009"), voc, (one, times) -> one.curve(times).atEleven());
		scored(figures, metric("FROC", "Mean part of the objects found at 1/8, 1/4, 1/2, 1, 2, 4 and 8" + WRONG,
				"Setio et al. 2017, LUNA16's competition performance metric"), free, DetectionEvaluation::froc);
		scored(figures, metric("SensitivityAt1", "Part of the objects found at one" + WRONG,
				"Bunch et al. 1978, FROC"), free, (one, times) -> one.sensitivity(times, 1));
		figures.sort(
				Comparator.comparingInt(
						f ->
								f.className().equals(Figure.ALL)
										? -1
										: classNames.indexOf(f.className())));
		return figures;
	}

	/** A metric in whose definition %1$s is the threshold of overlap and %2$s the confidence. */
	private Metric metric(String name, String definition, String source) {
		return Metric.ratio(name, definition.formatted(iou, confidence), source);
	}

	private Metric f1() {
		return metric("F1", "Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN)" + MATCHED, COCO);
	}

	private static double froc(Scored one, int[] times) {
		return Arrays.stream(FROC).map(wrong -> one.sensitivity(times, wrong)).average().getAsDouble();
	}

	/** A figure of right predictions, and of all predictions and all objects. */
	private interface Counted {

		double of(double right, double[] foundAndObjects);
	}

	private void counts(List<Figure> figures, Metric metric, Counted figure) {
		figures.add(new Figure(metric, Figure.ALL, counted(figure, free), images));
		for (int c = 0; c < free.length; c++)
			figures.add(new Figure(metric, classNames.get(c), counted(figure, free[c]), images));
	}

	private Pooled counted(Counted figure, Scored... classes) {
		return times -> {
			long[] sums = new long[3];
			for (Scored one : classes) one.count(times, confidence, sums);
			return figure.of(sums[0], new double[] {sums[0] + sums[1], sums[2]});
		};
	}

	private void scored(
			List<Figure> figures,
			Metric metric,
			Scored[] classes,
			ToDoubleBiFunction<Scored, int[]> figure) {
		List<Pooled> each =
				Arrays.stream(classes)
						.map(one -> (Pooled) times -> figure.applyAsDouble(one, times))
						.toList();
		figures.add(new Figure(metric, Figure.ALL, Pooled.meanOf(each), images));
		for (int c = 0; c < classes.length; c++)
			figures.add(new Figure(metric, classNames.get(c), each.get(c), images));
	}

	/** F1 of all classes. */
	@Override
	public Figure headline() {
		return new Figure(
				f1(),
				Figure.ALL,
				counted((right, n) -> Pooled.ratio(2 * right, n[0] + n[1]), free),
				images);
	}

	/**
	 * For each class the confidence of the best F1, with few digits; NaN where nothing was found.
	 */
	public double[] bestConfidences() {
		return Arrays.stream(free).mapToDouble(one -> one.bestConfidence(once())).toArray();
	}

	/** For each class the curve for a plot: recalls, and the precision at each. */
	public List<double[][]> curves() {
		return Arrays.stream(free).map(one -> one.curve(once()).points()).toList();
	}

	private int[] once() {
		return IntStream.range(0, images).map(i -> 1).toArray();
	}
}
