package triptych.metrics.pixels;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.metrics.PairCounts;

/**
 * Which segments of one image match: those of one class whose intersection over union is above 0.5,
 * void left out.
 */
final class PanopticMatching {

	private static final int VOID = 0;

	private final Map<Integer, PanopticSegment> truth = new HashMap<>(), found = new HashMap<>();
	private final Map<Integer, Long> truthArea = new HashMap<>(), foundArea = new HashMap<>();

	/** What of each predicted segment lies on void, and what on void or a crowd of its class. */
	private final Map<Integer, Long> onVoid = new HashMap<>(), aside = new HashMap<>();

	private final PairCounts pairs;

	PanopticMatching(
			int[] truthIds,
			List<PanopticSegment> truthSegments,
			int[] foundIds,
			List<PanopticSegment> foundSegments,
			boolean zeroIsVoid) {
		truthSegments.forEach(s -> truth.put(s.id(), s));
		foundSegments.forEach(s -> found.put(s.id(), s));
		pairs = PairCounts.of(truthIds, foundIds);
		for (int k = 0; k < pairs.size(); k++) {
			truthArea.merge(pairs.a(k), pairs.count(k), Long::sum);
			foundArea.merge(pairs.b(k), pairs.count(k), Long::sum);
			PanopticSegment t = truth.get(pairs.a(k)), f = found.get(pairs.b(k));
			boolean empty = zeroIsVoid && pairs.a(k) == VOID;
			if (empty) onVoid.merge(pairs.b(k), pairs.count(k), Long::sum);
			if (empty || t != null && f != null && t.crowd() && t.classId() == f.classId())
				aside.merge(pairs.b(k), pairs.count(k), Long::sum);
		}
	}

	/**
	 * @param numbers for each class the sum of the overlaps, and how many are right, wrong and not
	 *     found
	 */
	void addTo(double[][] numbers) {
		Set<Integer> matchedTruth = new HashSet<>(), matchedFound = new HashSet<>();
		for (int k = 0; k < pairs.size(); k++) {
			PanopticSegment t = truth.get(pairs.a(k)), f = found.get(pairs.b(k));
			if (t == null || f == null || t.crowd() || t.classId() != f.classId()) continue;
			long union =
					truthArea.get(t.id())
							+ foundArea.get(f.id())
							- pairs.count(k)
							- onVoid.getOrDefault(f.id(), 0L);
			double iou = pairs.count(k) / (double) union;
			if (iou <= 0.5) continue;
			numbers[t.classId()][0] += iou;
			numbers[t.classId()][1]++;
			matchedTruth.add(t.id());
			matchedFound.add(f.id());
		}
		for (PanopticSegment f : found.values()) {
			long area = foundArea.getOrDefault(f.id(), 0L);
			boolean counts = area > 0 && 2 * aside.getOrDefault(f.id(), 0L) <= area;
			if (counts && !matchedFound.contains(f.id())) numbers[f.classId()][2]++;
		}
		for (PanopticSegment t : truth.values())
			if (!t.crowd() && !matchedTruth.contains(t.id()) && truthArea.containsKey(t.id()))
				numbers[t.classId()][3]++;
	}
}
