package triptych.metrics.objects;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import triptych.metrics.Cutoff;

/**
 * The predictions of one class at one threshold of the intersection over union, right or wrong,
 * with score and image, and how many objects each image holds.
 */
final class Scored {

	/** Columns of {@link #seen}; {@link #RIGHT} holds 1 or 0. */
	private static final int IMAGE = 0, RIGHT = 1;

	private final Ranked seen = new Ranked(2);
	private int[] objectsOf = new int[16];

	/** The predictions of several classes as those of one. */
	static Scored joined(Scored[] classes) {
		Scored all = new Scored();
		for (Scored one : classes) {
			for (int i = 0; i < one.seen.sorted().size(); i++)
				all.add(one.image(i), one.seen.score(i), one.isRight(i));
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
		seen.add(score, image, right ? 1 : 0);
	}

	private int image(int i) {
		return seen.number(IMAGE, i);
	}

	private boolean isRight(int i) {
		return seen.number(RIGHT, i) == 1;
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
		for (int i = 0; i < seen.sorted().size(); i++)
			if (seen.score(i) >= confidence) ofImage[image(i)][isRight(i) ? 0 : 1]++;
		int known = Math.min(ofImage.length, objectsOf.length);
		for (int i = 0; i < known; i++) ofImage[i][2] += objectsOf[i];
	}

	/** The scores of the right or of the wrong predictions. */
	DoubleStream scores(boolean right) {
		return IntStream.range(0, seen.sorted().size())
				.filter(i -> isRight(i) == right)
				.mapToDouble(seen::score);
	}

	PrecisionRecall curve(int[] times) {
		PrecisionRecall curve = new PrecisionRecall(objects(times), seen.sorted().size());
		for (int i = 0; i < seen.size(); i++)
			if (times[image(i)] > 0) curve.add(isRight(i), times[image(i)]);
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
		Ranked walk = seen.sorted();
		for (int k = 0; k < walk.size(); ) {
			foundBefore = found;
			wrongBefore = wrong;
			// Predictions of one score are accepted together.
			for (int first = k;
					k < walk.size() && walk.score(k) == walk.score(first);
					k++) {
				if (isRight(k)) found += times[image(k)];
				else wrong += times[image(k)];
			}
			if (wrong <= allowed) continue;
			double part = (allowed - wrongBefore) / (wrong - wrongBefore);
			return (foundBefore + part * (found - foundBefore)) / objects;
		}
		return found / objects;
	}

	/**
	 * The best F1 and the score from which on predictions are to be accepted for it, with few
	 * digits: it lies between the weakest accepted prediction and the next. NaN where there is
	 * nothing to find or nothing right.
	 */
	BestConfidence best(int[] times) {
		long objects = objects(times), found = 0, accepted = 0;
		double best = 0, confidence = Double.NaN;
		Ranked walk = seen.sorted();
		for (int k = 0; k < walk.size(); k++) {
			accepted += times[image(k)];
			if (isRight(k)) found += times[image(k)];
			double next = k + 1 < walk.size() ? walk.score(k + 1) : Double.NEGATIVE_INFINITY;
			double f1 = 2.0 * found / (accepted + objects);
			if (next == walk.score(k) || objects == 0 || f1 <= best) continue;
			best = f1;
			confidence = Cutoff.between(walk.score(k), next);
		}
		return new BestConfidence(confidence, best == 0 ? Double.NaN : best);
	}
}
