package triptych.teach.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import triptych.teach.learn.LearningCurve.Point;

/**
 * How the share that is right grows with the images, or other units, that examples of each class
 * are on. Where examples of one unit are alike, as pixels are, their own number tells little.
 */
public final class UnitCurve {

	private static final int[] SIZES = { 1, 2, 3, 4, 6, 8, 12, 16, 24, 32 };
	private static final int DRAWS = 10, MOST_OF_UNIT = 100;
	private static final long SEED = 20151;

	private final Examples examples;
	private final Folds folds;
	private final Learner learner;

	private UnitCurve(Examples examples, Learner learner) {
		this.examples = examples;
		this.learner = learner;
		folds = Folds.of(examples);
	}

	/**
	 * From draws of units, each time with whole parts of cross-validation left out to be tried on.
	 *
	 * @return by the units of each class that were learnt from; empty where a class has only one
	 */
	public static List<Point> of(Examples examples, Learner learner) {
		UnitCurve curve = new UnitCurve(examples, learner);
		if (!curve.folds.byImage()) return List.of();
		int most = IntStream.range(0, curve.folds.count()).map(curve::fewest).min().orElse(0);
		return IntStream.of(SIZES).filter(size -> size <= most).mapToObj(curve::point).toList();
	}

	/** Units of the class that has fewest, outside a part. */
	private int fewest(int fold) {
		return units(folds.indices(fold, false)).values()
			.stream()
			.mapToInt(List::size)
			.min()
			.orElse(0);
	}

	/** The units of each class. */
	private Map<Integer, List<Integer>> units(int[] among) {
		Map<Integer, List<Integer>> units = new HashMap<>();
		for (int c = 0; c < examples.classes().size(); c++)
			units.put(c, new ArrayList<>());
		Set<List<Integer>> seen = new HashSet<>();
		for (int i : among)
			if (seen.add(List.of(examples.classOf()[i], examples.imageOf()[i])))
				units.get(examples.classOf()[i]).add(examples.imageOf()[i]);
		return units;
	}

	private Point point(int size) {
		SplittableRandom random = new SplittableRandom(SEED + size);
		double[] drawn = new double[DRAWS];
		for (int d = 0; d < DRAWS; d++) {
			int fold = d % folds.count();
			int[] others = folds.indices(fold, false);
			Set<List<Integer>> taken = new HashSet<>();
			units(others).forEach((c, units) -> {
				int[] order = units.stream().mapToInt(u -> u).toArray();
				CrossValidation.shuffle(order, random);
				for (int k = 0; k < size; k++)
					taken.add(List.of(c, order[k]));
			});
			Examples few = examples.only(some(others, taken)),
				left = examples.only(some(folds.indices(fold, true), null));
			Classifier made = learner.rough(few);
			drawn[d] = CrossValidation.balanced(left, made.classesOf(left.features()));
		}
		double mean = Arrays.stream(drawn).average().orElse(Double.NaN);
		double squares = Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum();
		return new Point(size, mean, Math.sqrt(squares / (DRAWS - 1) / DRAWS));
	}

	/** @param units each a class and its unit; null for all */
	private int[] some(int[] among, Set<List<Integer>> units) {
		Map<List<Integer>, Integer> counts = new HashMap<>();
		return IntStream.of(among).filter(i -> {
			List<Integer> own = List.of(examples.classOf()[i], examples.imageOf()[i]);
			boolean asked = units == null || units.contains(own);
			return asked && counts.merge(own, 1, Integer::sum) <= MOST_OF_UNIT;
		}).toArray();
	}
}
