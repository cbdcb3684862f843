package triptych.pipeline.prepare;

import java.util.Arrays;

import triptych.core.Plane;
import triptych.model.InputSpec.Resize;

/**
 * Gives the rows of a plane resized to its {@link Fitting}, first along x, then along y. Source
 * rows are read once, in order; only the few that an output row needs are held. Antialiased, a
 * plane of bytes stays one after each of the two steps, as in PIL, which the models of torchvision
 * and its kin were trained with: what they answer depends on it.
 */
final class Resampler {

	private final Plane plane;
	private final Fitting fit;
	private final ResampleWeights across, down;
	private final float[] block, ring;
	private final int[] held;
	private final int from, to;
	private final boolean bytes;

	/** @param rounds whether a plane of bytes stays one, where the filter is one of PIL's */
	Resampler(Plane plane, Fitting fit, Resize resize, boolean rounds) {
		this.plane = plane;
		this.fit = fit;
		bytes = rounds && ResampleWeights.isPillow(resize) && plane.bytes();
		from = Math.max(0, fit.left());
		to = Math.min(fit.inputWidth(), fit.left() + fit.width());
		int cutX = Math.max(0, -fit.left());
		across = ResampleWeights.of(resize, plane.width(), to - from, fit.scaleX(),
			cutX / fit.scaleX());
		down = ResampleWeights.of(resize, plane.height(), fit.height(), fit.scaleY(), 0);
		held = new int[down.length()];
		Arrays.fill(held, -1);
		ring = new float[held.length * plane.channels() * (to - from)];
		// An image that keeps its size is read to where it is wanted.
		block = held.length == 1 && to - from == plane.width() && across.copies() ? ring
			: new float[plane.width() * plane.channels()];
	}

	/**
	 * Row {@code y} of the resized image into its place in an input row; beside it the fill, or the
	 * mirror image.
	 */
	void row(int y, int channel, float[] into, float fill, boolean mirror) {
		int n = to - from;
		int first = down.first()[y];
		if (down.length() == 1) System.arraycopy(ring, source(first) + channel * n, into, from, n);
		else if (down.length() == 2) {
			float w1 = down.weights()[2 * y], w2 = down.weights()[2 * y + 1];
			int a = source(first) + channel * n, b = source(first + 1) + channel * n;
			for (int x = 0; x < n; x++)
				into[from + x] = w1 * ring[a + x] + w2 * ring[b + x];
		}
		else {
			Arrays.fill(into, from, to, 0);
			for (int k = 0; k < down.length(); k++) {
				float w = down.weights()[y * down.length() + k];
				if (w == 0) continue;
				int at = source(first + k) + channel * n;
				for (int x = 0; x < n; x++)
					into[from + x] += w * ring[at + x];
			}
		}
		if (bytes && down.length() > 1) round(into, from, to);
		for (int x = 0; x < from; x++)
			into[x] = mirror ? into[from + mirrored(x - from, n)] : fill;
		for (int x = to; x < into.length; x++)
			into[x] = mirror ? into[from + mirrored(x - from, n)] : fill;
	}

	/**
	 * Where in the ring the resized source row lies; it is read and resized when it is not there yet.
	 */
	private int source(int row) {
		int slot = row % held.length, n = to - from, at = slot * plane.channels() * n;
		if (held[slot] != row) {
			plane.read(0, row, plane.width(), 1, block);
			if (block != ring) for (int c = 0; c < plane.channels(); c++)
				across.apply(block, c * plane.width(), ring, at + c * n);
			if (bytes) round(ring, at, at + plane.channels() * n);
			held[slot] = row;
		}
		return at;
	}

	/** The index inside [0, n) that a mirror at both ends shows at i, without repeating the edge. */
	static int mirrored(int i, int n) {
		if (n == 1) return 0;
		int period = 2 * (n - 1);
		int m = Math.floorMod(i, period);
		return m < n ? m : period - m;
	}

	private static void round(float[] values, int from, int to) {
		for (int i = from; i < to; i++)
			values[i] = Math.max(0, Math.min(255, (float) Math.floor(values[i] + 0.5f)));
	}
}
