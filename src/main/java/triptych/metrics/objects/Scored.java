package triptych.metrics.objects;

import java.util.Arrays;
import java.util.stream.IntStream;

import triptych.metrics.Cutoff;

/**
 * The predictions of one class at one threshold of the intersection over union, right or wrong,
 * with score and image, and how many objects each image holds.
 */
final class Scored {

	private double[] scores = new double[16];
	private int[] images = new int[16];
	private boolean[] right = new boolean[16];
	private int size;
	private int[] objectsOf = new int[16];
	private int[] order;

	void addObject(int image) {
		if (image >= objectsOf.length) objectsOf = Arrays.copyOf(objectsOf, 2 * image + 1);
		objectsOf[image]++;
	}

	void add(int image, double score, boolean isRight) {
		if (size == scores.length) {
			scores = Arrays.copyOf(scores, 2 * size);
			images = Arrays.copyOf(images, 2 * size);
			right = Arrays.copyOf(right, 2 * size);
		}
		scores[size] = score;
		images[size] = image;
		right[size++] = isRight;
		order = null;
	}

	private synchronized int[] order() {
		if (order == null)
			order =
					IntStream.range(0, size)
							.boxed()
							.sorted((a, b) -> Double.compare(scores[b], scores[a]))
							.mapToInt(Integer::intValue)
							.toArray();
		return order;
	}

	long objects(int[] times) {
		long n = 0;
		for (int i = 0; i < Math.min(times.length, objectsOf.length); i++)
			n += (long) times[i] * objectsOf[i];
		return n;
	}

	/**
	 * Right and wrong predictions from a score on, added to the first two of {@code sums}; objects
	 * to the third.
	 */
	void count(int[] times, double confidence, long[] sums) {
		for (int i = 0; i < size; i++)
			if (scores[i] >= confidence) sums[right[i] ? 0 : 1] += times[images[i]];
		sums[2] += objects(times);
	}

	PrecisionRecall curve(int[] times) {
		PrecisionRecall curve = new PrecisionRecall(objects(times), size);
		for (int i : order()) if (times[images[i]] > 0) curve.add(right[i], times[images[i]]);
		return curve;
	}

	/**
	 * The part of the objects that is found at so many wrong predictions an image on the mean: the
	 * FROC curve, linear between its points and level after the last.
	 */
	double sensitivity(int[] times, double wrongAnImage) {
		double objects = objects(times), all = Arrays.stream(times).asLongStream().sum();
		if (objects == 0 || all == 0) return Double.NaN;
		long found = 0, wrong = 0, foundBefore = 0, wrongBefore = 0;
		int[] walk = order();
		for (int k = 0; k < walk.length; ) {
			foundBefore = found;
			wrongBefore = wrong;
			// Predictions of one score are accepted together.
			for (double score = scores[walk[k]]; k < walk.length && scores[walk[k]] == score; k++) {
				if (right[walk[k]]) found += times[images[walk[k]]];
				else wrong += times[images[walk[k]]];
			}
			if (wrong <= wrongAnImage * all) continue;
			double part = (wrongAnImage * all - wrongBefore) / (wrong - wrongBefore);
			return (foundBefore + part * (found - foundBefore)) / objects;
		}
		return found / objects;
	}

	/**
	 * The score from which on predictions are to be accepted for the best F1, with few digits: it
	 * lies between the weakest accepted prediction and the next. NaN where there is nothing to find
	 * or nothing right.
	 */
	double bestConfidence(int[] times) {
		long objects = objects(times), found = 0, accepted = 0;
		double best = 0, confidence = Double.NaN;
		int[] walk = order();
		for (int k = 0; k < walk.length; ) {
			double score = scores[walk[k]];
			for (; k < walk.length && scores[walk[k]] == score; k++) {
				accepted += times[images[walk[k]]];
				if (right[walk[k]]) found += times[images[walk[k]]];
			}
			double f1 = 2.0 * found / (accepted + objects);
			if (objects == 0 || f1 <= best) continue;
			best = f1;
			confidence =
					Cutoff.between(
							score, k < walk.length ? scores[walk[k]] : Double.NEGATIVE_INFINITY);
		}
		return confidence;
	}
}
