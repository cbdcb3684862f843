package triptych.metrics.objects;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What COCO's figures need to know of one class: each prediction's score, image, rank in its image
 * and matches, and how many objects each image holds. Predictions of equal score keep the order in
 * which they came.
 */
final class CocoClass {

	private double[] scores = new double[16];
	private int[] images = new int[16], ranks = new int[16];
	private int[][] matches = new int[CocoMatching.AREAS][16];
	private int size;

	/** Images that hold the class, and how many objects for each range of size. */
	private int[] truthImages = new int[16];

	private int[][] positives = new int[CocoMatching.AREAS][16];
	private int truthSize;
	private int[] order;

	void addTruth(int image, int[] count) {
		if (truthSize == truthImages.length) {
			truthImages = Arrays.copyOf(truthImages, 2 * truthSize);
			for (int a = 0; a < positives.length; a++)
				positives[a] = Arrays.copyOf(positives[a], 2 * truthSize);
		}
		for (int a = 0; a < positives.length; a++) positives[a][truthSize] = count[a];
		truthImages[truthSize++] = image;
	}

	/** @param match as {@link CocoMatching#match} gives it */
	void addFound(int image, int rank, double score, int[] match) {
		if (size == scores.length) {
			scores = Arrays.copyOf(scores, 2 * size);
			images = Arrays.copyOf(images, 2 * size);
			ranks = Arrays.copyOf(ranks, 2 * size);
			for (int a = 0; a < matches.length; a++)
				matches[a] = Arrays.copyOf(matches[a], 2 * size);
		}
		scores[size] = score;
		images[size] = image;
		ranks[size] = rank;
		for (int a = 0; a < matches.length; a++) matches[a][size] = match[a];
		size++;
		order = null;
	}

	/** The predictions as they are walked through: made once, before any figure is asked for. */
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

	private long positives(int[] times, int range) {
		long n = 0;
		for (int i = 0; i < truthSize; i++) n += (long) times[truthImages[i]] * positives[range][i];
		return n;
	}

	/**
	 * Average precision, the mean over thresholds [from, to); NaN without an object to be found.
	 */
	double precision(int[] times, int range, int limit, int from, int to) {
		long positives = positives(times, range);
		if (positives == 0) return Double.NaN;
		double sum = 0;
		for (int t = from; t < to; t++) {
			PrecisionRecall curve = new PrecisionRecall(positives, size);
			for (int i : order()) {
				int count = times[images[i]], bits = matches[range][i] >> t;
				if (count == 0 || ranks[i] >= limit) continue;
				if ((bits >> CocoMatching.THRESHOLDS & 1) == 0) curve.add((bits & 1) != 0, count);
			}
			sum += curve.atHundredAndOne();
		}
		return sum / (to - from);
	}

	/**
	 * The highest recall, the mean over thresholds [from, to); NaN without an object to be found.
	 */
	double recall(int[] times, int range, int limit, int from, int to) {
		long positives = positives(times, range);
		if (positives == 0) return Double.NaN;
		long right = 0;
		int wanted = (1 << to) - (1 << from);
		for (int i = 0; i < size; i++) {
			int bits = matches[range][i];
			if (ranks[i] < limit)
				right +=
						(long) times[images[i]]
								* Integer.bitCount(
										bits & ~(bits >> CocoMatching.THRESHOLDS) & wanted);
		}
		return right / (double) positives / (to - from);
	}
}
