package triptych.measure;

import java.util.Arrays;

/**
 * Labels the connected parts of an image: neighbouring pixels of equal non-zero value share a component. Components
 * are numbered 1..n in the order of their first pixel, row after row. One pass with union-find over runs of equal
 * value, then one to write (after He, Chao and Suzuki, A run-based two-scan labeling algorithm, 2008): linear.
 *
 * @param labels component of each pixel, 0 where the value was 0
 */
public record ConnectedComponents(int[] labels, int count) {

	/**
	 * @param values width * height values, row after row
	 * @param diagonal true for 8-connectivity, as ImageJ's particle analyser; false for 4
	 */
	public static ConnectedComponents of(int[] values, int width, int height, boolean diagonal) {
		int reach = diagonal ? 1 : 0;
		int[] runStart = new int[1024], runEnd = new int[1024], parent = new int[1024];
		int[] rowFirst = new int[height + 1];
		int runs = 0;
		for (int y = 0; y < height; y++) {
			rowFirst[y] = runs;
			int above = y == 0 ? 0 : rowFirst[y - 1], aboveEnd = runs;
			for (int x = 0, row = y * width; x < width;) {
				int value = values[row + x], start = x;
				while (++x < width && values[row + x] == value) {}
				if (value == 0) continue;
				if (runs == parent.length) {
					runStart = Arrays.copyOf(runStart, 2 * runs);
					runEnd = Arrays.copyOf(runEnd, 2 * runs);
					parent = Arrays.copyOf(parent, 2 * runs);
				}
				runStart[runs] = row + start;
				runEnd[runs] = row + x;
				parent[runs] = runs;
				int lo = row - width + start - reach, hi = row - width + x + reach;
				while (above < aboveEnd && runEnd[above] <= lo) above++;
				for (int r = above; r < aboveEnd && runStart[r] < hi; r++)
					if (values[runStart[r]] == value) join(parent, r, runs);
				runs++;
			}
		}
		int[] labels = new int[values.length], number = new int[runs];
		int count = 0;
		for (int r = 0; r < runs; r++) {
			// A root comes before all runs that point to it, so its number is already known.
			number[r] = parent[r] == r ? ++count : number[root(parent, r)];
			Arrays.fill(labels, runStart[r], runEnd[r], number[r]);
		}
		return new ConnectedComponents(labels, count);
	}

	private static int root(int[] parent, int r) {
		while (parent[r] != r)
			r = parent[r] = parent[parent[r]];
		return r;
	}

	/** The earlier run becomes the root. */
	private static void join(int[] parent, int a, int b) {
		int ra = root(parent, a), rb = root(parent, b);
		if (ra < rb) parent[rb] = ra;
		else parent[ra] = rb;
	}

	/** Number of pixels of each component; element 0 is unused. */
	public int[] sizes() {
		int[] sizes = new int[count + 1];
		for (int l : labels)
			sizes[l]++;
		sizes[0] = 0;
		return sizes;
	}
}
