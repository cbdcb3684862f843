package triptych.measure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Objects that probably are several, taken for one: their area and their solidity both stand far
 * out among the objects of their class on the plane. Two things that touch have a larger area than
 * one, and a notch where they meet, which the convex hull spans. Far out is measured from the
 * median in MADs that are scaled to a standard deviation (Leys and others, Detecting outliers: do
 * not use standard deviation around the mean, use absolute deviation around the median, J. Exp.
 * Soc. Psychol. 49, 2013): the area lies above median + {@value #AREA} MAD, the solidity below
 * median - {@value #SOLIDITY} MAD, and at least {@value #NOTCH} below it. Of fewer than
 * {@value #FEWEST} objects nobody knows what is usual, so none is flagged.
 */
public final class MergedObjects {

	private static final double AREA = 1.5, SOLIDITY = 2.5, NOTCH = 0.02;
	/** A MAD of this many is one standard deviation of a normal distribution. */
	private static final double SIGMA = 1.4826;
	private static final int FEWEST = 10;

	private MergedObjects() {}

	/**
	 * @param classes of the objects of one plane
	 * @param areas in any unit
	 * @param solidities area over area of the convex hull
	 * @return for each object whether it probably is several
	 */
	public static boolean[] of(String[] classes, double[] areas, double[] solidities) {
		Map<String, int[]> byClass = new LinkedHashMap<>();
		for (String name : classes)
			byClass.computeIfAbsent(name, n -> new int[1])[0]++;
		byClass.replaceAll((name, count) -> new int[count[0] + 1]);
		for (int i = 0; i < classes.length; i++) {
			int[] members = byClass.get(classes[i]);
			members[++members[0]] = i;
		}
		boolean[] merged = new boolean[classes.length];
		for (int[] members : byClass.values())
			if (members[0] >= FEWEST)
				flag(Arrays.copyOfRange(members, 1, members.length), areas, solidities, merged);
		return merged;
	}

	private static void flag(int[] members, double[] areas, double[] solidities, boolean[] merged) {
		double[] a = sorted(members, areas), s = sorted(members, solidities);
		double large = median(a) + AREA * deviation(a);
		double low = median(s) - Math.max(NOTCH, SOLIDITY * deviation(s));
		for (int i : members)
			merged[i] = areas[i] > large && solidities[i] < low;
	}

	private static double deviation(double[] sorted) {
		double median = median(sorted);
		double[] away = Arrays.stream(sorted).map(v -> Math.abs(v - median)).sorted().toArray();
		return SIGMA * median(away);
	}

	private static double[] sorted(int[] members, double[] values) {
		double[] own = new double[members.length];
		for (int i = 0; i < own.length; i++)
			own[i] = values[members[i]];
		Arrays.sort(own);
		return own;
	}

	private static double median(double[] sorted) {
		int n = sorted.length;
		return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
	}
}
