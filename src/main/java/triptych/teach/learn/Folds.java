package triptych.teach.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Examples parted for cross-validation so that no image lies on both sides, since objects of one
 * image are more alike than those of two. Where that cannot be, because all examples of a class are
 * of one image, single examples are parted.
 *
 * @param foldOf for each example its part, from 0
 * @param byImage true where whole images were parted
 */
record Folds(int[] foldOf, int count, boolean byImage) {

	private static final int MOST = 5;

	static Folds of(Examples examples) {
		int[] images = new int[examples.classes().size()];
		// Of some of the examples the images' numbers have gaps.
		int last = Arrays.stream(examples.imageOf()).max().orElse(0);
		boolean[][] seen = new boolean[images.length][last + 1];
		for (int i = 0; i < examples.count(); i++) {
			int c = examples.classOf()[i], image = examples.imageOf()[i];
			if (!seen[c][image]) images[c]++;
			seen[c][image] = true;
		}
		int least = Arrays.stream(images).min().orElse(0);
		if (least >= 2) return parted(examples, examples.imageOf(), Math.min(MOST, least), true);
		int few = Arrays.stream(examples.perClass()).min().orElse(0);
		int[] each = IntStream.range(0, examples.count()).toArray();
		return parted(examples, each, Math.min(MOST, few), false);
	}

	/**
	 * The units, those with most examples first, each into the part that has fewest of its classes.
	 */
	private static Folds parted(Examples examples, int[] unitOf, int count, boolean byImage) {
		int classes = examples.classes().size();
		int units = Arrays.stream(unitOf).max().orElse(0) + 1;
		int[][] of = new int[units][classes];
		for (int i = 0; i < unitOf.length; i++)
			of[unitOf[i]][examples.classOf()[i]]++;
		int[] all = examples.perClass();
		Integer[] order = IntStream.range(0, units).boxed().toArray(Integer[]::new);
		Arrays.sort(order, Comparator.comparingInt(u -> -Arrays.stream(of[u]).sum()));
		double[][] held = new double[count][classes];
		int[] foldOfUnit = new int[units];
		for (int u : order) {
			int best = 0;
			for (int f = 1; f < count; f++)
				if (crowd(held[f], of[u], all) < crowd(held[best], of[u], all)) best = f;
			foldOfUnit[u] = best;
			for (int c = 0; c < classes; c++)
				held[best][c] += of[u][c];
		}
		return new Folds(Arrays.stream(unitOf).map(u -> foldOfUnit[u]).toArray(), count, byImage);
	}

	/** How full a part is already of the classes of a unit, rare classes counting more. */
	private static double crowd(double[] held, int[] of, int[] all) {
		double sum = 0;
		for (int c = 0; c < held.length; c++)
			sum += held[c] * of[c] / ((double) all[c] * all[c]);
		return sum;
	}

	/** The examples outside a part, or inside. */
	int[] indices(int fold, boolean inside) {
		return IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == fold == inside).toArray();
	}

	/** The class of each example by what was learnt from the other parts. */
	int[] predicted(Examples examples, Learner learner) {
		int[] predicted = new int[examples.count()];
		for (int fold = 0; fold < count; fold++) {
			int[] own = indices(fold, true);
			Classifier made = learner.rough(examples.only(indices(fold, false)));
			int[] classes = made.classesOf(examples.only(own).features());
			for (int k = 0; k < own.length; k++)
				predicted[own[k]] = classes[k];
		}
		return predicted;
	}
}
