package triptych.metrics.objects;

import java.util.Arrays;
import java.util.function.IntPredicate;

import triptych.metrics.objects.Truth.Kind;

/**
 * The kind of each error in one image, as TIDE names it. Of several predictions that would find the
 * same free object if mended, the strongest would; the others would vanish.
 */
final class ErrorSearch {

	private final ObjectImage image;
	private final double iou, background;
	private final boolean[] used, usable, aside;
	private final int[] truthOf, mendedTruth;
	private final ErrorKind[] kinds;

	/** @param asked which predictions there are; the others are as if they were not there */
	ErrorSearch(ObjectImage image, double iou, double background, IntPredicate asked) {
		this.image = image;
		this.iou = iou;
		this.background = background;
		int founds = image.found().size();
		used = new boolean[image.truth().size()];
		usable = new boolean[image.truth().size()];
		aside = new boolean[founds];
		truthOf = new int[founds];
		mendedTruth = new int[founds];
		kinds = new ErrorKind[founds];
		Arrays.fill(mendedTruth, -1);
		int[] order = Arrays.stream(image.byScore()).filter(asked).toArray();
		for (int f : order) match(f);
		for (int f : order) if (truthOf[f] < 0 && !aside[f]) kinds[f] = errorOf(f);
	}

	/** The free object of the same class overlapped most, if enough. */
	private void match(int f) {
		truthOf[f] = most(f, t -> sameClass(f, t) && !used[t]);
		if (truthOf[f] >= 0 && overlap(f, truthOf[f]) >= iou) used[truthOf[f]] = true;
		else truthOf[f] = -1;
		if (truthOf[f] >= 0) return;
		Overlaps overlaps = image.overlaps();
		for (int k = overlaps.first(f); k < overlaps.first(f + 1); k++) {
			int t = overlaps.truth(k);
			boolean counts = image.truth().get(t).kind() == Kind.OBJECT;
			aside[f] |= !counts && sameClass(f, t) && image.iou(f, k) > iou;
		}
	}

	private ErrorKind errorOf(int f) {
		int same = most(f, t -> sameClass(f, t)), other = most(f, t -> !sameClass(f, t));
		int taken = most(f, t -> sameClass(f, t) && used[t]);
		double ofSame = overlap(f, same), ofOther = overlap(f, other);
		if (ofSame >= background && ofSame <= iou) return mendable(f, same, ErrorKind.LOCATION);
		if (ofOther >= iou) return mendable(f, other, ErrorKind.CLASS);
		if (overlap(f, taken) >= iou) return ErrorKind.DUPLICATE;
		return Math.max(ofSame, ofOther) <= background ? ErrorKind.BACKGROUND : ErrorKind.BOTH;
	}

	private ErrorKind mendable(int f, int truth, ErrorKind kind) {
		// Predictions come strongest first, so the first that could find the object is the one that
		// would.
		if (!used[truth] && !usable[truth]) mendedTruth[f] = truth;
		usable[truth] |= !used[truth];
		return kind;
	}

	private boolean sameClass(int f, int truth) {
		return image.truth().get(truth).classId() == image.found().get(f).classId();
	}

	/** The object overlapped most, of those asked; -1 where none is touched. */
	private int most(int f, IntPredicate asked) {
		Overlaps overlaps = image.overlaps();
		int best = -1;
		double most = 0;
		for (int k = overlaps.first(f); k < overlaps.first(f + 1); k++) {
			int t = overlaps.truth(k);
			if (image.truth().get(t).kind() != Kind.OBJECT || !asked.test(t)) continue;
			if (overlaps.iou(f, k) <= most) continue;
			most = overlaps.iou(f, k);
			best = t;
		}
		return best;
	}

	private double overlap(int f, int truth) {
		Overlaps overlaps = image.overlaps();
		for (int k = overlaps.first(f); k < overlaps.first(f + 1); k++)
			if (overlaps.truth(k) == truth) return overlaps.iou(f, k);
		return 0;
	}

	boolean aside(int f) {
		return aside[f];
	}

	/** Null where the prediction is right. */
	ErrorKind kind(int f) {
		return kinds[f];
	}

	/**
	 * The class in which a wrong prediction would be right if errors of its kind were mended, or
	 * -1.
	 */
	int mendedClass(int f) {
		return mendedTruth[f] < 0 ? -1 : image.truth().get(mendedTruth[f]).classId();
	}

	int[] objects(int classes) {
		return count(classes, new boolean[used.length]);
	}

	/** Objects that are not found and that no mended prediction would find. */
	int[] missed(int classes) {
		boolean[] near = new boolean[used.length];
		for (int t = 0; t < near.length; t++) near[t] = used[t] || usable[t];
		return count(classes, near);
	}

	private int[] count(int classes, boolean[] not) {
		int[] count = new int[classes];
		for (int t = 0; t < not.length; t++)
			if (!not[t] && image.truth().get(t).kind() == Kind.OBJECT)
				count[image.truth().get(t).classId()]++;
		return count;
	}
}
