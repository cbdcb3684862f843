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
		Outlines walker = new Outlines(labels, width, height, null, null);
		long[] found = new long[Math.max(16, maxId + maxId / 4)];
		int[] ids = new int[found.length], first = new int[maxId + 2];
		// A bit for the edge under each pixel and one for the edge over it: walked already.
		long[] under = new long[(int) (((long) width * height + 63) / 64)], over = under.clone();
		int n = 0;
		for (int y = height; y >= 0; y--)
			for (int x = width - 1; x >= 0; x--) {
				int above = y == 0 ? 0 : labels[(y - 1) * width + x], below = y == height ? 0 : labels[y * width + x];
				if (above == below) continue;
				for (int side = 0; side < 2; side++) {
					int id = side == 0 ? above : below;
					if (id == 0 || marked(side == 0 ? under : over, side == 0 ? (y - 1) * width + x : y * width + x)) continue;
					if (n == found.length) {
						found = Arrays.copyOf(found, 2 * n);
						ids = Arrays.copyOf(ids, 2 * n);
					}
					long start = walker.start(id, side == 0 ? x : x + 1, y, side == 0 ? 0 : 2, under, over);
					if (side == 1 && walker.endsAtCorner(id, x, y)) {
						walker.joined.add(y * (width + 1L) + x + 1);
						continue;
					}
					ids[n] = id;
					found[n++] = start;
					first[id + 1]++;
				}
			}
		for (int i = 1; i < first.length; i++)
			first[i] += first[i - 1];
		long[] loop = new long[n];
		int[] next = first.clone();
		// Loops were found from the bottom upwards; ImageJ has them from the top downwards.
		for (int i = n - 1; i >= 0; i--)
			loop[next[ids[i]]++] = found[i];
		Outlines outlines = new Outlines(labels, width, height, first, loop);
		outlines.joined.addAll(walker.joined);
		return outlines;
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

	private static boolean marked(long[] bits, int i) {
		return (bits[i >> 6] >> i & 1) != 0;
	}

	/** Walks once around from the start of a horizontal edge, marks the horizontal edges, gives the first corner. */
	private long start(int id, int fromX, int fromY, int fromDirection, long[] under, long[] over) {
		int x = fromX, y = fromY, d = fromDirection;
		long start = -1;
		do {
			if (d == 0) {
				int i = (y - 1) * width + x;
				under[i >> 6] |= 1L << i;
			}
			else if (d == 2) {
				int i = y * width + x - 1;
				over[i >> 6] |= 1L << i;
			}
			x += DX[d];
			y += DY[d];
			int turned = turn(id, x, y, d);
			if (turned != d && start < 0) start = ((long) y * (width + 1) + x) * 4 + turned;
			d = turned;
		}
		while (x != fromX || y != fromY || d != fromDirection);
		return start;
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
