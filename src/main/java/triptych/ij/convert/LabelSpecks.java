package triptych.ij.convert;

import ij.ImagePlus;
import ij.io.FileInfo;
import triptych.core.IdIndex;
import triptych.core.TriptychException;

/**
 * Whether the values of a plane can be the numbers of objects. The pixels of an object hang
 * together; the values of a photograph, or of a mask that a JPEG or a resize has blurred, lie
 * scattered in specks. One pass over the runs of equal pixels: a piece begins with a run that no
 * run of its value touches from above, so an object has one such run, or a few where it is ragged.
 */
final class LabelSpecks {

	/** A value in so many pieces, of fewer pixels than these on average, is scattered. */
	private static final int PIECES = 3, SPECK = 4;
	/** So many scattered values, when they are half of all values, are no ids. */
	private static final int SCATTERED = 2;
	/** More pieces than these, of fewer pixels than two on average, are noise; ids do not repeat. */
	private static final int MANY = 200;

	private final int[] ids;
	private final int width;
	private final IdIndex values;
	private final int[] pixels, pieces;

	private LabelSpecks(int[] ids, int width, IdIndex values) {
		this.ids = ids;
		this.width = width;
		this.values = values;
		pixels = new int[values.count() + 1];
		pieces = new int[values.count() + 1];
	}

	/**
	 * @param ids the values of the pixels, row after row
	 * @param used the different ones but 0
	 * @throws TriptychException where they are no ids
	 */
	static void check(ImagePlus image, int[] ids, int width, int[] used) {
		if (used.length < 2) return;
		if (isJpeg(image)) throw new TriptychException("\"" + image.getTitle() + "\" is a JPEG, which"
			+ " blurs values: its " + used.length + " different ones are no numbers of objects. Save the"
			+ " mask as PNG or TIFF where it is made, or make it black and white"
			+ " (Image > Adjust > Threshold...) and save it as TIFF.");
		LabelSpecks specks = new LabelSpecks(ids, width, IdIndex.of(used));
		specks.count();
		long all = specks.scattered(used.length);
		if (all > 0) throw new TriptychException("\"" + image.getTitle()
			+ "\" does not look like a label image: its " + used.length + " values lie in " + all
			+ " separate parts. Segment it first; where it is a mask, make it black and white first"
			+ " (Image > Adjust > Threshold...).");
	}

	private static boolean isJpeg(ImagePlus image) {
		FileInfo info = image.getOriginalFileInfo();
		return info != null && info.fileName != null && info.fileName.matches("(?i).*\\.jpe?g");
	}

	private void count() {
		for (int row = 0; row < ids.length; row += width)
			for (int x = 0, end; x < width; x = end) {
				int id = ids[row + x];
				for (end = x + 1; end < width && ids[row + end] == id;)
					end++;
				if (id == 0) continue;
				int place = values.place(id);
				pixels[place] += end - x;
				if (!isBelow(id, row - width, x, end)) pieces[place]++;
			}
	}

	/** True where a pixel that touches the run from x up to before end from above has its value. */
	private boolean isBelow(int id, int above, int x, int end) {
		if (above < 0) return false;
		for (int i = Math.max(0, x - 1); i <= Math.min(width - 1, end); i++)
			if (ids[above + i] == id) return true;
		return false;
	}

	/** How many pieces there are where the values are scattered, else 0. */
	private long scattered(int n) {
		long scattered = 0, all = 0, labelled = 0;
		for (int p = 1; p < pieces.length; p++) {
			if (pieces[p] >= PIECES && pixels[p] < SPECK * pieces[p]) scattered++;
			all += pieces[p];
			labelled += pixels[p];
		}
		boolean specks = scattered >= SCATTERED && 2 * scattered >= n;
		boolean noise = all > Math.max(MANY, 2 * n) && labelled < 2 * all;
		return specks || noise ? all : 0;
	}
}
