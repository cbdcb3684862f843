package triptych.decode.objects;

import java.util.Arrays;

/**
 * Objects of the pixels that flow together, as Cellpose makes them: a pixel in which more than 10
 * end, and no more in any pixel up to 2 away, is a sink; a sink also holds what up to 5 steps from
 * pixel to neighbour reach through pixels in which more than 2 end. Where two sinks meet, the one
 * with fewer ends wins.
 */
final class FlowSinks {

	private static final int ENDS_OF_SINK = 10, ENDS_OF_PART = 2, NEAR = 2, REACH = 5;

	private final int width, height;
	private final int[] ends;
	/** The sink of each pixel, from 1. */
	private final int[] sink;
	private int count;

	/** @param at the pixels in which all pixels of cells end */
	FlowSinks(int[] at, int width, int height) {
		this.width = width;
		this.height = height;
		ends = new int[width * height];
		sink = new int[width * height];
		for (int pixel : at)
			ends[pixel]++;
		for (long seed : seeds())
			grow((int) seed, ++count);
	}

	int count() {
		return count;
	}

	/** The sink of a pixel, from 1; 0 where it is none. */
	int of(int pixel) {
		return sink[pixel];
	}

	/** Pixels in the lower half, those with the most ends first. */
	private long[] seeds() {
		long[] seeds = new long[64];
		int n = 0;
		for (int i = 0; i < ends.length; i++) {
			if (ends[i] <= ENDS_OF_SINK || !isHighest(i)) continue;
			if (n == seeds.length) seeds = Arrays.copyOf(seeds, 2 * n);
			seeds[n++] = (long) (Integer.MAX_VALUE - ends[i]) << 32 | i;
		}
		seeds = Arrays.copyOf(seeds, n);
		Arrays.sort(seeds);
		return seeds;
	}

	private boolean isHighest(int i) {
		int x = i % width, y = i / width;
		for (int v = Math.max(0, y - NEAR); v <= Math.min(height - 1, y + NEAR); v++)
			for (int u = Math.max(0, x - NEAR); u <= Math.min(width - 1, x + NEAR); u++)
				if (ends[v * width + u] > ends[i]) return false;
		return true;
	}

	private void grow(int seed, int number) {
		int[] queue = new int[(2 * REACH + 1) * (2 * REACH + 1)];
		int from = 0, to = 1;
		queue[0] = seed;
		sink[seed] = number;
		for (int step = 0; step < REACH; step++)
			for (int last = to; from < last; from++) {
				int x = queue[from] % width, y = queue[from] / width;
				for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
					for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
						int i = v * width + u;
						if (sink[i] == number || ends[i] <= ENDS_OF_PART) continue;
						sink[i] = number;
						queue[to++] = i;
					}
			}
	}
}
