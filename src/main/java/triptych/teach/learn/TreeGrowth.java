package triptych.teach.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Grows extremely randomised trees (Geurts, Ernst and Wehenkel, Extremely randomized trees, 2006):
 * an inner node draws a quarter of the features and for each a limit between its least and largest
 * value there, and takes the one that leaves the purest sides by Gini's index. Each tree learns
 * from as many examples of each class as the rarest one has (Chen, Liaw and Breiman, Using random
 * forest to learn imbalanced data, 2004). Since a limit lies anywhere between two examples and not
 * beside one of them, the last digit of a feature seldom decides.
 */
final class TreeGrowth {

	/** A tree of more examples takes longer and is no better: the next one has others. */
	private static final int MOST = 5000;

	private static final int FEWEST_OF_LEAF = 2, LEAVES = 500;
	private static final double DRAWN = 0.25;

	/** A feature that varies by less of its deviation says nothing but rounding. */
	private static final double LEAST = 1e-2;

	private final float[][] columns;
	private final double[] least;
	private final int[] classOf;
	private final int classes, drawn, ofClass;

	TreeGrowth(Examples examples) {
		int n = examples.count(), width = examples.width();
		columns = new float[width][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < width; j++)
				columns[j][i] = (float) examples.features()[i][j];
		// A deviation of 0 stands for a feature that is always the same.
		least = Arrays.stream(Scaling.of(examples).deviation())
			.map(d -> d > 0 ? LEAST * d : Double.POSITIVE_INFINITY)
			.toArray();
		classOf = examples.classOf();
		classes = examples.classes().size();
		int rarest = Arrays.stream(examples.perClass()).filter(k -> k > 0).min().orElse(0);
		ofClass = Math.min(rarest, Math.max(1, MOST / classes));
		drawn = (int) Math.max(1, Math.round(DRAWN * width));
	}

	/** The same seed gives the same tree. */
	Tree tree(long seed) {
		return new Growing(new SplittableRandom(seed)).tree();
	}

	private final class Growing {

		private final SplittableRandom random;
		private final int[] examples, features = new int[columns.length];
		private final int[] all = new int[classes], low = new int[classes];
		private final int fewest;
		private int[] feature = new int[64], beyond = new int[64];
		private float[] limit = new float[64];
		private float[][] shares = new float[64][];
		private int nodes;

		Growing(SplittableRandom random) {
			this.random = random;
			examples = taken();
			fewest = Math.max(FEWEST_OF_LEAF, examples.length / LEAVES);
			Arrays.setAll(features, j -> j);
		}

		/** As many of each class. */
		private int[] taken() {
			int[] order = new int[classOf.length], counts = new int[classes];
			Arrays.setAll(order, i -> i);
			CrossValidation.shuffle(order, random);
			return Arrays.stream(order).filter(i -> counts[classOf[i]]++ < ofClass).toArray();
		}

		Tree tree() {
			grow(0, examples.length);
			return new Tree(Arrays.copyOf(feature, nodes), Arrays.copyOf(limit, nodes),
				Arrays.copyOf(beyond, nodes), Arrays.copyOf(shares, nodes));
		}

		/** The node of the examples from one place to another, and all below it. */
		private void grow(int from, int to) {
			int node = node();
			Arrays.fill(all, 0);
			for (int k = from; k < to; k++)
				all[classOf[examples[k]]]++;
			if (!split(node, from, to)) {
				feature[node] = Tree.LEAF;
				shares[node] = shares(to - from);
				return;
			}
			int middle = part(columns[feature[node]], limit[node], from, to);
			grow(from, middle);
			beyond[node] = nodes;
			grow(middle, to);
		}

		private int node() {
			if (nodes == feature.length) {
				feature = Arrays.copyOf(feature, 2 * nodes);
				beyond = Arrays.copyOf(beyond, 2 * nodes);
				limit = Arrays.copyOf(limit, 2 * nodes);
				shares = Arrays.copyOf(shares, 2 * nodes);
			}
			return nodes++;
		}

		private float[] shares(int n) {
			float[] its = new float[classes];
			for (int c = 0; c < classes; c++)
				its[c] = (float) all[c] / n;
			return its;
		}

		/** False where the node is to be a leaf. */
		private boolean split(int node, int from, int to) {
			boolean pure = false;
			for (int c = 0; c < classes; c++)
				pure |= all[c] == to - from;
			if (pure || to - from < 2 * fewest) return false;
			double best = -1;
			for (int left = features.length, looked = 0; left > 0 && looked < drawn; left--) {
				int at = random.nextInt(left), j = features[at];
				features[at] = features[left - 1];
				features[left - 1] = j;
				float low = least(columns[j], from, to), high = most(columns[j], from, to);
				if (high - low <= least[j]) continue;
				looked++;
				float drawn = low + (float) (random.nextDouble() * (high - low));
				float its = drawn < high ? drawn : low;
				double purity = purity(columns[j], its, from, to);
				if (purity <= best) continue;
				best = purity;
				feature[node] = j;
				limit[node] = its;
			}
			return best >= 0;
		}

		private float least(float[] column, int from, int to) {
			float least = column[examples[from]];
			for (int k = from + 1; k < to; k++)
				least = Math.min(least, column[examples[k]]);
			return least;
		}

		private float most(float[] column, int from, int to) {
			float most = column[examples[from]];
			for (int k = from + 1; k < to; k++)
				most = Math.max(most, column[examples[k]]);
			return most;
		}

		/** The larger the purer; below 0 where a side has too few examples. */
		private double purity(float[] column, float its, int from, int to) {
			Arrays.fill(low, 0);
			int below = 0;
			for (int k = from; k < to; k++) {
				int i = examples[k];
				if (column[i] > its) continue;
				low[classOf[i]]++;
				below++;
			}
			int above = to - from - below;
			if (below < fewest || above < fewest) return -1;
			double ofLow = 0, ofHigh = 0;
			for (int c = 0; c < classes; c++) {
				double high = all[c] - low[c];
				ofLow += (double) low[c] * low[c];
				ofHigh += high * high;
			}
			return ofLow / below + ofHigh / above;
		}

		/** Examples of at most the limit first. */
		private int part(float[] column, float its, int from, int to) {
			int middle = from;
			for (int k = from; k < to; k++) {
				int i = examples[k];
				if (column[i] > its) continue;
				examples[k] = examples[middle];
				examples[middle++] = i;
			}
			return middle;
		}
	}
}
