package triptych.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.plugin.filter.EDM;
import ij.plugin.filter.MaximumFinder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import triptych.core.Mask;

/** An object taken apart; every pixel of it belongs to one of the parts. */
final class Parts {

	/** Crumbs of fewer pixels, which a line leaves at an edge, belong to their neighbour. */
	private static final int FEWEST = 5;
	/** How much nearer to the edge the way between two parts leads, in pixels; ImageJ takes 0.5. */
	private static final double[] DEPTHS = { 0.5, 0.2, 0.05 };

	/** A pixel on a way. */
	interface Step {

		void at(int x, int y);
	}

	private Parts() {}

	/** @return one part where the line does not cut through */
	static List<Mask> along(Mask clump, double[] xs, double[] ys) {
		byte[] left = clump.inside().clone();
		walk(xs, ys, (x, y) -> {
			if (clump.holds(x, y)) left[(y - clump.y()) * clump.width() + x - clump.x()] = 0;
		});
		return of(clump, left);
	}

	/**
	 * ImageJ's watershed of the Euclidean distance map, as in Process > Binary > Watershed. Where its
	 * usual depth finds one part only, shallower ones are tried: somebody has said that there are
	 * several.
	 */
	static List<Mask> byWatershed(Mask clump) {
		// What touches the edge would not be eroded from there.
		int w = clump.width() + 2, h = clump.height() + 2;
		ByteProcessor pixels = new ByteProcessor(w, h);
		for (int j = 0; j < clump.height(); j++)
			for (int i = 0; i < clump.width(); i++)
				if (clump.inside()[j * clump.width() + i] != 0) pixels.set(i + 1, j + 1, 255);
		FloatProcessor distances = new EDM().makeFloatEDM(pixels, 0, false);
		List<Mask> parts = List.of(clump);
		for (int d = 0; d < DEPTHS.length && parts.size() < 2; d++)
			parts = of(clump, divided(clump, distances, DEPTHS[d]));
		return parts;
	}

	private static byte[] divided(Mask clump, FloatProcessor distances, double depth) {
		ByteProcessor lines = new MaximumFinder().findMaxima(distances, depth,
			ImageProcessor.NO_THRESHOLD, MaximumFinder.SEGMENTED, false, true);
		byte[] left = clump.inside().clone();
		for (int j = 0; j < clump.height(); j++)
			for (int i = 0; i < clump.width(); i++)
				if (lines.get(i + 1, j + 1) == 0) left[j * clump.width() + i] = 0;
		return left;
	}

	/** The connected pieces of what is left, with the pixels between given to the nearest. */
	private static List<Mask> of(Mask clump, byte[] left) {
		int w = clump.width(), h = clump.height();
		int[] part = new int[w * h];
		int parts = 0;
		ArrayDeque<Integer> front = new ArrayDeque<>();
		for (int start = 0; start < part.length; start++) {
			if (left[start] == 0 || part[start] != 0) continue;
			List<Integer> piece = piece(start, left, part, parts + 1, w, h);
			if (piece.size() >= FEWEST) {
				parts++;
				front.addAll(piece);
			}
			// Seen, and nobody's yet.
			else piece.forEach(i -> part[i] = -1);
		}
		for (int i = 0; i < part.length; i++)
			if (part[i] < 0) part[i] = 0;
		while (!front.isEmpty()) {
			int i = front.remove();
			for (int next : around(i, w, h))
				if (clump.inside()[next] != 0 && part[next] == 0) {
					part[next] = part[i];
					front.add(next);
				}
		}
		return masks(clump, part, parts);
	}

	private static List<Integer> piece(int start, byte[] left, int[] part, int number, int w, int h) {
		List<Integer> piece = new ArrayList<>(List.of(start));
		part[start] = number;
		for (int k = 0; k < piece.size(); k++)
			for (int next : around(piece.get(k), w, h))
				if (left[next] != 0 && part[next] == 0) {
					part[next] = number;
					piece.add(next);
				}
		return piece;
	}

	/** The neighbours above, below, left and right. */
	private static int[] around(int i, int w, int h) {
		int[] all = new int[4];
		int n = 0, x = i % w, y = i / w;
		if (x > 0) all[n++] = i - 1;
		if (x < w - 1) all[n++] = i + 1;
		if (y > 0) all[n++] = i - w;
		if (y < h - 1) all[n++] = i + w;
		return Arrays.copyOf(all, n);
	}

	/** What belongs to no part, such as a piece that hangs on by a corner, goes to the first. */
	private static List<Mask> masks(Mask clump, int[] part, int parts) {
		List<Mask> masks = new ArrayList<>();
		for (int p = 1; p <= Math.max(1, parts); p++) {
			byte[] inside = new byte[part.length];
			for (int i = 0; i < part.length; i++)
				if (part[i] == p || p == 1 && part[i] == 0 && clump.inside()[i] != 0) inside[i] = 1;
			masks.add(new Mask(clump.x(), clump.y(), clump.width(), clump.height(), inside));
		}
		return masks;
	}

	/** Every pixel on the way along some corners; each shares an edge with the one before. */
	static void walk(double[] xs, double[] ys, Step step) {
		int x = (int) Math.floor(xs[0]), y = (int) Math.floor(ys[0]);
		step.at(x, y);
		for (int k = 1; k < xs.length; k++) {
			double length = Math.hypot(xs[k] - xs[k - 1], ys[k] - ys[k - 1]);
			int steps = (int) Math.ceil(4 * length) + 1;
			for (int s = 1; s <= steps; s++) {
				int nx = (int) Math.floor(xs[k - 1] + (xs[k] - xs[k - 1]) * s / steps);
				int ny = (int) Math.floor(ys[k - 1] + (ys[k] - ys[k - 1]) * s / steps);
				if (nx != x && ny != y) step.at(nx, y);
				if (nx != x || ny != y) step.at(nx, ny);
				x = nx;
				y = ny;
			}
		}
	}
}
