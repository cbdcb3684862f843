package triptych.decode;

import java.util.Arrays;

/**
 * Kept boxes of one shape in a grid of cells, so that a candidate is compared only with kept boxes
 * in the cells it touches: many small boxes cost nearly linear time. Cells are as wide and as high
 * as the mean box, so a large box touches many cells; the largest boxes (more than 64 cells) are
 * kept in a list of their own instead.
 */
public final class BoxGrid {

	private static final int LARGE = 64;

	private final float[] boxes;
	private final float originX, originY, cellWidth, cellHeight;
	private final int columns, rows;
	private final int[] head;
	private int[] next = new int[256], item = new int[256];
	private int entries;
	private int[] large = new int[16];
	private int largeCount;

	public BoxGrid(float[] boxes, int n) {
		this(boxes, new byte[n], 0);
	}

	/**
	 * @param shape of each box
	 * @param own the shape that this grid is for; its cells are made for those boxes
	 */
	BoxGrid(float[] boxes, byte[] shape, int own) {
		this.boxes = boxes;
		float x1 = Float.MAX_VALUE, y1 = Float.MAX_VALUE, x2 = -Float.MAX_VALUE, y2 = -Float.MAX_VALUE;
		double width = 0, height = 0;
		int n = 0;
		for (int i = 0; i < shape.length; i++) {
			if (shape[i] != own) continue;
			n++;
			x1 = Math.min(x1, boxes[4 * i]);
			y1 = Math.min(y1, boxes[4 * i + 1]);
			x2 = Math.max(x2, boxes[4 * i + 2]);
			y2 = Math.max(y2, boxes[4 * i + 3]);
			width += boxes[4 * i + 2] - boxes[4 * i];
			height += boxes[4 * i + 3] - boxes[4 * i + 1];
		}
		originX = x1;
		originY = y1;
		cellWidth = cell(width / n, x2 - x1);
		cellHeight = cell(height / n, y2 - y1);
		columns = (int) ((x2 - x1) / cellWidth) + 1;
		rows = (int) ((y2 - y1) / cellHeight) + 1;
		head = new int[columns * rows];
		Arrays.fill(head, -1);
	}

	/** At most about a thousand cells a side, whatever the boxes. */
	private static float cell(double mean, float span) {
		return (float) Math.max(Math.max(mean, span / 1000), 1e-6);
	}

	/** True where a kept box (of the same class, where classes are given) overlaps box i too much. */
	public boolean overlapsKept(int i, int[] classes, double overlap) {
		for (int k = 0; k < largeCount; k++)
			if (conflict(large[k], i, classes, overlap)) return true;
		int c1 = column(boxes[4 * i]), c2 = column(boxes[4 * i + 2]);
		int r1 = row(boxes[4 * i + 1]), r2 = row(boxes[4 * i + 3]);
		for (int r = r1; r <= r2; r++)
			for (int c = c1; c <= c2; c++)
				for (int e = head[r * columns + c]; e >= 0; e = next[e])
					if (conflict(item[e], i, classes, overlap)) return true;
		return false;
	}

	public void add(int i) {
		int c1 = column(boxes[4 * i]), c2 = column(boxes[4 * i + 2]);
		int r1 = row(boxes[4 * i + 1]), r2 = row(boxes[4 * i + 3]);
		if ((long) (c2 - c1 + 1) * (r2 - r1 + 1) > LARGE) {
			if (largeCount == large.length) large = Arrays.copyOf(large, 2 * largeCount);
			large[largeCount++] = i;
			return;
		}
		for (int r = r1; r <= r2; r++)
			for (int c = c1; c <= c2; c++) {
				if (entries == next.length) {
					next = Arrays.copyOf(next, 2 * entries);
					item = Arrays.copyOf(item, 2 * entries);
				}
				item[entries] = i;
				next[entries] = head[r * columns + c];
				head[r * columns + c] = entries++;
			}
	}

	private boolean conflict(int a, int b, int[] classes, double overlap) {
		if (classes != null && classes[a] != classes[b]) return false;
		int i = 4 * a, j = 4 * b;
		float w = Math.min(boxes[i + 2], boxes[j + 2]) - Math.max(boxes[i], boxes[j]);
		if (w <= 0) return false;
		float h = Math.min(boxes[i + 3], boxes[j + 3]) - Math.max(boxes[i + 1], boxes[j + 1]);
		if (h <= 0) return false;
		double shared = (double) w * h;
		return shared > overlap * (area(a) + area(b) - shared);
	}

	private double area(int i) {
		return (double) (boxes[4 * i + 2] - boxes[4 * i]) * (boxes[4 * i + 3] - boxes[4 * i + 1]);
	}

	private int column(float x) {
		return Math.max(0, Math.min(columns - 1, (int) ((x - originX) / cellWidth)));
	}

	private int row(float y) {
		return Math.max(0, Math.min(rows - 1, (int) ((y - originY) / cellHeight)));
	}
}
