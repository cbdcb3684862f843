package triptych.metrics.objects;

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

	/** For each range and object of the image, a bit a threshold: already taken. */
	private final int[][] taken;

	CocoMatching(ObjectImage image, int classId) {
		this.image = image;
		this.classId = classId;
		this.taken = new int[AREAS][image.truth().size()];
	}

	private static boolean outside(double area, int range) {
		return area < LEAST[range] || area > MOST[range];
	}

	private boolean ignored(int truth, int range) {
		Truth object = image.truth().get(truth);
		return object.kind() != Kind.OBJECT || outside(object.area(), range);
	}

	/** How many objects of the class are to be found in each range. */
	int[] positives() {
		int[] positives = new int[AREAS];
		for (int t = 0; t < image.truth().size(); t++)
			if (image.truth().get(t).classId() == classId)
				for (int range = 0; range < AREAS; range++)
					if (!ignored(t, range)) positives[range]++;
		return positives;
	}

	/**
	 * Matches the next prediction.
	 *
	 * @return for each range the thresholds at which it found an object (the lower ten bits) and
	 *     those at which it counts neither as right nor as wrong (the ten bits above)
	 */
	int[] match(int found) {
		int[] result = new int[AREAS];
		int from = image.overlaps().first(found), to = image.overlaps().first(found + 1);
		for (int range = 0; range < AREAS; range++) {
			boolean outside = outside(image.found().get(found).area(), range);
			for (int t = 0; t < THRESHOLDS; t++) {
				int best = best(found, from, to, range, t, false);
				boolean aside = best < 0;
				if (aside) best = best(found, from, to, range, t, true);
				if (best >= 0) {
					taken[range][best] |= 1 << t;
					result[range] |= 1 << t;
				}
				if (best >= 0 ? aside : outside) result[range] |= 1 << t + THRESHOLDS;
			}
		}
		return result;
	}

	/**
	 * The free object overlapped most, the last of equal ones, among those that count or those that
	 * do not.
	 */
	private int best(int found, int from, int to, int range, int threshold, boolean ignored) {
		double most = Math.min(IOU[threshold], 1 - 1e-10);
		int best = -1;
		for (int k = from; k < to; k++) {
			int t = image.overlaps().truth(k);
			Truth object = image.truth().get(t);
			if (object.classId() != classId || ignored(t, range) != ignored) continue;
			if ((taken[range][t] >> threshold & 1) != 0 && object.kind() != Kind.CROWD) continue;
			double iou = image.iou(found, k);
			if (iou < most) continue;
			most = iou;
			best = t;
		}
		return best;
	}
}
