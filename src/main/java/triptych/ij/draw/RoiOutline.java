package triptych.ij.draw;

import java.util.Arrays;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import triptych.core.Mask;

/**
 * The outline of the pixels of a mask, point for point that of ImageJ's Create Selection. Where it
 * is one loop that never meets itself, as with nearly all objects, it is walked along once; holes,
 * parts and corners that touch are left to ImageJ.
 */
final class RoiOutline {

	/** Up, left, down, right: each is a turn to the left of the one before. */
	private static final int[] DX = { 0, -1, 0, 1 }, DY = { -1, 0, 1, 0 };

	/** Of the average edge, in roots of the number of edges. */
	private static final int LONG = 2;

	private final byte[] inside;
	private final int width, height;
	private int[] x = new int[64], y = new int[64];
	private int points;

	private RoiOutline(Mask mask) {
		inside = mask.inside();
		width = mask.width();
		height = mask.height();
	}

	/** In pixels of the image. */
	static Roi of(Mask mask) {
		RoiOutline outline = new RoiOutline(mask);
		Roi roi = outline.isOneLoop() ? outline.traced() : outline.selection();
		roi.setLocation(mask.x(), mask.y());
		return roi;
	}

	private boolean isInside(int px, int py) {
		return px >= 0 && py >= 0 && px < width && py < height && inside[py * width + px] != 0;
	}

	/**
	 * Walks from the lower right corner, where ImageJ begins, with the object on the left-hand side.
	 *
	 * @return false where the outline meets itself, or there is more than this one
	 */
	private boolean isOneLoop() {
		int last = inside.length - 1;
		while (last >= 0 && inside[last] == 0)
			last--;
		if (last < 0) return false;
		int startX = last % width + 1, startY = last / width + 1, vertical = 0;
		int px = startX, py = startY, way = 0;
		add(px, py);
		do {
			px += DX[way];
			py += DY[way];
			if (DY[way] != 0) vertical++;
			boolean left = isInside(px - before(way, true), py - above(way, true));
			boolean right = isInside(px - before(way, false), py - above(way, false));
			if (right && !left) return false;
			if (left != right) continue;
			add(px, py);
			way = (left ? way + 3 : way + 1) % 4;
		}
		while (px != startX || py != startY);
		points--;
		return vertical == ends();
	}

	/** How far the pixel ahead, on the left or right of the way, lies left of the corner. */
	private static int before(int way, boolean left) {
		return switch (way) {
			case 0 -> left ? 1 : 0;
			case 1 -> 1;
			case 2 -> left ? 0 : 1;
			default -> 0;
		};
	}

	/** The same, above it. */
	private static int above(int way, boolean left) {
		return switch (way) {
			case 0 -> 1;
			case 1 -> left ? 0 : 1;
			case 2 -> 0;
			default -> left ? 1 : 0;
		};
	}

	private void add(int px, int py) {
		if (points == x.length) {
			x = Arrays.copyOf(x, 2 * points);
			y = Arrays.copyOf(y, 2 * points);
		}
		x[points] = px;
		y[points++] = py;
	}

	/** Left and right sides of pixels where the object ends: those of all loops. */
	private int ends() {
		int ends = 0;
		for (int row = 0, i = 0; row < height; row++) {
			boolean in = false;
			for (int end = i + width; i < end; i++)
				if (in != (inside[i] != 0)) {
					in = !in;
					ends++;
				}
			if (in) ends++;
		}
		return ends;
	}

	/** ImageJ makes a rectangle, or a polygon with handles, of an outline with few, long edges. */
	private Roi traced() {
		int length = 0;
		for (int i = 0, last = points - 1; i < points; last = i++)
			length += Math.abs(x[i] - x[last]) + Math.abs(y[i] - y[last]);
		if (length / (points * Math.sqrt(points)) < LONG) {
			return new PolygonRoi(x, y, points, Roi.TRACED_ROI);
		}
		if (points > 4) return new PolygonRoi(floats(x), floats(y), points, Roi.POLYGON);
		// The first corner is the lower right one, the third the upper left one.
		return new Roi(x[2], y[2], x[0] - x[2], y[0] - y[2]);
	}

	private float[] floats(int[] whole) {
		float[] floats = new float[points];
		for (int i = 0; i < points; i++)
			floats[i] = whole[i];
		return floats;
	}

	private Roi selection() {
		byte[] pixels = new byte[inside.length];
		for (int i = 0; i < pixels.length; i++)
			if (inside[i] != 0) pixels[i] = (byte) 255;
		ByteProcessor mask = new ByteProcessor(width, height, pixels);
		mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		return new ThresholdToSelection().convert(mask);
	}
}
