package triptych.measure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The outlines of all regions of a label image, along the edges between pixels: one loop around each part of a region and
 * one around each hole, the region on the left-hand side. Parts that touch at a corner are one (8-connected), as ImageJ
 * traces them. A loop begins where its lowest, rightmost horizontal edge ends, which is where ImageJ's begins too: the
 * length that ImageJ gives to an outline depends on it. Two walks along all edges: linear in pixels.
 */
public final class Outlines {

	/** Moving right, up, left, down; the region lies above, left, below, right. */
	private static final int[] DX = { 1, 0, -1, 0 }, DY = { 0, -1, 0, 1 };

	private final int[] labels;
	private final int width, height;
	/** Loops of id i are loop[first[i]] up to before loop[first[i + 1]]; a loop is its first vertex * 4 + direction. */
	private final int[] first;
	private final long[] loop;
	/** Vertices, which are rare, where a hole belongs to the outline around it. */
	private final Set<Long> joined = new HashSet<>();
	/** Corners of the loop that was walked last. */
	private int[] cornerX = new int[64], cornerY = new int[64];
	private int corners;

	private Outlines(int[] labels, int width, int height, int[] first, long[] loop) {
		this.labels = labels;
		this.width = width;
		this.height = height;
		this.first = first;
		this.loop = loop;
	}

	/** @param labels ids from 0 (background) to maxId, row after row */
	public static Outlines of(int[] labels, int width, int height, int maxId) {
		Finder finder = new Finder(new Outlines(labels, width, height, null, null), maxId);
		for (int x = 0; x < width; x++) {
			finder.edge(x, 0, 0, labels[x]);
			finder.edge(x, height, labels[(height - 1) * width + x], 0);
		}
		for (int y = 1; y < height; y++)
			for (int x = 0, row = y * width; x < width; x++) {
				// Most pixels continue the one above them; the search for one that does not is vectorised.
				int same = Arrays.mismatch(labels, row - width + x, row, labels, row + x, row + width);
				if (same < 0) break;
				x += same;
				finder.edge(x, y, labels[row - width + x], labels[row + x]);
			}
		return finder.outlines();
	}

	/** Collects the loops: the first edge of each that is met is followed all around. */
	private static final class Finder {

		private final Outlines walker;
		/** A bit for the edge under each pixel and one for the edge over it: walked already. */
		private final long[] under, over;
		private final int[] first;
		private long[] found;
		private int[] ids;
		private int n, lastX, lastY, lastDirection;

		Finder(Outlines walker, int maxId) {
			this.walker = walker;
			under = new long[(int) (((long) walker.width * walker.height + 63) / 64)];
			over = under.clone();
			first = new int[maxId + 2];
			found = new long[Math.max(16, maxId + maxId / 4)];
			ids = new int[found.length];
		}

		/** The edge between two pixels, one above the other. */
		void edge(int x, int y, int above, int below) {
			if (above != 0 && !marked(under, (y - 1) * walker.width + x)) loop(above, x, y, 0);
			if (below != 0 && !marked(over, y * walker.width + x)) loop(below, x + 1, y, 2);
		}

		private static boolean marked(long[] bits, int i) {
			return (bits[i >> 6] >> i & 1) != 0;
		}

		private void loop(int id, int x, int y, int direction) {
			around(id, x, y, direction);
			if (lastDirection == 2 && walker.endsAtCorner(id, lastX, lastY)) {
				walker.joined.add(lastY * (walker.width + 1L) + lastX + 1);
				return;
			}
			if (n == found.length) {
				found = Arrays.copyOf(found, 2 * n);
				ids = Arrays.copyOf(ids, 2 * n);
			}
			ids[n] = id;
			found[n++] = start(id);
			first[id + 1]++;
		}

		/** Walks once around, marks the horizontal edges and remembers the last of them, row after row. */
		private void around(int id, int fromX, int fromY, int fromDirection) {
			int x = fromX, y = fromY, d = fromDirection, width = walker.width;
			lastX = lastY = -1;
			do {
				if ((d & 1) == 0) {
					int left = d == 0 ? x : x - 1, i = d == 0 ? (y - 1) * width + left : y * width + left;
					long[] bits = d == 0 ? under : over;
					bits[i >> 6] |= 1L << i;
					if (y > lastY || y == lastY && left > lastX) {
						lastX = left;
						lastY = y;
						lastDirection = d;
					}
				}
				x += DX[d];
				y += DY[d];
				d = walker.turn(id, x, y, d);
			}
			while (x != fromX || y != fromY || d != fromDirection);
		}

		/** The corner in which the line of the last edge ends, and the direction after it. */
		private long start(int id) {
			int x = lastDirection == 0 ? lastX : lastX + 1, turned = lastDirection;
			while (turned == lastDirection) {
				x += DX[lastDirection];
				turned = walker.turn(id, x, lastY, lastDirection);
			}
			return ((long) lastY * (walker.width + 1) + x) * 4 + turned;
		}

		Outlines outlines() {
			for (int i = 1; i < first.length; i++)
				first[i] += first[i - 1];
			long[] loop = new long[n];
			int[] next = first.clone();
			for (int i = 0; i < n; i++)
				loop[next[ids[i]]++] = found[i];
			Outlines outlines = new Outlines(walker.labels, walker.width, walker.height, first, loop);
			outlines.joined.addAll(walker.joined);
			return outlines;
		}
	}

	/**
	 * True where a hole, whose last edge is over pixel (x, y), ends at a corner that the region goes on over to the upper
	 * right: there ImageJ takes the hole into the outline around it.
	 */
	private boolean endsAtCorner(int id, int x, int y) {
		boolean corner = is(id, x + 1, y - 1) && !is(id, x + 1, y);
		boolean begunAtCorner = is(id, x - 1, y - 1) && !is(id, x - 1, y) && !parted(id, x, y);
		return corner && !begunAtCorner;
	}

	/** The direction after a vertex: right where the region goes on there, even over a corner; else ahead; else left. */
	private int turn(int id, int x, int y, int d) {
		// The pixels ahead on the left-hand and on the right-hand side.
		return switch (d) {
			case 0 -> is(id, x, y) ? parted(id, x, y) && !is(id, x, y - 1) ? 1 : 3 : is(id, x, y - 1) ? 0 : 1;
			case 1 -> is(id, x, y - 1) ? joined(x, y) && !is(id, x - 1, y - 1) ? 2 : 0 : is(id, x - 1, y - 1) ? 1 : 2;
			case 2 -> is(id, x - 1, y - 1) ? parted(id, x, y) && !is(id, x - 1, y) ? 3 : 1 : is(id, x - 1, y) ? 2 : 3;
			default -> is(id, x - 1, y) ? joined(x, y) && !is(id, x, y) ? 0 : 2 : is(id, x, y) ? 3 : 0;
		};
	}

	/**
	 * Where a region goes on over a corner to the lower right and its edge came from a step one pixel to the left, ImageJ
	 * parts the outline there; the selection is the same, its length is not.
	 */
	private boolean parted(int id, int x, int y) {
		return is(id, x - 2, y);
	}

	private boolean joined(int x, int y) {
		return !joined.isEmpty() && joined.contains(y * (width + 1L) + x);
	}

	private boolean is(int id, int x, int y) {
		return x >= 0 && y >= 0 && x < width && y < height && labels[y * width + x] == id;
	}

	/** Number of loops of a region: its parts and its holes. */
	public int loops(int id) {
		return first[id + 1] - first[id];
	}

	/** Walks loop {@code k} of a region; its corners are there until the next call. */
	public void walk(int id, int k) {
		long code = loop[first[id] + k];
		int startX = (int) (code / 4 % (width + 1)), startY = (int) (code / 4 / (width + 1)), x = startX, y = startY;
		int from = (int) (code & 3), d = from;
		corners = 0;
		do {
			if (corners == cornerX.length) {
				cornerX = Arrays.copyOf(cornerX, 2 * corners);
				cornerY = Arrays.copyOf(cornerY, 2 * corners);
			}
			cornerX[corners] = x;
			cornerY[corners++] = y;
			int turned = d;
			while (turned == d) {
				x += DX[d];
				y += DY[d];
				turned = turn(id, x, y, d);
			}
			d = turned;
		}
		while (x != startX || y != startY || d != from);
	}

	/** Corners of the loop that was walked last. */
	public int corners() {
		return corners;
	}

	public int cornerX(int i) {
		return cornerX[i];
	}

	public int cornerY(int i) {
		return cornerY[i];
	}
}
