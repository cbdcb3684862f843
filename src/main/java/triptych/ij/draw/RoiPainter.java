package triptych.ij.draw;

import java.awt.Rectangle;
import java.util.Arrays;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/**
 * Fills the pixels of ROIs, those of ImageJ's mask of each, with a value, and counts how many
 * pixels each value has left when others lie over it.
 */
final class RoiPainter {

	private final int[] pixels, left;
	private final int width, height;
	/** Of the box of one ROI: true where a row crosses the outline at the left side of a pixel. */
	private boolean[] crossed = new boolean[1024];

	/** @param values painted are those below it, from 1 on */
	RoiPainter(int[] pixels, int width, int height, int values) {
		this.pixels = pixels;
		left = new int[values];
		this.width = width;
		this.height = height;
	}

	/** @return the number of pixels painted */
	int paint(Roi roi, int value) {
		Rectangle all = roi.getBounds(), box = all.intersection(new Rectangle(width, height));
		if (box.isEmpty()) return 0;
		if (roi.getClass() == PolygonRoi.class && roi.getType() == Roi.TRACED_ROI
			&& !roi.subPixelResolution() && cross((PolygonRoi) roi, all)) return fill(all, box, value);
		return fill(roi.getMask(), all, box, value);
	}

	/**
	 * Notes where the outline of whole pixels is crossed, which spares ImageJ's mask.
	 *
	 * @return false where it is none
	 */
	private boolean cross(PolygonRoi roi, Rectangle all) {
		int[] x = roi.getXCoordinates(), y = roi.getYCoordinates();
		int n = roi.getNCoordinates(), row = all.width + 1, size = row * all.height;
		if (crossed.length < size) crossed = new boolean[size + size / 4];
		else Arrays.fill(crossed, 0, size, false);
		for (int i = 0, last = n - 1; i < n; last = i++) {
			if (x[i] != x[last] && y[i] != y[last]) return false;
			for (int j = Math.min(y[i], y[last]); j < Math.max(y[i], y[last]); j++)
				crossed[j * row + x[i]] ^= true;
		}
		return true;
	}

	private int fill(Rectangle all, Rectangle box, int value) {
		int painted = 0;
		for (int y = box.y; y < box.y + box.height; y++) {
			boolean in = false;
			int from = (y - all.y) * (all.width + 1) - all.x;
			for (int x = all.x; x < box.x + box.width; x++) {
				in ^= crossed[from + x];
				if (!in || x < box.x) continue;
				set(y * width + x, value);
				painted++;
			}
		}
		return painted;
	}

	private void set(int pixel, int value) {
		left[pixels[pixel]]--;
		left[value]++;
		pixels[pixel] = value;
	}

	/** The number of pixels that a value has. */
	int left(int value) {
		return left[value];
	}

	private int fill(ImageProcessor mask, Rectangle all, Rectangle box, int value) {
		int painted = 0;
		for (int y = box.y; y < box.y + box.height; y++)
			for (int x = box.x; x < box.x + box.width; x++)
				if (mask == null || mask.get(x - all.x, y - all.y) != 0) {
					set(y * width + x, value);
					painted++;
				}
		return painted;
	}
}
