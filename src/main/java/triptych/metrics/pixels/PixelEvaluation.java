package triptych.metrics.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.PairCounts;
import triptych.metrics.Pooled;

/**
 * The class of each pixel against the truth: intersection over union, Dice and accuracy from the
 * pixels of all images together, and Dice image by image. A pixel whose truth is no class of the
 * list is left out; a pixel whose prediction is none is wrong.
 */
public final class PixelEvaluation implements Evaluation {

	private static final int NONE = -1;

	private final List<String> classNames;
	private final int background;

	/** For each image: right pixels, pixels in truth, pixels in prediction, of each class. */
	private final List<double[]> ofImage = new ArrayList<>();

	private final long[][] confusion;

	public PixelEvaluation(List<String> classNames) {
		this(classNames, NONE);
	}

	/** @param background the class that is left out of the means over classes, -1 for none */
	public PixelEvaluation(List<String> classNames, int background) {
		this.classNames = List.copyOf(classNames);
		this.background = background;
		this.confusion = new long[classNames.size()][classNames.size() + 1];
	}

	/** @param truth and {@code found}: the class of each pixel, from 0 */
	public void add(int[] truth, int[] found) {
		add(PairCounts.of(truth, found));
	}

	/** @param pairs the class of the truth and of the prediction of each pixel, counted */
	public void add(PairCounts pairs) {
		int n = classNames.size();
		double[] numbers = new double[3 * n];
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
		double[][] numbers = ofImage.toArray(double[][]::new);
		List<Pooled> imageDice = IntStream.range(0, n).mapToObj(this::imageDice).toList();
		Figures figures = new Figures(classNames, images());
		figures.all("pixels.MeanIoU", mean(numbers, this::iou));
		figures.all("pixels.Dice", mean(numbers, this::dice));
		figures.all("pixels.ImageDice", Pooled.meanOf(without(imageDice)));
		figures.all("pixels.Accuracy", Pooled.ofSums(numbers, this::accuracy));
		figures.all("pixels.MeanAccuracy", mean(numbers, this::accuracy));
		for (int c = 0; c < n; c++) {
			int k = c;
			figures.of(c, "pixels.class.IoU", Pooled.ofSums(numbers, s -> iou(s, k)));
			figures.of(c, "pixels.class.Dice", Pooled.ofSums(numbers, s -> dice(s, k)));
			figures.of(c, "pixels.class.ImageDice", imageDice.get(c));
			figures.of(c, "pixels.class.Accuracy", Pooled.ofSums(numbers, s -> accuracy(s, k)));
		}
		return figures.list();
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

	private double accuracy(double[] s) {
		int n = classNames.size();
		return Pooled.ratio(Arrays.stream(s, 0, n).sum(), Arrays.stream(s, n, 2 * n).sum());
	}

	private Pooled imageDice(int c) {
		return Pooled.mean(ofImage.stream().mapToDouble(s -> dice(s, c)).toArray());
	}

	private interface OfClass {

		double of(double[] sums, int classId);
	}

	/** The mean over the classes where the figure is defined. */
	private Pooled mean(double[][] numbers, OfClass figure) {
		return Pooled.meanOf(without(IntStream.range(0, classNames.size())
				.mapToObj(c -> Pooled.ofSums(numbers, s -> figure.of(s, c)))
				.toList()));
	}

	private List<Pooled> without(List<Pooled> ofClasses) {
		return IntStream.range(0, ofClasses.size())
				.filter(c -> c != background)
				.mapToObj(ofClasses::get)
				.toList();
	}

	@Override
	public List<String> notes() {
		if (background == NONE) return List.of();
		return List.of("Means over classes leave out " + classNames.get(background)
				+ "; pixels of it that are predicted as a class count as wrong in that class.");
	}
}
