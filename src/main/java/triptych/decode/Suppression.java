package triptych.decode;

import java.util.Arrays;

/**
 * Which of several overlapping boxes are dropped: weaker ones of the same class, of any class, or
 * none.
 */
public enum Suppression {

	PER_CLASS, AGNOSTIC, NONE;

	/**
	 * Greedy non-maximum suppression: the strongest box is kept, boxes whose IoU with it exceeds
	 * {@code overlap} are dropped, and so on. Equal scores keep their order.
	 *
	 * @param boxes x1, y1, x2, y2 of each candidate
	 * @return indices of the kept candidates, strongest first
	 */
	public int[] keep(float[] boxes, float[] scores, int[] classes, int n, double overlap) {
		int[] order = StrongestFirst.of(scores, n);
		if (this == NONE || n < 2) return order;
		BoxGrids grids = new BoxGrids(boxes, n);
		int[] kept = new int[n];
		int count = 0;
		for (int i : order) {
			if (grids.overlapsKept(i, this == PER_CLASS ? classes : null, overlap)) continue;
			grids.add(i);
			kept[count++] = i;
		}
		return Arrays.copyOf(kept, count);
	}
}
