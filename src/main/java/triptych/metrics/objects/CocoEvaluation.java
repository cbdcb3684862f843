package triptych.metrics.objects;

import static triptych.metrics.objects.CocoMatching.THRESHOLDS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.Pooled;

/**
 * The twelve figures of the COCO challenge for boxes or masks (Lin et al., Microsoft COCO, 2014;
 * cocoapi's COCOeval), for all classes (the mean of those that have objects) and each class. They
 * equal COCOeval's where images are added in the order of their ids.
 */
public final class CocoEvaluation implements Evaluation {

	private static final String SOURCE = "Lin et al. 2014, COCOeval of cocoapi";
	private static final String[] SIZES = {"", "Small", "Medium", "Large"};
	private static final String[] SIZE_WORDS = {
		"",
		" of objects up to 32 x 32 pixels",
		" of objects of 32 x 32 to 96 x 96 pixels",
		" of objects from 96 x 96 pixels"
	};

	/**
	 * A figure: recall or precision, the mean over thresholds [from, to), for one range of size.
	 */
	private record Reading(Metric metric, boolean recall, int from, int to, int range, int limit) {

		double of(CocoClass one, int[] times) {
			return recall
					? one.recall(times, range, limit, from, to)
					: one.precision(times, range, limit, from, to);
		}
	}

	private final List<String> classNames;
	private final CocoClass[] classes;
	private final List<Reading> readings = new ArrayList<>();
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
		this.classes =
				Stream.generate(CocoClass::new).limit(classNames.size()).toArray(CocoClass[]::new);
		this.most = limits[limits.length - 1];
		precision("AP", "the thresholds 0.50, 0.55 ... 0.95", 0, THRESHOLDS, 0);
		precision("AP50", "the threshold 0.50", 0, 1, 0);
		precision("AP75", "the threshold 0.75", 5, 6, 0);
		for (int range = 1; range < SIZES.length; range++)
			precision(
					"AP" + SIZES[range],
					"the thresholds 0.50, 0.55 ... 0.95",
					0,
					THRESHOLDS,
					range);
		for (int limit : limits) recall("AR" + limit, 0, limit);
		for (int range = 1; range < SIZES.length; range++) recall("AR" + SIZES[range], range, most);
	}

	private void precision(String name, String thresholds, int from, int to, int range) {
		readings.add(
				new Reading(
						Metric.ratio(
								name,
								"Average precision"
										+ SIZE_WORDS[range]
										+ ": the precision at 101 recalls from 0 to 1, the mean"
										+ " over these, "
										+ thresholds
										+ " of the intersection over union and the classes; the "
										+ most
										+ " highest scores of an image and class count.",
								SOURCE),
						false,
						from,
						to,
						range,
						most));
	}

	private void recall(String name, int range, int limit) {
		readings.add(
				new Reading(
						Metric.ratio(
								name,
								"Average recall"
										+ SIZE_WORDS[range]
										+ ": the part of the objects that is found, the mean over"
										+ " the thresholds 0.50, 0.55 ... 0.95 of the intersection"
										+ " over union and the classes; the "
										+ limit
										+ " highest scores of an image and class count.",
								SOURCE),
						true,
						0,
						THRESHOLDS,
						range,
						limit));
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
		List<Figure> figures = new ArrayList<>();
		for (Reading reading : readings)
			figures.add(new Figure(reading.metric, Figure.ALL, all(reading), images));
		IntStream.range(0, classes.length)
				.forEach(
						c ->
								readings.forEach(
										reading ->
												figures.add(
														new Figure(
																reading.metric,
																classNames.get(c),
																times ->
																		reading.of(
																				classes[c], times),
																images))));
		return figures;
	}

	private Pooled all(Reading reading) {
		return Pooled.meanOf(
				Arrays.stream(classes).map(c -> (Pooled) times -> reading.of(c, times)).toList());
	}

	/** AP50 of all classes. */
	@Override
	public Figure headline() {
		Reading ap50 = readings.get(1);
		return new Figure(ap50.metric, Figure.ALL, all(ap50), images);
	}

	@Override
	public List<String> notes() {
		return crowded == 0
				? List.of()
				: List.of(
						"In "
								+ crowded
								+ " of "
								+ images
								+ " images more than "
								+ most
								+ " objects of a class were predicted: by COCO's definition only"
								+ " the "
								+ most
								+ " with the highest scores count for AP and AR.");
	}
}
