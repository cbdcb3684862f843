package triptych.metrics.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Metric;
import triptych.metrics.Pooled;

/**
 * Panoptic quality (Kirillov et al., Panoptic segmentation, 2019), by the rules of panopticapi: for
 * each class the mean overlap of what is matched (SQ), how much is matched (RQ), and their product
 * (PQ); the means over all classes, things and stuff.
 */
public final class PanopticEvaluation implements Evaluation {

	private static final String SOURCE = "Kirillov et al. 2019, panopticapi";

	private final List<String> classNames;
	private final boolean[] thing;
	private final boolean zeroIsVoid;

	/**
	 * For each image and class: the sum of the overlaps, and how many are right, wrong and not
	 * found.
	 */
	private final List<double[][]> ofImage = new ArrayList<>();

	/**
	 * @param thing for each class whether its objects are counted
	 * @param zeroIsVoid true where pixels of 0 in the truth were not annotated, as in COCO; false
	 *     where they are background
	 */
	public PanopticEvaluation(List<String> classNames, boolean[] thing, boolean zeroIsVoid) {
		this.classNames = List.copyOf(classNames);
		this.thing = thing.clone();
		this.zeroIsVoid = zeroIsVoid;
	}

	/** @param truth and {@code found}: the id of a segment a pixel, of equal length */
	public void add(
			int[] truth,
			List<PanopticSegment> truthSegments,
			int[] found,
			List<PanopticSegment> foundSegments) {
		double[][] numbers = new double[classNames.size()][4];
		new PanopticMatching(truth, truthSegments, found, foundSegments, zeroIsVoid).addTo(numbers);
		ofImage.add(numbers);
	}

	@Override
	public int images() {
		return ofImage.size();
	}

	private static double sq(double[] n) {
		if (n[1] + n[2] + n[3] == 0) return Double.NaN;
		return n[1] == 0 ? 0 : n[0] / n[1];
	}

	private static double rq(double[] n) {
		return Pooled.ratio(n[1], n[1] + (n[2] + n[3]) / 2);
	}

	private static double pq(double[] n) {
		return Pooled.ratio(n[0], n[1] + (n[2] + n[3]) / 2);
	}

	@Override
	public List<Figure> figures() {
		List<Figure> figures = new ArrayList<>();
		means(figures, "", " classes", c -> true);
		means(figures, "Things", " classes of things", c -> thing[c]);
		means(figures, "Stuff", " classes of stuff", c -> !thing[c]);
		for (int c = 0; c < classNames.size(); c++) {
			figures.add(
					new Figure(
							pqOf("", "."),
							classNames.get(c),
							ofClass(c, PanopticEvaluation::pq),
							images()));
			figures.add(
					new Figure(
							sqOf("", "."),
							classNames.get(c),
							ofClass(c, PanopticEvaluation::sq),
							images()));
			figures.add(
					new Figure(
							rqOf("", "."),
							classNames.get(c),
							ofClass(c, PanopticEvaluation::rq),
							images()));
		}
		return figures;
	}

	private void means(List<Figure> figures, String suffix, String which, IntPredicate classes) {
		String mean = ", the mean over the" + which + " that occur.";
		figures.add(mean(pqOf(suffix, mean), PanopticEvaluation::pq, classes));
		figures.add(mean(sqOf(suffix, mean), PanopticEvaluation::sq, classes));
		figures.add(mean(rqOf(suffix, mean), PanopticEvaluation::rq, classes));
	}

	private static Metric pqOf(String suffix, String mean) {
		return Metric.ratio(
				"PQ" + suffix,
				"Panoptic quality: the sum of the intersections over union of the segments matched"
						+ " above 0.5, over TP + FP/2 + FN/2"
						+ mean,
				SOURCE);
	}

	private static Metric sqOf(String suffix, String mean) {
		return Metric.ratio(
				"SQ" + suffix,
				"Segmentation quality: the mean intersection over union of the segments matched"
						+ " above 0.5, 0 where none is"
						+ mean,
				SOURCE);
	}

	private static Metric rqOf(String suffix, String mean) {
		return Metric.ratio(
				"RQ" + suffix,
				"Recognition quality: TP / (TP + FP/2 + FN/2), segments matched above an"
						+ " intersection over union of 0.5"
						+ mean,
				SOURCE);
	}

	private Figure mean(Metric metric, ToDoubleFunction<double[]> figure, IntPredicate classes) {
		return new Figure(
				metric,
				Figure.ALL,
				Pooled.meanOf(
						IntStream.range(0, classNames.size())
								.filter(classes)
								.mapToObj(c -> ofClass(c, figure))
								.toList()),
				images());
	}

	private Pooled ofClass(int c, ToDoubleFunction<double[]> figure) {
		return Pooled.ofSums(ofImage.stream().map(n -> n[c]).toArray(double[][]::new), figure);
	}

	/**
	 * PQ; of things only, RQ: for nuclei and cells the product hides whether objects are missed or
	 * ill-drawn (Foucart et al., Panoptic quality should be avoided as a metric for assessing cell
	 * nuclei segmentation, 2023).
	 */
	@Override
	public Figure headline() {
		boolean stuff = IntStream.range(0, thing.length).anyMatch(c -> !thing[c]);
		String mean = ", the mean over the classes that occur.";
		return stuff
				? mean(pqOf("", mean), PanopticEvaluation::pq, c -> true)
				: mean(rqOf("", mean), PanopticEvaluation::rq, c -> true);
	}
}
