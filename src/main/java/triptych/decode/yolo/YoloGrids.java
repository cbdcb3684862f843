package triptych.decode.yolo;

import java.util.Arrays;

import triptych.core.TriptychException;
import triptych.model.GraphInfo.Slot;
import triptych.model.ModelSpec;

/**
 * Where each candidate of YOLOX lies (Ge et al. 2021): grids of cells of 8, 16 and 32 pixels one
 * after the other, row by row, 64 too in models of large images. A centre is in cells from its own
 * cell's corner, a length the logarithm of cells.
 */
record YoloGrids(int[] column, int[] row, int[] stride) {

	private static final int[] STRIDES = { 8, 16, 32, 64 };

	/** @throws TriptychException where the input's grids do not have as many cells */
	static YoloGrids of(ModelSpec model, int candidates) {
		int width = model.input().width(), height = model.input().height();
		int[] column = new int[candidates], row = new int[candidates], stride = new int[candidates];
		int at = 0;
		for (int s : STRIDES) {
			int columns = width / s, rows = height / s;
			if (at + columns * rows > candidates) break;
			for (int y = 0; y < rows; y++)
				for (int x = 0; x < columns; x++, at++) {
					column[at] = x;
					row[at] = y;
					stride[at] = s;
				}
		}
		if (at != candidates || candidates == 0) throw new TriptychException("The model " + model.name()
			+ " gives " + candidates + " candidates, but grids of " + Arrays.toString(STRIDES)
			+ " pixels on its input of " + width + " x " + height + " have other numbers of cells; its"
			+ " layout is not grid.");
		return new YoloGrids(column, row, stride);
	}

	/** Why an output of so many candidates is none of these grids; blank where it may be. */
	static String misfit(ModelSpec model, Slot output) {
		long candidates = output.shape()[1];
		int width = model.input().width(), height = model.input().height();
		if (candidates < 1 || width < 1 || height < 1) return "";
		long cells = 0;
		for (int s : STRIDES) {
			if (cells == candidates) return "";
			cells += (width / s) * (long) (height / s);
		}
		return cells == candidates ? "" : "output 0 has " + candidates
			+ " candidates, but grids of " + Arrays.toString(STRIDES) + " pixels on an input of " + width
			+ " x " + height + " have other numbers of cells";
	}

	float x(int candidate, float cells) {
		return (cells + column[candidate]) * stride[candidate];
	}

	float y(int candidate, float cells) {
		return (cells + row[candidate]) * stride[candidate];
	}

	float length(int candidate, float logarithm) {
		return (float) Math.exp(logarithm) * stride[candidate];
	}
}
