package triptych.metrics.pixels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import triptych.metrics.Evaluation;
import triptych.metrics.Figure;
import triptych.metrics.Figures;
import triptych.metrics.Pooled;

/**
 * Panoptic quality (Kirillov et al., Panoptic segmentation, 2019), by the rules of panopticapi: for
 * each class the mean overlap of what is matched (SQ), how much is matched (RQ), and their product
 * (PQ); the means over all classes, things and stuff.
 */
public final class PanopticEvaluation implements Evaluation {

	private final List<String> classNames;
	private final IntPredicate thing;
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
		this(List.copyOf(classNames), c -> thing[c], zeroIsVoid);
	}

	/**
	 * @param classNames may grow at its end while images are added
	 * @param thing whether the objects of a class are counted
	 */
	public PanopticEvaluation(List<String> classNames, IntPredicate thing, boolean zeroIsVoid) {
		this.classNames = Collections.unmodifiableList(classNames);
		this.thing = thing;
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
		List<Pooled> pq = ofClasses(PanopticEvaluation::pq);
		List<Pooled> sq = ofClasses(PanopticEvaluation::sq);
		List<Pooled> rq = ofClasses(PanopticEvaluation::rq);
		Figures figures = new Figures(classNames, images());
		figures.each("panoptic.PQ", pq).each("panoptic.SQ", sq).each("panoptic.RQ", rq);
		for (boolean things : new boolean[] {true, false}) {
			String suffix = things ? "Things" : "Stuff";
			figures.all("panoptic.PQ" + suffix, mean(pq, things));
			figures.all("panoptic.SQ" + suffix, mean(sq, things));
			figures.all("panoptic.RQ" + suffix, mean(rq, things));
		}
		return figures.list();
	}

	private List<Pooled> ofClasses(ToDoubleFunction<double[]> figure) {
		return IntStream.range(0, classNames.size())
				.mapToObj(c -> Pooled.ofSums(
						ofImage.stream()
								.map(n -> c < n.length ? n[c] : new double[4])
								.toArray(double[][]::new),
						figure))
				.toList();
	}

	private Pooled mean(List<Pooled> ofClasses, boolean things) {
		return Pooled.meanOf(IntStream.range(0, classNames.size())
				.filter(c -> thing.test(c) == things)
				.mapToObj(ofClasses::get)
				.toList());
	}

	/**
	 * PQ; of things only, RQ: for nuclei and cells the product hides whether objects are missed or
	 * ill-drawn (Foucart et al., Panoptic quality should be avoided as a metric for assessing cell
	 * nuclei segmentation, 2023).
	 */
	@Override
	public Figure headline() {
		boolean stuff = IntStream.range(0, classNames.size()).anyMatch(c -> !thing.test(c));
		return figures().get(stuff ? 0 : 2);
	}
}
