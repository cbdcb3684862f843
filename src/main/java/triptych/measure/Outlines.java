package triptych.measure;

import java.util.Arrays;

/**
 * The outlines of one region after another, along the edges between pixels: one loop around each part and one around each
 * hole, the region on the left-hand side. Parts that touch at a corner are one (8-connected), as ImageJ traces them. A loop
 * begins where its lowest, rightmost horizontal edge ends, which is where ImageJ's begins too: the length that ImageJ gives
 * to an outline depends on it. Each region is copied out of its runs into a small mask, which stays in the cache, and wiped
 * off it again: the cost is linear in its pixels, however large its box.
 */
final class Outlines {

	/** Moving right, up, left, down; the region lies above, left, below, right. */
	private static final int[] DX = { 1, 0, -1, 0 }, DY = { 0, -1, 0, 1 };
	/** Pixels around the box that are looked at, so that no look has to be checked. */
	private static final int LEFT = 2, RIGHT = 1, TOP = 1;
	private static final byte INSIDE = 1, WALKED = 2;
	/** What a step marks: the pixel on the right of an edge downwards. */
	private static final byte[] MARK = { 0, 0, 0, WALKED };
	/** For a direction and the four pixels around a vertex the next direction; where only a corner is left to go on over, 4. */
	private static final byte[] NEXT = next();

	private final Runs.ByValue runs;
	/** Non-zero inside the region; a run's first pixel says whether the edge on its left has been walked. */
	private byte[] mask = new byte[4096];
	private int stride, boxX, boxY;
	/** Corners of all loops of the region, in image pixels; loop k has those from first[k] up to before first[k + 1]. */
	private int[] cornerX = new int[256], cornerY = new int[256], first = new int[16];
	private int loops;
	/** Vertices, which are rare, where a hole belongs to the outline around it. */
	private int[] joined = new int[4];
	private int joins;

	/** @param runs several threads may share them */
	Outlines(Runs.ByValue runs) {
		this.runs = runs;
	}

	/** Right where the region goes on there, else ahead, else left. */
	private static byte[] next() {
		byte[] next = new byte[64];
		for (int around = 0; around < 16; around++) {
			boolean upperLeft = (around & 8) != 0, upperRight = (around & 4) != 0, lowerLeft = (around & 2) != 0,
					lowerRight = (around & 1) != 0;
			next[around] = (byte) (!lowerRight ? upperRight ? 0 : 1 : upperRight ? 3 : 4);
			next[16 + around] = (byte) (!upperRight ? upperLeft ? 1 : 2 : upperLeft ? 0 : 4);
			next[32 + around] = (byte) (!upperLeft ? lowerLeft ? 2 : 3 : lowerLeft ? 1 : 4);
			next[48 + around] = (byte) (!lowerLeft ? lowerRight ? 3 : 0 : lowerRight ? 2 : 4);
		}
		return next;
	}

	/** Finds the loops of a region, which are there until the next call. */
	void trace(int id, RegionStatistics regions) {
		boxX = regions.x(id);
		boxY = regions.y(id);
		stride = regions.width(id) + LEFT + RIGHT;
		int size = Math.multiplyExact(stride, regions.height(id) + 2 * TOP);
		if (mask.length < size) mask = new byte[size];
		fill(id, INSIDE);
		loops = joins = 0;
		for (int k = runs.first()[id]; k < runs.first()[id + 1]; k++) {
			int at = vertex(runs.x()[k], runs.y()[k]);
			// Every loop has an edge on the left of a run: an outline its first, a hole the one on its right.
			if (mask[at] == INSIDE) loop(at);
		}
		if (joins > 0) walkAgain();
		fill(id, (byte) 0);
	}

	private void fill(int id, byte value) {
		for (int k = runs.first()[id]; k < runs.first()[id + 1]; k++) {
			int from = vertex(runs.x()[k], runs.y()[k]), to = from + runs.end()[k] - runs.x()[k];
			for (int i = from; i < to; i++)
				mask[i] = value;
		}
	}

	/** The loop that goes down on the left of a pixel. */
	private void loop(int at) {
		int begin = first[loops], end = walk(at, 3, begin), last = lowest(begin, end), before = before(last, begin, end);
		boolean regionBelow = cornerX[last] < cornerX[before];
		int vertex = vertex(cornerX[before], cornerY[before]);
		if (regionBelow && endsAtCorner(vertex - 1)) {
			if (joins == joined.length) joined = Arrays.copyOf(joined, 2 * joins);
			joined[joins++] = vertex;
			return;
		}
		rotate(cornerX, begin, last, end);
		rotate(cornerY, begin, last, end);
		if (++loops == first.length) first = Arrays.copyOf(first, 2 * loops);
		first[loops] = end;
	}

	/** The corner behind the lowest and of these the rightmost horizontal line. */
	private int lowest(int begin, int end) {
		int last = -1, y = 0, right = 0;
		for (int i = begin; i < end; i++) {
			int before = before(i, begin, end), most = Math.max(cornerX[i], cornerX[before]);
			if (cornerY[i] != cornerY[before] || last >= 0 && (cornerY[i] < y || cornerY[i] == y && most < right)) continue;
			last = i;
			y = cornerY[i];
			right = most;
		}
		return last;
	}

	private static int before(int i, int begin, int end) {
		return i == begin ? end - 1 : i - 1;
	}

	private static void rotate(int[] corners, int from, int start, int to) {
		if (start == from) return;
		int[] ahead = Arrays.copyOfRange(corners, from, start);
		System.arraycopy(corners, start, corners, from, to - start);
		System.arraycopy(ahead, 0, corners, to - ahead.length, ahead.length);
	}

	/** With the holes that belong to the outlines around them: these now go around them as well. */
	private void walkAgain() {
		int[] startX = new int[loops], startY = new int[loops], direction = new int[loops];
		for (int k = 0; k < loops; k++) {
			int i = first[k];
			startX[k] = cornerX[i];
			startY[k] = cornerY[i];
			int dx = cornerX[i + 1] - cornerX[i], dy = cornerY[i + 1] - cornerY[i];
			direction[k] = dx > 0 ? 0 : dy < 0 ? 1 : dx < 0 ? 2 : 3;
		}
		for (int k = 0; k < loops; k++) {
			int begin = first[k], end = walk(vertex(startX[k], startY[k]), direction[k], begin);
			rotate(cornerX, begin, end - 1, end);
			rotate(cornerY, begin, end - 1, end);
			first[k + 1] = end;
		}
	}

	/** Place in the mask of the pixel on the lower right of a vertex. */
	private int vertex(int x, int y) {
		return (y - boxY + TOP) * stride + x - boxX + LEFT;
	}

	/**
	 * Once around, from the vertex whose lower right pixel is at {@code from}; the corners are written from {@code n} on,
	 * that vertex last if it is one.
	 *
	 * @return the number behind the last corner
	 */
	private int walk(int from, int direction, int n) {
		int at = from, d = direction, x = from % stride - LEFT + boxX, y = from / stride - TOP + boxY, wide = stride;
		int[] step = { 1, -wide, -1, wide };
		byte[] m = mask;
		do {
			m[at] |= MARK[d];
			x += DX[d];
			y += DY[d];
			at += step[d];
			int around = (m[at - wide - 1] & INSIDE) << 3 | (m[at - wide] & INSIDE) << 2 | (m[at - 1] & INSIDE) << 1 | m[at] & INSIDE;
			int turned = NEXT[d << 4 | around];
			if (turned == 4) turned = overCorner(at, d);
			if (n == cornerX.length) {
				cornerX = Arrays.copyOf(cornerX, 2 * n);
				cornerY = Arrays.copyOf(cornerY, 2 * n);
			}
			cornerX[n] = x;
			cornerY[n] = y;
			// No branch: whether an edge goes on straight cannot be foreseen.
			n += turned == d ? 0 : 1;
			d = turned;
		}
		while (at != from || d != direction);
		return n;
	}

	/**
	 * True where a hole, whose last edge is over the pixel at {@code p}, ends at a corner that the region goes on over to the
	 * upper right: there ImageJ takes the hole into the outline around it.
	 */
	private boolean endsAtCorner(int p) {
		boolean corner = mask[p + 1 - stride] != 0 && mask[p + 1] == 0;
		boolean begunAtCorner = mask[p - 1 - stride] != 0 && mask[p - 1] == 0 && !parted(p);
		return corner && !begunAtCorner;
	}

	/** The direction after a vertex where the region goes on to the right, but only over the corner: there, or to the left. */
	private int overCorner(int p, int d) {
		boolean left = (d & 1) == 0 ? parted(p) : isJoined(p);
		return left ? d + 1 & 3 : d + 3 & 3;
	}

	/**
	 * Where a region goes on over a corner to the lower right and its edge came from a step one pixel to the left, ImageJ
	 * parts the outline there; the selection is the same, its length is not.
	 */
	private boolean parted(int p) {
		return mask[p - 2] != 0;
	}

	private boolean isJoined(int p) {
		for (int i = 0; i < joins; i++)
			if (joined[i] == p) return true;
		return false;
	}

	/** Number of loops: parts and holes. */
	int loops() {
		return loops;
	}

	/** The number of the first corner of loop {@code k}; that of the number of loops is the number of all corners. */
	int first(int k) {
		return first[k];
	}

	int cornerX(int i) {
		return cornerX[i];
	}

	int cornerY(int i) {
		return cornerY[i];
	}
}
