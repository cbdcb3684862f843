package triptych.core.pixels;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import triptych.core.Mask;

/**
 * The pixels of one object as runs along the rows of its box: run r of row j covers the image's
 * pixels [{@code edges[2r]}, {@code edges[2r+1]}) of row y + j, for r in [{@code rows[j]},
 * {@code rows[j+1]}). Runs of a row are in order and do not touch. A few numbers a row, and areas
 * and overlaps cost as much as there are runs.
 */
public record RunMask(int x, int y, int width, int height, int[] rows, int[] edges) {

	private static final RunMask EMPTY = new RunMask(0, 0, 0, 0, new int[1], new int[0]);

	/** The pixels of a mask. */
	public static RunMask of(Mask mask) {
		return ofInside(mask.x(), mask.y(), mask.width(), mask.height(), mask.inside());
	}

	/**
	 * Pixels counted down column after column, as COCO files hold them: pixel p is (p / height, p %
	 * height).
	 *
	 * @param edges where the pixels start and end in turn, ascending: [edges[0], edges[1]) is the
	 *        first run
	 */
	public static RunMask ofColumns(int[] edges, int imageHeight) {
		int left = Integer.MAX_VALUE, right = 0, top = imageHeight, bottom = 0;
		for (int e = 0; e < edges.length; e += 2) {
			if (edges[e] >= edges[e + 1]) continue;
			int first = edges[e], last = edges[e + 1] - 1;
			left = Math.min(left, first / imageHeight);
			right = Math.max(right, last / imageHeight + 1);
			boolean oneColumn = first / imageHeight == last / imageHeight;
			top = oneColumn ? Math.min(top, first % imageHeight) : 0;
			bottom = oneColumn ? Math.max(bottom, last % imageHeight + 1) : imageHeight;
		}
		if (right == 0) return EMPTY;
		int w = right - left, h = bottom - top;
		byte[] inside = new byte[Math.multiplyExact(w, h)];
		for (int e = 0; e < edges.length; e += 2) {
			int column = edges[e] / imageHeight, row = edges[e] % imageHeight;
			for (int p = edges[e]; p < edges[e + 1]; p++) {
				inside[(row - top) * w + column - left] = 1;
				if (++row < imageHeight) continue;
				row = 0;
				column++;
			}
		}
		return ofInside(left, top, w, h, inside);
	}

	/** The pixels that belong to one mask or more. */
	public static RunMask union(List<RunMask> masks) {
		if (masks.size() == 1) return masks.get(0);
		int left = masks.stream().filter(m -> m.width > 0).mapToInt(m -> m.x).min().orElse(0);
		int top = masks.stream().filter(m -> m.width > 0).mapToInt(m -> m.y).min().orElse(0);
		int w = masks.stream().mapToInt(m -> m.x + m.width).max().orElse(0) - left;
		int h = masks.stream().mapToInt(m -> m.y + m.height).max().orElse(0) - top;
		if (w <= 0 || h <= 0) return EMPTY;
		byte[] inside = new byte[Math.multiplyExact(w, h)];
		for (RunMask mask : masks)
			for (int j = 0; j < mask.height; j++)
				for (int r = mask.rows[j]; r < mask.rows[j + 1]; r++) {
					int row = (mask.y + j - top) * w - left;
					Arrays.fill(inside, row + mask.edges[2 * r], row + mask.edges[2 * r + 1], (byte) 1);
				}
		return ofInside(left, top, w, h, inside);
	}

	private static RunMask ofInside(int x, int y, int width, int height, byte[] inside) {
		int[] rows = new int[height + 1], edges = new int[4 * height];
		int n = 0;
		for (int j = 0; j < height; j++) {
			for (int i = 0, at = j * width; i < width; i++) {
				if (inside[at + i] == 0) continue;
				int from = i;
				while (i < width && inside[at + i] != 0) i++;
				if (n == edges.length) edges = Arrays.copyOf(edges, 2 * n);
				edges[n++] = x + from;
				edges[n++] = x + i;
			}
			rows[j + 1] = n / 2;
		}
		return new RunMask(x, y, width, height, rows, Arrays.copyOf(edges, n));
	}

	/** Pixels that belong to the object. */
	public long area() {
		long sum = 0;
		for (int e = 0; e < edges.length; e += 2)
			sum += edges[e + 1] - edges[e];
		return sum;
	}

	/** Pixels that belong to both. */
	public long shared(RunMask other) {
		if (x >= other.x + other.width || other.x >= x + width) return 0;
		long sum = 0;
		int end = Math.min(y + height, other.y + other.height);
		for (int line = Math.max(y, other.y); line < end; line++) {
			int a = 2 * rows[line - y], aEnd = 2 * rows[line - y + 1];
			int b = 2 * other.rows[line - other.y], bEnd = 2 * other.rows[line - other.y + 1];
			while (a < aEnd && b < bEnd) {
				int stopA = edges[a + 1], stopB = other.edges[b + 1];
				int shared = Math.min(stopA, stopB) - Math.max(edges[a], other.edges[b]);
				if (shared > 0) sum += shared;
				if (stopA <= stopB) a += 2;
				if (stopB <= stopA) b += 2;
			}
		}
		return sum;
	}

	/** The pixels as a mask of bytes. */
	public Mask mask() {
		byte[] inside = new byte[Math.multiplyExact(width, height)];
		IntStream.range(0, height).forEach(j -> {
			for (int r = rows[j]; r < rows[j + 1]; r++)
				Arrays.fill(inside, j * width + edges[2 * r] - x, j * width + edges[2 * r + 1] - x,
					(byte) 1);
		});
		return new Mask(x, y, width, height, inside);
	}
}
