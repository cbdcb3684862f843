package triptych.metrics.objects;

import static triptych.metrics.objects.CocoMatching.THRESHOLDS;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.Pooled;

/**
 * The twelve figures of the COCO challenge for boxes or masks (Lin et al., Microsoft COCO, 2014;
 * cocoapi's COCOeval), for all classes (the mean of those that have objects) and each class. They
 * equal COCOeval's where images are added in the order of their ids.
 */
public final class CocoEvaluation implements Evaluation {

	private static final String[] SIZES = {"", "Small", "Medium", "Large"};

	private final List<String> classNames;
	private final CocoClass[] classes;
	private final int[] limits;
	private final int most;
	private int images, crowded;

	/** With COCO's own limits of 1, 10 and 100 predictions an image and class. */
	public CocoEvaluation(List<String> classNames) {
		this(classNames, 1, 10, 100);
	}

	/**
	 * @param limits how many predictions of an image and class count, ascending: the recall is read
	 *     at each, the precision at the last. Where images hold more objects of a class than the
	 *     last, COCO's own limits cut them off.
	 */
	public CocoEvaluation(List<String> classNames, int... limits) {
		this.classNames = List.copyOf(classNames);
		this.classes = classNames.stream().map(c -> new CocoClass()).toArray(CocoClass[]::new);
		this.limits = limits.clone();
		this.most = limits[limits.length - 1];
	}

	public void add(ObjectImage image) {
		int[][] found = new int[classes.length][0];
		int[] sizes = new int[classes.length];
		boolean[] there = new boolean[classes.length];
		image.truth().forEach(t -> there[t.classId()] = true);
		for (int f : image.byScore()) {
			int c = image.found().get(f).classId();
			if (sizes[c] == found[c].length) found[c] = Arrays.copyOf(found[c], 2 * sizes[c] + 8);
			found[c][sizes[c]++] = f;
		}
		for (int c = 0; c < classes.length; c++)
			if (there[c] || sizes[c] > 0) add(image, c, found[c], Math.min(most, sizes[c]));
		if (Arrays.stream(sizes).anyMatch(n -> n > most)) crowded++;
		images++;
	}

	private void add(ObjectImage image, int classId, int[] found, int n) {
		CocoMatching matching = new CocoMatching(image, classId);
		classes[classId].addTruth(images, matching.positives());
		for (int rank = 0; rank < n; rank++)
			classes[classId].addFound(
					images,
					rank,
					image.found().get(found[rank]).score(),
					matching.match(found[rank]));
	}

	@Override
	public int images() {
		return images;
	}

	@Override
	public List<Figure> figures() {
		Figures figures = new Figures(classNames, images);
		precision(figures, "coco.AP50", 0, 0, 1);
		precision(figures, "coco.AP", 0, 0, THRESHOLDS);
		precision(figures, "coco.AP75", 0, 5, 6);
		for (int range = 1; range < SIZES.length; range++)
			precision(figures, "coco.AP" + SIZES[range], range, 0, THRESHOLDS);
		for (int limit : limits) recall(figures, "coco.AR%1$s", 0, limit);
		for (int range = 1; range < SIZES.length; range++)
			recall(figures, "coco.AR" + SIZES[range], range, most);
		return figures.list();
	}

	private void precision(Figures figures, String key, int range, int from, int to) {
		figures.each(key, each(c -> t -> c.precision(t, range, from, to)), most);
	}

	private void recall(Figures figures, String key, int range, int limit) {
		figures.each(key, each(c -> t -> c.recall(t, range, limit, 0, THRESHOLDS)), limit);
	}

	private List<Pooled> each(Function<CocoClass, Pooled> figure) {
		return Arrays.stream(classes).map(figure).toList();
	}

	/** For a plot: the average precision at each threshold 0.50, 0.55 ... 0.95, of all classes. */
	public double[] precisions() {
		return IntStream.range(0, THRESHOLDS)
				.mapToDouble(t -> Pooled.meanOf(each(c -> n -> c.precision(n, 0, t, t + 1)))
						.overAll(images))
				.toArray();
	}

	@Override
	public List<String> notes() {
		if (crowded == 0) return List.of();
		return List.of("In " + crowded + " of " + images + " images more than " + most
				+ " objects of a class were predicted: by COCO's definition only the " + most
				+ " with the highest scores count for AP and AR.");
	}
}
