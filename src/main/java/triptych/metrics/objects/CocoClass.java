package triptych.metrics.objects;

import static triptych.metrics.objects.CocoMatching.THRESHOLDS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What COCO's figures need to know of one class: each prediction's score, image, rank in its image
 * and matches, and how many objects each image holds. Predictions of equal score keep the order in
 * which they came.
 */
final class CocoClass {

	/** @param match as {@link CocoMatching#match} gives it */
	private record Seen(int image, int rank, double score, int[] match) {}

	/** @param positives for each range of size the objects to be found */
	private record Holds(int image, int[] positives) {}

	private final List<Seen> seen = new ArrayList<>();
	private final List<Holds> holds = new ArrayList<>();

	/**
	 * Image, rank and matches of each range, the strongest prediction first: made anew on demand.
	 */
	private int[] images = {}, ranks = {};

	private int[][] matches = new int[CocoMatching.AREAS][0];

	void addTruth(int image, int[] positives) {
		holds.add(new Holds(image, positives));
	}

	/** @param match as {@link CocoMatching#match} gives it */
	void addFound(int image, int rank, double score, int[] match) {
		seen.add(new Seen(image, rank, score, match));
	}

	private synchronized void sort() {
		if (images.length == seen.size()) return;
		List<Seen> sorted = new ArrayList<>(seen);
		sorted.sort(Comparator.comparingDouble(s -> -s.score));
		int[][] of = new int[CocoMatching.AREAS][];
		for (int range = 0; range < of.length; range++) {
			int r = range;
			of[r] = sorted.stream().mapToInt(s -> s.match[r]).toArray();
		}
		matches = of;
		ranks = sorted.stream().mapToInt(Seen::rank).toArray();
		images = sorted.stream().mapToInt(Seen::image).toArray();
	}

	private long positives(int[] times, int range) {
		long n = 0;
		for (Holds h : holds) n += (long) times[h.image] * h.positives[range];
		return n;
	}

	/**
	 * Average precision, the mean over thresholds [from, to); NaN without an object to be found.
	 */
	double precision(int[] times, int range, int limit, int from, int to) {
		sort();
		long positives = positives(times, range);
		if (positives == 0) return Double.NaN;
		int[] counts = new int[images.length];
		for (int i = 0; i < counts.length; i++) counts[i] = ranks[i] < limit ? times[images[i]] : 0;
		InterpolatedPrecision precision =
				new InterpolatedPrecision(counts, matches[range], positives);
		double sum = 0;
		for (int t = from; t < to; t++) sum += precision.at(t);
		return sum / (to - from);
	}

	/**
	 * The highest recall, the mean over thresholds [from, to); NaN without an object to be found.
	 */
	double recall(int[] times, int range, int limit, int from, int to) {
		sort();
		long positives = positives(times, range), right = 0;
		if (positives == 0) return Double.NaN;
		int wanted = (1 << to) - (1 << from);
		for (int i = 0; i < images.length; i++) {
			if (ranks[i] >= limit) continue;
			int bits = matches[range][i];
			int found = bits & ~(bits >> THRESHOLDS) & wanted;
			right += (long) times[images[i]] * Integer.bitCount(found);
		}
		return right / (double) positives / (to - from);
	}
}
