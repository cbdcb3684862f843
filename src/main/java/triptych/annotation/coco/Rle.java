package triptych.annotation.coco;

import java.util.Arrays;

import triptych.core.Mask;
import triptych.core.pixels.RunMask;

/**
 * COCO's run lengths (cocoapi, maskApi): pixels are counted down column after column, background
 * and object in turn, background first; compressed, each count is written as the difference to the
 * one two before it, in 5 bits a letter.
 */
final class Rle {

	private Rle() {}

	/** @throws IllegalArgumentException with the end of a sentence where the runs do not fit */
	static RunMask mask(long[] counts, int height, int width) {
		long pixels = (long) height * width, at = 0;
		int[] edges = new int[counts.length + 1];
		for (int i = 0; i < counts.length; i++) {
			if (counts[i] < 0)
				throw new IllegalArgumentException("has a mask (RLE) with a run of negative length");
			at += counts[i];
			if (at > pixels) break;
			edges[i] = (int) at;
		}
		if (at != pixels) {
			long sum = 0;
			for (long count : counts)
				sum += count;
			throw new IllegalArgumentException("has a mask (RLE) whose runs count " + sum
				+ " pixels, but its size is " + height + " x " + width + " = " + pixels);
		}
		// Runs of the object go from the end of an even run to the end of the odd one after it.
		int n = counts.length - counts.length % 2;
		return RunMask.ofColumns(Arrays.copyOf(edges, n), Math.max(1, height));
	}

	/** Run lengths that are written as they are. */
	static long[] counts(double[] written) {
		long[] counts = new long[written.length];
		for (int i = 0; i < counts.length; i++)
			counts[i] = (long) written[i];
		return counts;
	}

	/**
	 * @throws IllegalArgumentException with the end of a sentence where a letter is none of the code
	 */
	static long[] counts(String compressed) {
		long[] counts = new long[compressed.length()];
		int n = 0;
		for (int p = 0; p < compressed.length();) {
			long x = 0;
			int k = 0;
			boolean more = true;
			while (more) {
				if (p == compressed.length())
					throw new IllegalArgumentException("has a mask (RLE) that ends in the middle of a run");
				int c = compressed.charAt(p++) - 48;
				if (c < 0 || c > 63 || k > 12)
					throw new IllegalArgumentException("has a mask (RLE) with the letter \""
						+ compressed.charAt(p - 1) + "\", which is none of COCO's code");
				x |= (long) (c & 0x1f) << 5 * k;
				more = (c & 0x20) != 0;
				k++;
				if (!more && (c & 0x10) != 0) x |= -1L << 5 * k;
			}
			if (n > 2) x += counts[n - 2];
			counts[n++] = x;
		}
		return Arrays.copyOf(counts, n);
	}

	/** The compressed code of some pixels of an image of this size. */
	static String compressed(RunMask mask, int height, int width) {
		long[] counts = counts(mask, height, width);
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < counts.length; i++) {
			long x = i > 2 ? counts[i] - counts[i - 2] : counts[i];
			boolean more = true;
			while (more) {
				int c = (int) (x & 0x1f);
				x >>= 5;
				more = (c & 0x10) != 0 ? x != -1 : x != 0;
				text.append((char) ((more ? c | 0x20 : c) + 48));
			}
		}
		return text.toString();
	}

	/** Pixels outside of the image do not count. */
	private static long[] counts(RunMask mask, int height, int width) {
		Mask m = mask.mask();
		long[] counts = new long[16];
		int n = 0;
		long done = 0;
		int left = Math.max(0, m.x()), right = Math.min(width, m.x() + m.width());
		int top = Math.max(0, m.y()), bottom = Math.min(height, m.y() + m.height());
		for (int x = left; x < right; x++)
			for (int y = top; y < bottom; y++) {
				if (!m.holds(x, y)) continue;
				long start = (long) x * height + y;
				while (y < bottom && m.holds(x, y)) y++;
				long end = (long) x * height + y;
				if (n + 3 > counts.length) counts = Arrays.copyOf(counts, 2 * n + 3);
				// A run may go on at the top of the next column.
				if (n > 0 && start == done) counts[n - 1] += end - start;
				else {
					counts[n++] = start - done;
					counts[n++] = end - start;
				}
				done = end;
			}
		long rest = (long) width * height - done;
		if (rest > 0 || n == 0) counts[n++] = rest;
		return Arrays.copyOf(counts, n);
	}
}
