package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.Pooled;
import triptych.metrics.PooledMedian;

/**
 * Objects as microscopy counts them, without a curve over scores: TP / (TP + FP + FN) over
 * thresholds of the intersection over union, which objects were missed, split and merged, how well
 * the outlines fit, and whether the number and the total area of the objects come out right.
 */
public final class InstanceEvaluation implements Evaluation {

	private static final double[] IOU = {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95};

	private final List<String> classNames;
	private final double iou;
	private final Confidences confidences;
	private final String unit;

	/** For each image the objects of all classes, then those of each class. */
	private final List<InstanceCounts[]> ofImage = new ArrayList<>();

	/**
	 * @param iou at which objects count as missed and matches give their Dice
	 * @param confidence the least score of a prediction that counts
	 * @param unit of length, such as µm, or pixel
	 */
	public InstanceEvaluation(List<String> classNames, double iou, double confidence, String unit) {
		this(classNames, iou, classNames.stream().mapToDouble(c -> confidence).toArray(), unit);
	}

	/** @param confidences for each class the least score that counts */
	public InstanceEvaluation(
			List<String> classNames, double iou, double[] confidences, String unit) {
		this.classNames = List.copyOf(classNames);
		this.iou = iou;
		this.confidences = new Confidences(confidences);
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
				if (matching.truthOf()[f] >= 0 && confidences.counts(found)) {
					counts[0].right[t]++;
					counts[found.classId() + 1].right[t]++;
				}
			}
		}
		new InstanceErrors(image, Matching.free(image, iou), confidences::counts, pixelArea)
				.addTo(counts);
		ofImage.add(counts);
	}

	@Override
	public int images() {
		return ofImage.size();
	}

	@Override
	public List<Figure> figures() {
		Figures figures = new Figures(classNames, images());
		sums(figures, "ObjectAP", InstanceEvaluation::mean);
		sums(figures, "ObjectAP50", n -> ap(n, 0));
		sums(figures, "ObjectAP75", n -> ap(n, 5));
		sums(figures, "Missed", n -> n[InstanceCounts.MISSED]);
		sums(figures, "Split", n -> n[InstanceCounts.SPLIT]);
		sums(figures, "Merged", n -> n[InstanceCounts.MERGED]);
		add(figures, "MatchedDice", this::medianDice);
		agreement(figures, "Count", n -> n.found - n.objects);
		agreement(figures, "Area", n -> n.foundArea - n.area);
		return figures.list();
	}

	/** @param ofClass the figure of all classes (0) or the class before that number */
	private void add(Figures figures, String name, IntFunction<Pooled> ofClass) {
		figures.all("instances." + name, ofClass.apply(0), iou, unit, confidences.text());
		for (int c = 0; c < classNames.size(); c++)
			figures.of(
					c, "instances." + name, ofClass.apply(c + 1), iou, unit, confidences.text(c));
	}

	private void sums(Figures figures, String name, ToDoubleFunction<double[]> figure) {
		add(figures, name, c -> Pooled.ofSums(
				ofImage.stream().map(n -> n[c].numbers()).toArray(double[][]::new), figure));
	}

	private void agreement(
			Figures figures, String name, ToDoubleFunction<InstanceCounts> difference) {
		IntFunction<double[]> of =
				c -> ofImage.stream().mapToDouble(n -> difference.applyAsDouble(n[c])).toArray();
		agreement(figures, name + "Bias", of, Agreement::bias);
		agreement(figures, name + "LimitLow", of, Agreement::low);
		agreement(figures, name + "LimitHigh", of, Agreement::high);
	}

	private void agreement(Figures figures, String name, IntFunction<double[]> differences,
			ToDoubleFunction<Agreement> figure) {
		add(figures, name, c -> {
			double[] ofClass = differences.apply(c);
			return times -> figure.applyAsDouble(Agreement.of(ofClass, times));
		});
	}

	/** For a plot: the objects in truth and prediction of each image, of all classes. */
	public int[][] counts() {
		return ofImage.stream()
				.map(n -> new int[] {n[0].objects, n[0].found})
				.toArray(int[][]::new);
	}

	/** For a plot: ObjectAP at each threshold 0.50, 0.55 ... 0.95, of all classes. */
	public double[] precisions() {
		double[][] all = ofImage.stream().map(n -> n[0].numbers()).toArray(double[][]::new);
		return IntStream.range(0, IOU.length)
				.mapToDouble(t -> Pooled.ofSums(all, n -> ap(n, t)).overAll(images()))
				.toArray();
	}

	private static double ap(double[] n, int t) {
		return Pooled.ratio(n[t], n[InstanceCounts.OBJECTS] + n[InstanceCounts.FOUND] - n[t]);
	}

	private static double mean(double[] n) {
		double sum = 0;
		for (int t = 0; t < IOU.length; t++) sum += ap(n, t);
		return sum / IOU.length;
	}

	private Pooled medianDice(int c) {
		return PooledMedian.of(ofImage.stream()
				.map(counts -> IntStream.range(1, counts.length)
						.filter(k -> c == 0 || k == c)
						.mapToObj(k -> counts[k].dice())
						.flatMapToDouble(Arrays::stream)
						.toArray())
				.toArray(double[][]::new));
	}
}
