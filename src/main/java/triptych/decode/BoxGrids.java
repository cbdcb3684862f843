package triptych.decode;

/**
 * Kept boxes in one grid for each shape. Cells as wide and as high as the mean box of their shape
 * hold few boxes each, where those of long, thin boxes of both directions in a common grid would
 * hold nearly all. Two boxes whose ratios of width to height differ by a factor q have an
 * intersection over union of at most 1 / sqrt(q), so a candidate is not looked for among shapes
 * that are too different.
 */
final class BoxGrids {

	/** A shape is three powers of two of the ratio wide; the middle one holds near squares. */
	private static final int SHAPES = 13, MIDDLE = 6, POWERS = 3;

	/** Puts a ratio of 1 into the middle of its shape. */
	private static final float CENTRE = (float) Math.pow(2, POWERS / 2.0);

	private final float[] boxes;
	private final byte[] shape;
	private final BoxGrid[] grids = new BoxGrid[SHAPES];

	/** @param boxes x1, y1, x2, y2 of each of {@code n} candidates */
	BoxGrids(float[] boxes, int n) {
		this.boxes = boxes;
		shape = new byte[n];
		int[] counts = new int[SHAPES];
		for (int i = 0; i < n; i++) {
			shape[i] = (byte) shape(ratio(i));
			counts[shape[i]]++;
		}
		for (int s = 0; s < SHAPES; s++)
			if (counts[s] > 0) grids[s] = new BoxGrid(boxes, shape, s);
	}

	private float ratio(int i) {
		return (boxes[4 * i + 2] - boxes[4 * i]) / (boxes[4 * i + 3] - boxes[4 * i + 1]);
	}

	private static int shape(float ratio) {
		int power = Math.getExponent(ratio * CENTRE);
		return Math.max(0, Math.min(SHAPES - 1, Math.floorDiv(power, POWERS) + MIDDLE));
	}

	/** True where a kept box (of the same class, where classes are given) overlaps box i too much. */
	boolean overlapsKept(int i, int[] classes, double overlap) {
		int own = shape[i];
		if (grids[own].overlapsKept(i, classes, overlap)) return true;
		float ratio = ratio(i);
		for (int s = 0; s < SHAPES; s++) {
			boolean look = s != own && grids[s] != null && mayOverlap(ratio, s, own, overlap);
			if (look && grids[s].overlapsKept(i, classes, overlap)) return true;
		}
		return false;
	}

	/** Of the other shape the ratio that is nearest counts. */
	private static boolean mayOverlap(float ratio, int other, int own, double overlap) {
		int edge = (Math.max(other, own) - MIDDLE) * POWERS;
		if (other < own) edge = (other + 1 - MIDDLE) * POWERS;
		double nearest = Math.scalb(1.0, edge) / CENTRE;
		double q = Math.min(ratio / nearest, nearest / ratio);
		// A little more, for what rounding does.
		return !(Math.sqrt(q) * 1.0001 < overlap);
	}

	void add(int i) {
		grids[shape[i]].add(i);
	}
}
