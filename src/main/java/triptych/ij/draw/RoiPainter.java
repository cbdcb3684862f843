package triptych.ij.draw;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Fills the pixels of ROIs, those of ImageJ's mask of each, with a value, and counts how many
 * pixels each value has left when others lie over it.
 */
final class RoiPainter {

	/** One of the two is there. */
	private final int[] ints;
	private final short[] shorts;
	private final int[] left;
	private final int width, height;
	/**
	 * Of the box of one ROI, row by row: a bit where the outline is left of a pixel. No bit is set
	 * between two ROIs.
	 */
	private long[] crossed = new long[256];

	private RoiPainter(int[] ints, short[] shorts, int width, int height, int values) {
		this.ints = ints;
		this.shorts = shorts;
		left = new int[values];
		this.width = width;
		this.height = height;
	}

	/** @param values painted are those below it, from 1 on */
	static RoiPainter ofInts(int width, int height, int values) {
		return new RoiPainter(new int[Math.multiplyExact(width, height)], null, width, height, values);
	}

	/** The same, where no value is above 65535. */
	static RoiPainter ofShorts(int width, int height, int values) {
		short[] pixels = new short[Math.multiplyExact(width, height)];
		return new RoiPainter(null, pixels, width, height, values);
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
		int words = words(all), size = words * all.height;
		if (crossed.length < size) crossed = new long[size + size / 4];
		for (int i = 0, n = roi.getNCoordinates(), last = n - 1; i < n; last = i++) {
			if (x[i] == x[last]) {
				int word = x[i] >> 6, end = Math.max(y[i], y[last]);
				for (int j = Math.min(y[i], y[last]); j < end; j++)
					crossed[j * words + word] ^= 1L << x[i];
			}
			else if (y[i] != y[last]) {
				Arrays.fill(crossed, 0, size, 0);
				return false;
			}
		}
		return true;
	}

	/** Of a row, which has one side more than pixels. */
	private static int words(Rectangle all) {
		return (all.width >> 6) + 1;
	}

	private int fill(Rectangle all, Rectangle box, int value) {
		int painted = 0, words = words(all), end = box.x + box.width;
		for (int j = 0; j < all.height; j++) {
			int y = all.y + j, from = 0;
			boolean in = false, seen = y >= 0 && y < height;
			for (int w = 0; w < words; w++) {
				for (long bits = crossed[j * words + w]; bits != 0; bits &= bits - 1) {
					int x = all.x + (w << 6) + Long.numberOfTrailingZeros(bits);
					x = Math.max(box.x, Math.min(end, x));
					if (in && seen) painted += fill(y * width + from, y * width + x, value);
					in ^= true;
					from = x;
				}
				crossed[j * words + w] = 0;
			}
		}
		return painted;
	}

	private int fill(int from, int to, int value) {
		if (ints == null) fillShorts(from, to, value);
		else for (int i = from; i < to; i++) {
			if (ints[i] != 0) left[ints[i]]--;
			ints[i] = value;
		}
		left[value] += to - from;
		return to - from;
	}

	private void fillShorts(int from, int to, int value) {
		for (int i = from; i < to; i++) {
			int under = shorts[i] & 0xffff;
			if (under != 0) left[under]--;
			shorts[i] = (short) value;
		}
	}

	/** Puts others in the place of the values. */
	void replace(int[] others) {
		if (ints == null) for (int i = 0; i < shorts.length; i++)
			shorts[i] = (short) others[shorts[i] & 0xffff];
		else for (int i = 0; i < ints.length; i++)
			ints[i] = others[ints[i]];
	}

	/** The pixels as an image of two bytes each, where they were painted so. */
	Optional<ImageProcessor> image() {
		return Optional.ofNullable(shorts).map(s -> new ShortProcessor(width, height, s, null));
	}

	/** The pixels in four bytes each. */
	int[] ids() {
		if (ints != null) return ints;
		int[] ids = new int[shorts.length];
		for (int i = 0; i < ids.length; i++)
			ids[i] = shorts[i] & 0xffff;
		return ids;
	}

	int width() {
		return width;
	}

	int height() {
		return height;
	}

	/** The number of pixels that a value has. */
	int left(int value) {
		return left[value];
	}

	private int fill(ImageProcessor mask, Rectangle all, Rectangle box, int value) {
		int painted = 0;
		for (int y = box.y; y < box.y + box.height; y++)
			for (int x = box.x; x < box.x + box.width; x++)
				if (mask == null || mask.get(x - all.x, y - all.y) != 0)
					painted += fill(y * width + x, y * width + x + 1, value);
		return painted;
	}
}
