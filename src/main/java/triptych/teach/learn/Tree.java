package triptych.teach.learn;

/**
 * A decision tree. Node 0 is its root; the node after an inner one is where it goes with a feature
 * of at most the limit.
 *
 * @param feature which one an inner node asks for, {@link #LEAF} for a leaf
 * @param limit of inner nodes
 * @param beyond the node for a feature above the limit
 * @param shares of each class in a leaf, which sum to 1; null for inner nodes
 */
public record Tree(int[] feature, float[] limit, int[] beyond, float[][] shares) {

	public static final int LEAF = -1;

	/** What the leaf of a row says. */
	float[] shares(double[] row) {
		int node = 0;
		while (feature[node] != LEAF)
			node = (float) row[feature[node]] <= limit[node] ? node + 1 : beyond[node];
		return shares[node];
	}
}
