package triptych.review;

import java.util.Arrays;

import triptych.core.Mask;

/** Pixels as runs: row, first column and number of columns, one run after the other. */
final class Runs {

	/** Whether a pixel may be taken. */
	interface Free {

		boolean at(int x, int y);
	}

	private Runs() {}

	static int[] of(Mask mask) {
		return of(mask, Integer.MAX_VALUE, Integer.MAX_VALUE, (x, y) -> true);
	}

	/** Those pixels of a mask that lie on the plane and are free. */
	static int[] of(Mask mask, int planeWidth, int planeHeight, Free free) {
		int[] runs = new int[48];
		int n = 0;
		for (int j = 0; j < mask.height(); j++) {
			int y = mask.y() + j;
			boolean open = false;
			for (int i = 0; i < mask.width(); i++) {
				int x = mask.x() + i;
				boolean taken = mask.inside()[j * mask.width() + i] != 0 && x >= 0 && y >= 0
					&& x < planeWidth && y < planeHeight && free.at(x, y);
				if (taken && open) runs[n - 1]++;
				else if (taken) {
					if (n + 3 > runs.length) runs = Arrays.copyOf(runs, 2 * runs.length);
					runs[n++] = y;
					runs[n++] = x;
					runs[n++] = 1;
				}
				open = taken;
			}
		}
		return Arrays.copyOf(runs, n);
	}

	/** The pixels as a mask; one without any where there are none. */
	static Mask mask(int[] runs) {
		int left = Integer.MAX_VALUE, top = Integer.MAX_VALUE, right = 0, bottom = 0;
		for (int k = 0; k < runs.length; k += 3) {
			left = Math.min(left, runs[k + 1]);
			right = Math.max(right, runs[k + 1] + runs[k + 2]);
			top = Math.min(top, runs[k]);
			bottom = Math.max(bottom, runs[k] + 1);
		}
		if (runs.length == 0) return new Mask(0, 0, 0, 0, new byte[0]);
		int width = right - left;
		byte[] inside = new byte[width * (bottom - top)];
		for (int k = 0; k < runs.length; k += 3) {
			int from = (runs[k] - top) * width + runs[k + 1] - left;
			Arrays.fill(inside, from, from + runs[k + 2], (byte) 1);
		}
		return new Mask(left, top, width, bottom - top, inside);
	}

	/** The mean of the pixels' places. */
	static double[] middle(Mask mask) {
		double sx = 0, sy = 0;
		int n = 0;
		for (int j = 0; j < mask.height(); j++)
			for (int i = 0; i < mask.width(); i++)
				if (mask.inside()[j * mask.width() + i] != 0) {
					sx += i;
					sy += j;
					n++;
				}
		return new double[] { mask.x() + sx / n + 0.5, mask.y() + sy / n + 0.5 };
	}
}
