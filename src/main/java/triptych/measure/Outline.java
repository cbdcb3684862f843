package triptych.measure;

import java.util.Arrays;

/**
 * The outline of one region, from the ends of its runs: loops along the edges between pixels, one
 * around each part and one around each hole. Parts that touch at a corner are one (8-connected).
 * Loops turn and begin where those of ImageJ's wand do, because the length that ImageJ gives to an
 * outline depends on it. Linear in runs; reused from region to region.
 *
 * <p>
 * Edge 2k is the left end of run k, walked down, and edge 2k + 1 its right end, walked up: the
 * region lies on the left-hand side. A line is the horizontal way from one edge to the next.
 */
final class Outline {

	/** Of each edge its column and the edge after it. */
	private int[] column = new int[256], next = new int[256];
	/** Edges that a line comes from, in the order of the lines: row after row, from left to right. */
	private int[] line = new int[256];
	private boolean[] walked = new boolean[256];
	private int edges, lines;
	/** Of an edge whose line may end a hole at a corner: the other edge that comes to this corner. */
	private int[] beside = new int[256];
	private boolean holeAtCorner;
	private int loops, sides, cut;
	private long horizontal, vertical;

	/** Finds the loops of a region and gives the ends of its rows to a hull. */
	void trace(LabelRuns.ByValue runs, int id, ConvexHull hull) {
		int from = runs.first()[id], above = 0;
		begin(runs, from, runs.first()[id + 1]);
		for (int below = 0, end; below < edges; below = end) {
			int y = runs.y()[from + below / 2];
			for (end = below + 2; end < edges && runs.y()[from + end / 2] == y;)
				end += 2;
			if (above < below && runs.y()[from + above / 2] < y - 1) {
				// A row without a run lies between.
				link(above, below, below, below);
				above = below;
			}
			if (above + 2 == below && below + 2 == end && overlap(above, below)) linkTwo(above, below);
			else link(above, below, below, end);
			hull.add(y, column[below], column[end - 1]);
			above = below;
		}
		link(above, edges, edges, edges);
		if (holeAtCorner) joinHoles();
		for (int i = lines - 1; i >= 0; i--)
			if (!walked[line[i]]) walk(line[i]);
	}

	private void begin(LabelRuns.ByValue runs, int from, int to) {
		edges = 2 * (to - from);
		lines = loops = sides = cut = 0;
		horizontal = vertical = 0;
		holeAtCorner = false;
		if (edges > column.length) {
			int size = edges + edges / 4;
			column = new int[size];
			next = new int[size];
			line = new int[size];
			beside = new int[size];
			walked = new boolean[size];
		}
		for (int k = from, e = 0; k < to; k++) {
			column[e++] = runs.x()[k];
			column[e++] = runs.end()[k];
		}
		Arrays.fill(walked, 0, edges, false);
	}

	private boolean overlap(int above, int below) {
		return column[above] < column[below + 1] && column[below] < column[above + 1];
	}

	/** What link does, where one run lies under one other as nearly everywhere, without a branch. */
	private void linkTwo(int above, int below) {
		next[above] = below;
		next[below + 1] = above + 1;
		beside[above] = beside[below + 1] = -1;
		line[lines] = above;
		lines += column[above] == column[below] ? 0 : 1;
		line[lines] = below + 1;
		lines += column[above + 1] == column[below + 1] ? 0 : 1;
	}

	/**
	 * Finds what comes after the edges that end on the line between two rows. From left to right each
	 * end of a run there opens a line or closes the open one; a line with the region above is walked
	 * to the right, else to the left.
	 */
	private void link(int above, int aboveEnd, int below, int belowEnd) {
		int open = -1;
		for (int a = above, b = below; a < aboveEnd || b < belowEnd;) {
			int xa = a < aboveEnd ? column[a] : Integer.MAX_VALUE;
			int xb = b < belowEnd ? column[b] : Integer.MAX_VALUE;
			// Odd after a left end: the region lies there.
			boolean in = (a & 1) != 0, equal = ((a ^ b) & 1) == 0;
			if (xa != xb) {
				int edge = xa < xb ? a++ : b++;
				if (equal) open = edge;
				else if (in) close(open, edge);
				else close(edge, open);
			}
			else {
				if (equal) follow(a, b);
				else
					open = in ? partAt(a, b, open, b > below && column[b - 1] == xb - 1) : meetAt(a, b, open);
				a++;
				b++;
			}
		}
	}

	private void close(int from, int to) {
		line[lines++] = from;
		next[from] = to;
		beside[from] = -1;
	}

	/** Two ends in one column, with the region on the same side. */
	private void follow(int a, int b) {
		if ((a & 1) == 0) next[a] = b;
		else next[b] = a;
	}

	/**
	 * The region goes on over a corner to the lower right, and its outline with it. But where it goes
	 * on a pixel to the left too, ImageJ parts the outline: the selection is the same, its length is
	 * not.
	 *
	 * @return the edge after the line that begins here
	 */
	private int partAt(int a, int b, int open, boolean parted) {
		close(open, parted ? a : b);
		return parted ? b : a;
	}

	/**
	 * The region goes on over a corner to the upper right. A hole whose last line ends here joins the
	 * outline around it in ImageJ, unless that line is one pixel long and begins at a corner too.
	 *
	 * @return the edge before the line that begins here
	 */
	private int meetAt(int a, int b, int open) {
		close(a, open);
		boolean begunAtCorner = (open & 1) != 0 && column[b] - column[b - 1] == 1;
		if (!begunAtCorner) {
			beside[a] = b;
			holeAtCorner = true;
		}
		return b;
	}

	/**
	 * A loop's last line is the lowest, rightmost one, where the search from the end of the lines
	 * meets it first.
	 */
	private void joinHoles() {
		for (int i = lines - 1; i >= 0; i--) {
			int last = line[i], other = beside[last];
			if (walked[last]) continue;
			for (int e = last; !walked[e]; e = next[e])
				walked[e] = true;
			if (other < 0) continue;
			int after = next[last];
			next[last] = next[other];
			next[other] = after;
		}
		Arrays.fill(walked, 0, edges, false);
	}

	/**
	 * Once around, from where the last line ends. The length is that along the edges less what
	 * cutting the corners saves; of two corners a pixel apart only one is cut.
	 */
	private void walk(int last) {
		int e = last, cutNow = 0;
		do {
			walked[e] = true;
			int to = next[e], across = Math.abs(column[to] - column[e]), along = 1;
			for (e = to; column[next[e]] == column[e]; e = next[e])
				along++;
			horizontal += across;
			vertical += along;
			sides += 2;
			cutNow = across > 1 ? 1 : 1 - cutNow;
			cut += cutNow;
			cutNow = along > 1 ? 1 : 1 - cutNow;
			cut += cutNow;
		}
		while (e != last);
		loops++;
	}

	/** True for one that has no hole and no second part. */
	boolean rectangle() {
		return loops == 1 && sides == 4;
	}

	/** Pixel sides along the outline: left and right, then up and down. */
	long horizontal() {
		return horizontal;
	}

	long vertical() {
		return vertical;
	}

	/** Corners that ImageJ cuts. */
	int cut() {
		return cut;
	}
}
