package triptych.metrics.objects;

import java.util.Arrays;
import java.util.function.IntPredicate;

import triptych.metrics.objects.Truth.Kind;

/**
 * Who found what in one image at one threshold of the intersection over union. Objects and
 * predictions are matched within a class, one to one, the strongest prediction first.
 *
 * @param truthOf for each prediction the object it found, or {@link #WRONG} or {@link #ASIDE}
 */
public record Matching(int[] truthOf) {

	/** A prediction that found nothing. */
	public static final int WRONG = -1;

	/** A prediction on a crowd or a difficult object: neither right nor wrong. */
	public static final int ASIDE = -2;

	/**
	 * Each prediction takes the free object that it overlaps most, as in COCO: at a threshold of
	 * 0.5 or above on label images the only matching there is.
	 */
	public static Matching free(ObjectImage image, double iou) {
		return of(image, iou, true);
	}

	/**
	 * Each prediction asks for the object that it overlaps most, and is wrong where that one is
	 * taken, as in Pascal VOC.
	 */
	public static Matching voc(ObjectImage image, double iou) {
		return of(image, iou, false);
	}

	private static Matching of(ObjectImage image, double iou, boolean free) {
		int[] truthOf = new int[image.found().size()];
		boolean[] taken = new boolean[image.truth().size()];
		Arrays.fill(truthOf, WRONG);
		for (int f : image.byScore()) {
			int object = best(image, f, iou, t -> isObject(image, t) && !(free && taken[t]));
			// VOC asks one object whatever it is; COCO asks those that do not count where no other
			// is free.
			int other =
					free && object >= 0
							? WRONG
							: best(image, f, iou, t -> !free || !isObject(image, t));
			if (other >= 0 && !isObject(image, other)) truthOf[f] = ASIDE;
			else if (object >= 0 && !taken[object]) {
				truthOf[f] = object;
				taken[object] = true;
			}
		}
		return new Matching(truthOf);
	}

	private static boolean isObject(ObjectImage image, int truth) {
		return image.truth().get(truth).kind() == Kind.OBJECT;
	}

	/**
	 * The truth of the prediction's class, of those asked, that it overlaps most; {@link #WRONG}
	 * where none is enough.
	 */
	private static int best(ObjectImage image, int f, double iou, IntPredicate asked) {
		Overlaps overlaps = image.overlaps();
		double most = iou;
		int best = WRONG;
		for (int k = overlaps.first(f); k < overlaps.first(f + 1); k++) {
			int t = overlaps.truth(k);
			double o = image.iou(f, k);
			if (o < most || o == most && best >= 0) continue;
			if (image.truth().get(t).classId() != image.found().get(f).classId() || !asked.test(t))
				continue;
			most = o;
			best = t;
		}
		return best;
	}
}
