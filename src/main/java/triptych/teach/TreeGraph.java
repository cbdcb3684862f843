package triptych.teach;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import triptych.model.onnx.OnnxGraph;
import triptych.teach.learn.Tree;
import triptych.teach.learn.TreeClassifier;

/**
 * Trees as one operator, the TreeEnsembleRegressor of ONNX's operators for machine learning, which
 * sums what the leaves say of each class. (TreeEnsembleClassifier knows nothing but minus one score
 * where there are two classes and all leaves name one.) Its attributes are the columns of two
 * tables: a row for each node, and one for each class in a leaf.
 */
final class TreeGraph {

	private static final String DOMAIN = "ai.onnx.ml";

	/** The operators that came out with those of {@link OnnxGraph}. */
	private static final long OPERATORS = 2;

	private final TreeClassifier classifier;
	private final int[] treeOf, nodeOf;

	private TreeGraph(TreeClassifier classifier) {
		this.classifier = classifier;
		treeOf = IntStream.range(0, classifier.trees().size())
			.flatMap(t -> IntStream.generate(() -> t).limit(size(t)))
			.toArray();
		nodeOf = IntStream.range(0, classifier.trees().size())
			.flatMap(t -> IntStream.range(0, size(t)))
			.toArray();
	}

	/**
	 * @param features [1, n]
	 * @return the share of each class, [1, classes]
	 */
	static String scores(OnnxGraph graph, String features, TreeClassifier classifier) {
		Map<String, Object> attributes = new TreeGraph(classifier).attributes();
		return graph.op(DOMAIN, OPERATORS, "TreeEnsembleRegressor", attributes, features);
	}

	private Tree tree(int row) {
		return classifier.trees().get(treeOf[row]);
	}

	private int size(int tree) {
		return classifier.trees().get(tree).feature().length;
	}

	private boolean isLeaf(int row) {
		return tree(row).feature()[nodeOf[row]] == Tree.LEAF;
	}

	private Map<String, Object> attributes() {
		Map<String, Object> all = new HashMap<>();
		int rows = nodeOf.length;
		float[] limits = new float[rows];
		String[] modes = new String[rows];
		for (int r = 0; r < rows; r++) {
			limits[r] = tree(r).limit()[nodeOf[r]];
			modes[r] = isLeaf(r) ? "LEAF" : "BRANCH_LEQ";
		}
		all.put("nodes_treeids", longs(treeOf));
		all.put("nodes_nodeids", longs(nodeOf));
		all.put("nodes_featureids", column(r -> tree(r).feature()[nodeOf[r]]));
		all.put("nodes_truenodeids", column(r -> nodeOf[r] + 1));
		all.put("nodes_falsenodeids", column(r -> tree(r).beyond()[nodeOf[r]]));
		all.put("nodes_values", limits);
		all.put("nodes_modes", modes);
		addLeaves(all);
		all.put("n_targets", (long) classifier.classes());
		all.put("aggregate_function", "SUM");
		all.put("post_transform", "NONE");
		return all;
	}

	/** What an inner node says; 0 for leaves, where it is not asked for. */
	private long[] column(IntUnaryOperator ofRow) {
		return IntStream.range(0, nodeOf.length)
			.map(r -> isLeaf(r) ? 0 : ofRow.applyAsInt(r))
			.asLongStream()
			.toArray();
	}

	private void addLeaves(Map<String, Object> all) {
		int[] leaves = IntStream.range(0, nodeOf.length).filter(this::isLeaf).toArray();
		int n = leaves.length * classifier.classes(), kept = 0;
		int[] tree = new int[n], node = new int[n], its = new int[n];
		float[] weights = new float[n];
		for (int row : leaves) {
			float[] shares = tree(row).shares()[nodeOf[row]];
			for (int c = 0; c < shares.length; c++) {
				if (shares[c] == 0) continue;
				tree[kept] = treeOf[row];
				node[kept] = nodeOf[row];
				its[kept] = c;
				weights[kept++] = shares[c] / classifier.trees().size();
			}
		}
		all.put("target_treeids", longs(Arrays.copyOf(tree, kept)));
		all.put("target_nodeids", longs(Arrays.copyOf(node, kept)));
		all.put("target_ids", longs(Arrays.copyOf(its, kept)));
		all.put("target_weights", Arrays.copyOf(weights, kept));
	}

	private static long[] longs(int[] values) {
		return Arrays.stream(values).asLongStream().toArray();
	}
}
