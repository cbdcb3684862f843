package triptych.metrics.objects;

/**
 * The mean precision at 101 recalls, as {@link PrecisionRecall#atHundredAndOne} gives it, for
 * predictions that count as often as their images were drawn. An interval asks for it thousands of
 * times, so no curve is kept, and of most predictions only sums over blocks are looked at: between
 * two recalls only the best precision matters, and most blocks cannot hold it.
 */
final class InterpolatedPrecision {

	/** Recalls 0, 0.01 ... 1 at which COCO reads the precision. */
	private static final int RECALLS = 101;

	private static final double STEP = 0.01;

	/** More than a product may be rounded up. */
	private static final double LESS = 1 - 1e-12;

	/** In predictions: more than a recall may be rounded by. */
	private static final double ROUNDING = 1e-3;

	private static final int BLOCK = Counted.BLOCK;

	private final Counted counted;
	private final Matched matched;
	private final double positives;

	/** Right predictions and all that count, before each block. */
	private final int[] rightBefore, allBefore;

	private int threshold, recall;

	/** The threshold that {@link #allBefore} is of. */
	private int summed = -1;

	/** Down to so many right predictions the recall surely lies above the one looked for. */
	private int near;

	private double best, sum;

	InterpolatedPrecision(Counted counted, Matched matched, long positives) {
		this.counted = counted;
		this.matched = matched;
		this.positives = positives;
		int blocks = Counted.blocks(counted.size());
		rightBefore = new int[blocks + 1];
		allBefore = new int[blocks + 1];
	}

	/** At one threshold of the intersection over union. */
	double at(int t) {
		threshold = t;
		sumUp();
		best = 0;
		sum = 0;
		int end = rightBefore.length - 1;
		recall = RECALLS - 1;
		while (recall * STEP > rightBefore[end] / positives) recall--;
		near = near();
		// From the weakest to the strongest, so the best precision at a recall or above is known.
		while (end > 0 && recall >= 0) {
			int next = end - 1;
			while (rightBefore[next] > near) next--;
			between(next + 1, end);
			walk(next);
			end = next;
		}
		return sum / RECALLS;
	}

	private void sumUp() {
		int blocks = rightBefore.length - 1;
		for (int block = 0, right = 0; block < blocks; block++) {
			right += counted.sum(block, matched.right(threshold, block));
			rightBefore[block + 1] = right;
		}
		if (summed >= 0 && matched.countsAlike(threshold, summed)) return;
		for (int block = 0, all = 0; block < blocks; block++) {
			all += counted.sum(block, matched.counting(threshold, block));
			allBefore[block + 1] = all;
		}
		summed = threshold;
	}

	/** Blocks without a recall that is asked for: only those that can raise the best precision. */
	private void between(int from, int to) {
		double least = best;
		for (int block = from; block <= to; block++)
			if (rightBefore[block] > least * allBefore[block])
				least = rightBefore[block] / (double) allBefore[block];
		for (int block = to - 1; block >= from; block--) {
			int wrong = allBefore[block] - rightBefore[block], right = rightBefore[block + 1];
			if (right > least * LESS * (right + wrong)) walk(block);
		}
	}

	private void walk(int block) {
		int right = rightBefore[block + 1], all = allBefore[block + 1];
		long isRight = matched.right(threshold, block), counts = matched.counting(threshold, block);
		double most = best;
		for (int i = Math.min(counted.size(), (block + 1) * BLOCK) - 1; i >= block * BLOCK; i--) {
			// A division costs most, so it is made only where it may change something.
			if (right > most * LESS * all) most = Math.max(most, right / (double) all);
			int count = counted.count(i);
			// No branch on a match: which way it goes cannot be foretold.
			all -= count & -(int) (counts >> i & 1);
			right -= count & -(int) (isRight >> i & 1);
			if (right <= near) {
				best = most;
				pass(right);
			}
		}
		best = most;
	}

	/** Takes in the best precision at the recalls that are passed. */
	private void pass(int right) {
		while (recall >= 0 && (recall * STEP > right / positives || right == 0)) {
			sum += best;
			recall--;
		}
		near = near();
	}

	private int near() {
		return recall < 0 ? -1 : (int) (recall * STEP * positives + ROUNDING);
	}
}
