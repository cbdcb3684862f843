package triptych.metrics.objects;

import java.util.Arrays;

import triptych.metrics.objects.Truth.Kind;

/**
 * COCO's matching of the objects of one class in one image (cocoapi, COCOeval.evaluateImg): the
 * predictions, strongest first, each take the free object they overlap most, at each of ten
 * thresholds and for each of four ranges of size.
 */
final class CocoMatching {

	static final int THRESHOLDS = 10, AREAS = 4;
	private static final double[] IOU = new double[THRESHOLDS];
	private static final double[] LEAST = {0, 0, 32 * 32, 96 * 96};
	private static final double[] MOST = {1e10, 32 * 32, 96 * 96, 1e10};

	static {
		// As numpy's linspace rounds them: a prediction may lie exactly on a threshold.
		double step = (0.95 - 0.5) / (THRESHOLDS - 1);
		for (int t = 0; t < THRESHOLDS; t++) IOU[t] = t == THRESHOLDS - 1 ? 0.95 : t * step + 0.5;
	}

	private final ObjectImage image;
	private final int classId;

	/**
	 * For each range and object of the image whether it does not count, as a crowd or of another
	 * size.
	 */
	private final boolean[][] ignored;

	/** For each range and object of the image, a bit a threshold: already taken. */
	private final int[][] taken;

	/**
	 * The objects of the class that the prediction in hand overlaps enough for the first threshold.
	 */
	private int[] near = new int[8];

	private double[] iou = new double[8];
	private int size;

	CocoMatching(ObjectImage image, int classId) {
		int truths = image.truth().size();
		this.image = image;
		this.classId = classId;
		this.taken = new int[AREAS][truths];
		this.ignored = new boolean[AREAS][truths];
		for (int t = 0; t < truths; t++) {
			Truth object = image.truth().get(t);
			for (int range = 0; range < AREAS; range++)
				ignored[range][t] = object.kind() != Kind.OBJECT || outside(object.area(), range);
		}
	}

	private static boolean outside(double area, int range) {
		return area < LEAST[range] || area > MOST[range];
	}

	/** How many objects of the class are to be found in each range. */
	int[] positives() {
		int[] positives = new int[AREAS];
		for (int t = 0; t < image.truth().size(); t++)
			if (image.truth().get(t).classId() == classId)
				for (int range = 0; range < AREAS; range++)
					if (!ignored[range][t]) positives[range]++;
		return positives;
	}

	/**
	 * Matches the next prediction.
	 *
	 * @return for each range the thresholds at which it found an object (the lower ten bits) and
	 *     those at which it counts neither as right nor as wrong (the ten bits above)
	 */
	int[] match(int found) {
		double most = look(found);
		int[] result = new int[AREAS];
		for (int range = 0; range < AREAS; range++) {
			boolean outside = outside(image.found().get(found).area(), range);
			int t = 0;
			for (; t < THRESHOLDS && IOU[t] <= most; t++) {
				int best = best(range, t, false);
				boolean aside = best < 0;
				if (aside) best = best(range, t, true);
				if (best >= 0) {
					taken[range][best] |= 1 << t;
					result[range] |= 1 << t;
				}
				if (best >= 0 ? aside : outside) result[range] |= 1 << t + THRESHOLDS;
			}
			// Above its largest overlap it finds nothing.
			if (outside) result[range] |= (1 << THRESHOLDS) - (1 << t) << THRESHOLDS;
		}
		return result;
	}

	/** Gathers what is near and gives the largest overlap. */
	private double look(int found) {
		Overlaps overlaps = image.overlaps();
		double most = 0;
		size = 0;
		for (int k = overlaps.first(found); k < overlaps.first(found + 1); k++) {
			int t = overlaps.truth(k);
			double overlap = image.iou(found, k);
			if (overlap < IOU[0] || image.truth().get(t).classId() != classId) continue;
			if (size == near.length) {
				near = Arrays.copyOf(near, 2 * size);
				iou = Arrays.copyOf(iou, 2 * size);
			}
			near[size] = t;
			iou[size++] = overlap;
			most = Math.max(most, overlap);
		}
		return most;
	}

	/** The free object overlapped most, the last of equal ones, of those that count or do not. */
	private int best(int range, int threshold, boolean ofIgnored) {
		double most = IOU[threshold];
		int best = -1;
		for (int i = 0; i < size; i++) {
			int t = near[i];
			if (iou[i] < most || ignored[range][t] != ofIgnored) continue;
			boolean isTaken = (taken[range][t] >> threshold & 1) != 0;
			if (isTaken && image.truth().get(t).kind() != Kind.CROWD) continue;
			most = iou[i];
			best = t;
		}
		return best;
	}
}
