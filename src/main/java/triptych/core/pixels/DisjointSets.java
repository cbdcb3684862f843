package triptych.core.pixels;

/**
 * Which of the numbers 0 to n - 1 belong together: a forest with path halving (Tarjan and van
 * Leeuwen 1984), whose cost is nearly linear. The lowest number of a set is its root.
 */
public final class DisjointSets {

	private final int[] parent;

	/** Each number is a set of its own. */
	public DisjointSets(int n) {
		parent = new int[n];
		for (int i = 0; i < n; i++)
			parent[i] = i;
	}

	public int root(int i) {
		int at = i;
		while (parent[at] != at)
			at = parent[at] = parent[parent[at]];
		return at;
	}

	public void join(int a, int b) {
		int first = root(a), second = root(b);
		parent[Math.max(first, second)] = Math.min(first, second);
	}
}
