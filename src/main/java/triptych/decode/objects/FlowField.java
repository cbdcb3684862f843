package triptych.decode.objects;

import java.util.Arrays;
import java.util.stream.IntStream;

import triptych.decode.OutputCheck;
import triptych.decode.ScoreMaps;
import triptych.model.ModelSpec;

/**
 * Flows of Cellpose (Stringer et al. 2021) at the pixels of cells, and where they lead: each pixel
 * follows them in steps (Euler's method), sampled bilinearly between pixel centres, and never
 * leaves the image. Outside of cells nothing flows.
 */
final class FlowField {

	/** Pixels that advance together, so that the processor has always something to do. */
	private static final int BLOCK = 256;

	final int width, height;
	/** The logit of being a cell for each pixel. */
	final float[] logits;
	/** Numbers of the pixels of cells, in order. */
	final int[] cells;
	/** Downwards and to the right for each pixel, with a row and a column of nothing behind. */
	private final float[] flow;
	private final int stride;

	/**
	 * @param numbers of the maps of flows downwards, to the right, and of cells
	 * @param limit the logit above which a pixel is of a cell
	 * @param factor what flows are divided by
	 */
	FlowField(ScoreMaps maps, int[] numbers, float limit, float factor, int height,
		ModelSpec model)
	{
		width = maps.imageWidth();
		this.height = height;
		stride = 2 * (width + 1);
		logits = new float[width * height];
		flow = new float[stride * (height + 1)];
		int[] found = new int[width * height];
		float[] down = new float[width], right = new float[width], cell = new float[width];
		int n = 0;
		for (int y = 0; y < height; y++) {
			maps.row(numbers[0], y, down);
			maps.row(numbers[1], y, right);
			maps.row(numbers[2], y, cell);
			OutputCheck.numbers(down, model);
			OutputCheck.numbers(right, model);
			OutputCheck.numbers(cell, model);
			System.arraycopy(cell, 0, logits, y * width, width);
			for (int x = 0; x < width; x++) {
				if (!(cell[x] > limit)) continue;
				flow[y * stride + 2 * x] = down[x] / factor;
				flow[y * stride + 2 * x + 1] = right[x] / factor;
				found[n++] = y * width + x;
			}
		}
		cells = Arrays.copyOf(found, n);
	}

	float down(int pixel) {
		return flow[pixel / width * stride + 2 * (pixel % width)];
	}

	float right(int pixel) {
		return flow[pixel / width * stride + 2 * (pixel % width) + 1];
	}

	/** For each of the cells' pixels the pixel in which it ends. */
	int[] ends(int steps) {
		int[] ends = new int[cells.length];
		int blocks = (cells.length + BLOCK - 1) / BLOCK;
		IntStream.range(0, blocks).parallel().forEach(b -> {
			int from = b * BLOCK, n = Math.min(BLOCK, cells.length - from);
			float[] y = new float[n], x = new float[n];
			for (int k = 0; k < n; k++) {
				y[k] = cells[from + k] / width;
				x[k] = cells[from + k] % width;
			}
			for (int step = 0; step < steps; step++)
				advance(y, x, n);
			for (int k = 0; k < n; k++)
				ends[from + k] = (int) y[k] * width + (int) x[k];
		});
		return ends;
	}

	private void advance(float[] y, float[] x, int n) {
		float bottom = height - 1, end = width - 1;
		for (int k = 0; k < n; k++) {
			float v = y[k], u = x[k];
			int row = (int) v, column = (int) u;
			float wy = v - row, wx = u - column;
			int at = row * stride + 2 * column, below = at + stride;
			float upper = flow[at] + (flow[at + 2] - flow[at]) * wx;
			float lower = flow[below] + (flow[below + 2] - flow[below]) * wx;
			float left = flow[at + 1] + (flow[at + 3] - flow[at + 1]) * wx;
			float under = flow[below + 1] + (flow[below + 3] - flow[below + 1]) * wx;
			y[k] = Math.max(0, Math.min(bottom, v + upper + (lower - upper) * wy));
			x[k] = Math.max(0, Math.min(end, u + left + (under - left) * wy));
		}
	}
}
