package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;

/**
 * Where the errors come from and what mending each kind alone would bring: TIDE (Bolya et al.,
 * TIDE: a general toolbox for identifying object detection errors, 2020). For each kind the number
 * of errors from a confidence on, and the gain in average precision, which goes through all scores.
 */
public final class ErrorEvaluation implements Evaluation {

	/**
	 * Columns of {@link #entries}: the place of the kind among {@link ErrorKind}, -1 where the
	 * prediction is right; the class in which it would be right if errors of its kind were mended,
	 * -1 where it would vanish.
	 */
	private static final int IMAGE = 0, CLASS = 1, KIND = 2, MENDED = 3;

	private final List<String> classNames;
	private final double iou, background;
	private final Ranked entries = new Ranked(4);

	private final Confidences confidences;

	/**
	 * For each image, the objects of each class, those missed by all predictions, and by those that
	 * count.
	 */
	private final List<int[]> objects = new ArrayList<>(), missed = new ArrayList<>(),
			missedByStrong = new ArrayList<>();

	/** With TIDE's own thresholds: right at 0.5, background up to 0.1; every prediction counts. */
	public ErrorEvaluation(List<String> classNames) {
		this(classNames, new double[classNames.size()]);
	}

	/** @param confidences for each class the least score of an error that is counted */
	public ErrorEvaluation(List<String> classNames, double[] confidences) {
		this(classNames, 0.5, 0.1, confidences);
	}

	private ErrorEvaluation(
			List<String> classNames, double iou, double background, double[] confidences) {
		this.classNames = List.copyOf(classNames);
		this.iou = iou;
		this.background = background;
		this.confidences = new Confidences(confidences);
	}

	public void add(ObjectImage image) {
		ErrorSearch search = new ErrorSearch(image, iou, background, f -> true);
		for (int f : image.byScore()) {
			Found found = image.found().get(f);
			if (!search.aside(f))
				entries.add(
						found.score(),
						images(),
						found.classId(),
						search.kind(f) == null ? -1 : search.kind(f).ordinal(),
						search.mendedClass(f));
		}
		objects.add(search.objects(classNames.size()));
		missed.add(search.missed(classNames.size()));
		boolean all = image.found().stream().allMatch(confidences::counts);
		ErrorSearch strong = all ? search : new ErrorSearch(
				image, iou, background, f -> confidences.counts(image.found().get(f)));
		missedByStrong.add(strong.missed(classNames.size()));
	}

	@Override
	public int images() {
		return objects.size();
	}

	@Override
	public List<Figure> figures() {
		Figures figures = new Figures(classNames, images());
		for (ErrorKind kind : ErrorKind.values()) {
			String key = "errors." + kind.title() + "Errors";
			figures.all(
					key, times -> count(times, kind, -1), iou, background, confidences.text());
			IntStream.range(0, classNames.size()).forEach(c -> figures.of(c, key,
					times -> count(times, kind, c), iou, background, confidences.text(c)));
		}
		for (ErrorKind kind : ErrorKind.values())
			figures.all("errors." + kind.title() + "Gain", times -> gain(times, kind), iou);
		return figures.list();
	}

	/** The kind with the largest gain. */
	@Override
	public Figure headline() {
		return figures().stream()
				.filter(f -> f.metric().name().endsWith("Gain"))
				.max(Comparator.comparingDouble(Figure::value))
				.get();
	}

	/** @param classId -1 for all classes */
	private double count(int[] times, ErrorKind kind, int classId) {
		long n = 0;
		for (int i = 0; i < entries.sorted().size(); i++) {
			int its = entries.number(CLASS, i);
			boolean wanted = classId < 0 || its == classId;
			boolean strong = entries.score(i) >= confidences.of(its);
			if (wanted && strong && entries.number(KIND, i) == kind.ordinal())
				n += times[entries.number(IMAGE, i)];
		}
		if (kind == ErrorKind.MISSED)
			for (int c = 0; c < classNames.size(); c++)
				if (classId < 0 || c == classId) n += count(times, missedByStrong, c);
		return n;
	}

	private static long count(int[] times, List<int[]> ofImage, int c) {
		long n = 0;
		for (int i = 0; i < times.length; i++) n += (long) times[i] * ofImage.get(i)[c];
		return n;
	}

	private double gain(int[] times, ErrorKind kind) {
		return Math.max(0, precision(times, kind) - precision(times, null));
	}

	/**
	 * The mean over classes of the average precision with the errors of one kind mended, or none
	 * (null).
	 */
	private double precision(int[] times, ErrorKind mended) {
		Ranked walk = entries.sorted();
		int[] most = new int[classNames.size()];
		for (int i = 0; i < walk.size(); i++) {
			most[walk.number(CLASS, i)]++;
			if (walk.number(MENDED, i) >= 0) most[walk.number(MENDED, i)]++;
		}
		PrecisionRecall[] curves = new PrecisionRecall[most.length];
		for (int c = 0; c < curves.length; c++) {
			long positives = count(times, objects, c);
			if (mended == ErrorKind.MISSED) positives -= count(times, missed, c);
			curves[c] = new PrecisionRecall(positives, most[c]);
		}
		for (int i = 0; i < walk.size(); i++) {
			int n = times[walk.number(IMAGE, i)], kind = walk.number(KIND, i);
			if (n == 0) continue;
			boolean isMended = mended != null && kind == mended.ordinal();
			int classId = walk.number(isMended ? MENDED : CLASS, i);
			if (classId >= 0) curves[classId].add(isMended || kind < 0, n);
		}
		return Arrays.stream(curves)
				.mapToDouble(PrecisionRecall::atHundredAndOne)
				.filter(ap -> !Double.isNaN(ap))
				.average()
				.orElse(Double.NaN);
	}
}
