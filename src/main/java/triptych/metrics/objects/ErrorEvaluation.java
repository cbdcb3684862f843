package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.Metric.Better;
import triptych.metrics.Pooled;

/**
 * Where the errors come from and what mending each kind alone would bring: TIDE (Bolya et al.,
 * TIDE: a general toolbox for identifying object detection errors, 2020). For each kind the number
 * of errors and the gain in average precision.
 */
public final class ErrorEvaluation implements Evaluation {

	private static final String SOURCE = "Bolya et al. 2020, TIDE";

	/**
	 * A prediction.
	 *
	 * @param kind null where it is right
	 * @param mendedClass the class in which it would be right if errors of its kind were mended, -1
	 *     where it would vanish
	 */
	private record Entry(int image, int classId, double score, ErrorKind kind, int mendedClass) {}

	private final List<String> classNames;
	private final double iou, background;
	private final List<Entry> entries = new ArrayList<>();

	/** For each image, the objects of each class, and those missed. */
	private final List<int[]> objects = new ArrayList<>(), missed = new ArrayList<>();

	private List<Entry> byScore = List.of();

	/** With TIDE's own thresholds: right at 0.5, background up to 0.1. */
	public ErrorEvaluation(List<String> classNames) {
		this(classNames, 0.5, 0.1);
	}

	public ErrorEvaluation(List<String> classNames, double iou, double background) {
		this.classNames = List.copyOf(classNames);
		this.iou = iou;
		this.background = background;
	}

	public void add(ObjectImage image) {
		ErrorSearch search = new ErrorSearch(image, iou, background);
		for (int f : image.byScore()) {
			Found found = image.found().get(f);
			if (!search.aside(f))
				entries.add(
						new Entry(
								images(),
								found.classId(),
								found.score(),
								search.kind(f),
								search.mendedClass(f)));
		}
		objects.add(search.objects(classNames.size()));
		missed.add(search.missed(classNames.size()));
		byScore = List.of();
	}

	@Override
	public int images() {
		return objects.size();
	}

	@Override
	public List<Figure> figures() {
		List<Figure> figures = new ArrayList<>();
		for (int c = -1; c < classNames.size(); c++)
			for (ErrorKind kind : ErrorKind.values()) {
				int ofClass = c;
				String what =
						kind == ErrorKind.MISSED
								? "Objects that no prediction comes near"
								: "Predictions each of which " + kind.words();
				figures.add(
						new Figure(
								Metric.errors(
										kind.title() + "Errors",
										what
												+ " (right at an intersection over union of "
												+ iou
												+ ", background up to "
												+ background
												+ ").",
										SOURCE),
								name(c),
								times -> count(times, kind, ofClass),
								images()));
			}
		for (ErrorKind kind : ErrorKind.values()) figures.add(gain(kind));
		figures.sort(
				java.util.Comparator.comparingInt(
						f ->
								f.className().equals(Figure.ALL)
										? -1
										: classNames.indexOf(f.className())));
		return figures;
	}

	private String name(int c) {
		return c < 0 ? Figure.ALL : classNames.get(c);
	}

	private Figure gain(ErrorKind kind) {
		return new Figure(
				new Metric(
						kind.title() + "Gain",
						"How much higher the average precision at "
								+ iou
								+ ", the mean of the classes that have objects, would be without"
								+ " the errors of this kind.",
						SOURCE,
						"",
						Better.LOWER,
						true),
				Figure.ALL,
				times -> Math.max(0, precision(times, kind) - precision(times, null)),
				images());
	}

	private double count(int[] times, ErrorKind kind, int c) {
		long n = 0;
		if (kind == ErrorKind.MISSED)
			for (int i = 0; i < images(); i++)
				n +=
						(long) times[i]
								* (c < 0 ? Arrays.stream(missed.get(i)).sum() : missed.get(i)[c]);
		else
			for (Entry e : entries)
				if (e.kind == kind && (c < 0 || e.classId == c)) n += times[e.image];
		return n;
	}

	/** The kind with the largest gain. */
	@Override
	public Figure headline() {
		return Arrays.stream(ErrorKind.values())
				.map(this::gain)
				.max((a, b) -> Double.compare(a.value(), b.value()))
				.get();
	}

	/**
	 * The mean over classes of the average precision with the errors of one kind mended, or none
	 * (null).
	 */
	private double precision(int[] times, ErrorKind mended) {
		if (byScore.isEmpty())
			byScore = entries.stream().sorted((a, b) -> Double.compare(b.score, a.score)).toList();
		PrecisionRecall[] curves = new PrecisionRecall[classNames.size()];
		long[] most = new long[curves.length];
		for (Entry e : byScore) {
			most[e.classId]++;
			if (e.mendedClass >= 0) most[e.mendedClass]++;
		}
		Arrays.setAll(
				curves,
				c ->
						new PrecisionRecall(
								IntStream.range(0, images())
										.mapToLong(
												i ->
														(long) times[i]
																* (objects.get(i)[c]
																		- (mended
																						== ErrorKind
																								.MISSED
																				? missed.get(i)[c]
																				: 0)))
										.sum(),
								(int) most[c]));
		for (Entry e : byScore) {
			if (times[e.image] == 0) continue;
			if (e.kind == null || e.kind != mended)
				curves[e.classId].add(e.kind == null, times[e.image]);
			else if (e.mendedClass >= 0) curves[e.mendedClass].add(true, times[e.image]);
		}
		List<Pooled> each =
				Arrays.stream(curves).map(curve -> (Pooled) t -> curve.atHundredAndOne()).toList();
		return Pooled.meanOf(each).over(times);
	}
}
