package triptych.metrics.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

import triptych.metrics.Cutoff;

/**
 * The predictions of one class at one threshold of the intersection over union, right or wrong,
 * with score and image, and how many objects each image holds.
 */
final class Scored {

	private record Seen(int image, double score, boolean right) {}

	private final List<Seen> seen = new ArrayList<>();
	private int[] objectsOf = new int[16];
	private boolean sorted;

	/** The predictions of several classes as those of one. */
	static Scored joined(Scored[] classes) {
		Scored all = new Scored();
		for (Scored one : classes) {
			all.seen.addAll(one.seen);
			for (int i = 0; i < one.objectsOf.length; i++)
				for (int k = 0; k < one.objectsOf[i]; k++) all.addObject(i);
		}
		return all;
	}

	void addObject(int image) {
		if (image >= objectsOf.length) objectsOf = Arrays.copyOf(objectsOf, 2 * image + 1);
		objectsOf[image]++;
	}

	void add(int image, double score, boolean right) {
		seen.add(new Seen(image, score, right));
		sorted = false;
	}

	/** The strongest first, equal ones in their order. */
	private synchronized List<Seen> strongestFirst() {
		if (!sorted) seen.sort(Comparator.comparingDouble(s -> -s.score));
		sorted = true;
		return seen;
	}

	long objects(int[] times) {
		long n = 0;
		for (int i = 0; i < Math.min(times.length, objectsOf.length); i++)
			n += (long) times[i] * objectsOf[i];
		return n;
	}

	/**
	 * Right and wrong predictions from a score on and objects, added to the three numbers of each
	 * image.
	 */
	void count(double confidence, double[][] ofImage) {
		for (Seen s : seen) if (s.score >= confidence) ofImage[s.image][s.right ? 0 : 1]++;
		int known = Math.min(ofImage.length, objectsOf.length);
		for (int i = 0; i < known; i++) ofImage[i][2] += objectsOf[i];
	}

	/** The scores of the right or of the wrong predictions. */
	DoubleStream scores(boolean right) {
		return seen.stream().filter(s -> s.right == right).mapToDouble(Seen::score);
	}

	PrecisionRecall curve(int[] times) {
		PrecisionRecall curve = new PrecisionRecall(objects(times), seen.size());
		for (Seen s : strongestFirst()) if (times[s.image] > 0) curve.add(s.right, times[s.image]);
		return curve;
	}

	/**
	 * The part of the objects that is found at so many wrong predictions an image on the mean: the
	 * FROC curve, linear between its points and level after the last.
	 */
	double sensitivity(int[] times, double wrongAnImage) {
		double objects = objects(times), allowed = 0;
		for (int n : times) allowed += n * wrongAnImage;
		if (objects == 0) return Double.NaN;
		long found = 0, wrong = 0, foundBefore = 0, wrongBefore = 0;
		List<Seen> walk = strongestFirst();
		for (int k = 0; k < walk.size(); ) {
			foundBefore = found;
			wrongBefore = wrong;
			// Predictions of one score are accepted together.
			for (int first = k;
					k < walk.size() && walk.get(k).score == walk.get(first).score;
					k++) {
				Seen s = walk.get(k);
				if (s.right) found += times[s.image];
				else wrong += times[s.image];
			}
			if (wrong <= allowed) continue;
			double part = (allowed - wrongBefore) / (wrong - wrongBefore);
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
		List<Seen> walk = strongestFirst();
		for (int k = 0; k < walk.size(); k++) {
			Seen s = walk.get(k);
			accepted += times[s.image];
			if (s.right) found += times[s.image];
			double next = k + 1 < walk.size() ? walk.get(k + 1).score : Double.NEGATIVE_INFINITY;
			double f1 = 2.0 * found / (accepted + objects);
			if (next == s.score || objects == 0 || f1 <= best) continue;
			best = f1;
			confidence = Cutoff.between(s.score, next);
		}
		return confidence;
	}
}
