package triptych.metrics.objects;

import java.util.Arrays;
import java.util.List;

import triptych.core.Box;
import triptych.core.IdIndex;
import triptych.core.pixels.RunMask;
import triptych.metrics.PairCounts;

/**
 * How the true and the predicted objects of one image overlap: only pairs that share something are
 * listed, for each prediction in the order of the truth. The pairs of prediction f are k in
 * [{@link #first}(f), first(f + 1)).
 */
public final class Overlaps {

	private final double[] truthArea, foundArea;
	private final int[] first;
	private int[] truth = new int[32];
	private double[] shared = new double[32];
	private int size;

	private Overlaps(double[] truthArea, double[] foundArea) {
		this.truthArea = truthArea;
		this.foundArea = foundArea;
		this.first = new int[foundArea.length + 1];
	}

	public static Overlaps ofBoxes(List<Box> truth, List<Box> found) {
		Overlaps overlaps =
				new Overlaps(
						truth.stream().mapToDouble(Box::area).toArray(),
						found.stream().mapToDouble(Box::area).toArray());
		Box[] boxes = truth.toArray(Box[]::new);
		for (int f = 0; f < found.size(); f++) {
			Box a = found.get(f);
			for (int t = 0; t < boxes.length; t++) {
				double shared = a.intersection(boxes[t]).area();
				if (shared > 0) overlaps.add(t, shared);
			}
			overlaps.first[f + 1] = overlaps.size;
		}
		return overlaps;
	}

	public static Overlaps ofMasks(List<RunMask> truth, List<RunMask> found) {
		Overlaps overlaps =
				new Overlaps(
						truth.stream().mapToDouble(RunMask::area).toArray(),
						found.stream().mapToDouble(RunMask::area).toArray());
		RunMask[] masks = truth.toArray(RunMask[]::new);
		for (int f = 0; f < found.size(); f++) {
			for (int t = 0; t < masks.length; t++) {
				long shared = found.get(f).shared(masks[t]);
				if (shared > 0) overlaps.add(t, shared);
			}
			overlaps.first[f + 1] = overlaps.size;
		}
		return overlaps;
	}

	/**
	 * Of two label images of one size, in one pass.
	 *
	 * @param truth an id a pixel, 0 for background and 1..{@code truths} for the objects;
	 *     {@code found} likewise
	 */
	public static Overlaps ofLabels(int[] truth, int truths, int[] found, int founds) {
		return ofLabels(truth, IdIndex.upTo(truths), found, IdIndex.upTo(founds));
	}

	/**
	 * Of two label images of one size, in one pass.
	 *
	 * @param truth an id a pixel, 0 for background; {@code found} likewise
	 * @param truths which ids are the objects, in their order; {@code founds} likewise
	 */
	public static Overlaps ofLabels(int[] truth, IdIndex truths, int[] found, IdIndex founds) {
		PairCounts pairs = PairCounts.of(truth, found);
		int n = founds.count(), size = 0;
		double[] truthArea = new double[truths.count()], foundArea = new double[n];
		long[] keys = new long[pairs.size()];
		for (int k = 0; k < pairs.size(); k++) {
			int t = truths.place(pairs.a(k)), f = founds.place(pairs.b(k));
			if (t > 0) truthArea[t - 1] += pairs.count(k);
			if (f > 0) foundArea[f - 1] += pairs.count(k);
			if (t > 0 && f > 0) keys[size++] = (long) (f - 1) << 32 | k;
		}
		Overlaps overlaps = new Overlaps(truthArea, foundArea);
		Arrays.sort(keys, 0, size);
		for (int i = 0, f = 0; f < n; f++) {
			int from = i;
			while (i < size && keys[i] >> 32 == f) i++;
			long[] ofOne = new long[i - from];
			for (int j = from; j < i; j++)
				ofOne[j - from] = (long) truths.place(pairs.a((int) keys[j])) - 1 << 32 | (int) keys[j];
			Arrays.sort(ofOne);
			for (long pair : ofOne) overlaps.add((int) (pair >> 32), pairs.count((int) pair));
			overlaps.first[f + 1] = overlaps.size;
		}
		return overlaps;
	}

	private void add(int t, double area) {
		if (size == truth.length) {
			truth = Arrays.copyOf(truth, 2 * size);
			shared = Arrays.copyOf(shared, 2 * size);
		}
		truth[size] = t;
		shared[size++] = area;
	}

	public int truths() {
		return truthArea.length;
	}

	public int founds() {
		return foundArea.length;
	}

	public int first(int found) {
		return first[found];
	}

	/** The truth of the k-th pair. */
	public int truth(int k) {
		return truth[k];
	}

	/** What the k-th pair shares, in square pixels. */
	public double shared(int k) {
		return shared[k];
	}

	public double truthArea(int t) {
		return truthArea[t];
	}

	public double foundArea(int f) {
		return foundArea[f];
	}

	public double iou(int found, int k) {
		return shared[k] / (foundArea[found] + truthArea[truth[k]] - shared[k]);
	}

	/** What the k-th pair shares as a part of the prediction. */
	public double overFound(int found, int k) {
		return shared[k] / foundArea[found];
	}
}
