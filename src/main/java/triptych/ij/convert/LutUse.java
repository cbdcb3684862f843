package triptych.ij.convert;

import java.awt.image.IndexColorModel;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * What the lookup table of a grey image of one channel means for a model. A table whose brightness
 * rises with the value (Fire, Green) is for the eye only; one that falls shows the image inverted;
 * any other is a palette, whose numbers are names of colours. Tables of several channels are for
 * the eye.
 */
public enum LutUse {
	/** Values as they are stored. */
	NONE(""),
	/** A palette, and the model takes colours: as they are shown. */
	COLOURS("The colours of the image come from its palette (LUT) and were used as they are shown"),
	/** A palette, but the model or the key channels takes one channel: the numbers. */
	NUMBERS("The colours of the image come from a palette (LUT), whose numbers were used and not its"
		+ " colours; Image > Type > RGB Color makes colours of them"),
	/** As it is shown, full brightness less the value. */
	INVERTED("The image has an inverting LUT and was used as it is shown, with 0 as white");

	/** The least part of the table that rises or falls: Fire falls a little in its middle. */
	private static final double STEADY = 0.9;
	/** A palette jumps from colour to colour; HiLo, for the eye, does so at its two ends only. */
	private static final int JUMP = 64, ENDS = 2, SHORT = 128;

	private final String sentence;

	LutUse(String sentence) {
		this.sentence = sentence;
	}

	/** @param colours true where the model takes red, green and blue and may have them */
	public static LutUse of(ImagePlus image, boolean colours) {
		ImageProcessor shown = image.getProcessor();
		if (shown == null || Position.channels(image) > 1 || image.getBitDepth() == 24) return NONE;
		// What colours a deeper image has depends on its contrast setting.
		if (image.getBitDepth() != 8) return shown.isInvertedLut() ? INVERTED : NONE;
		LUT lut = shown.getLut();
		boolean smooth = isSmooth(lut);
		if (smooth && steady(lut, 1) >= STEADY) return NONE;
		if (smooth && steady(lut, -1) >= STEADY) return INVERTED;
		return colours ? COLOURS : NUMBERS;
	}

	/** For the user, without its full stop; blank where the values are simply those stored. */
	public String sentence() {
		return sentence;
	}

	private static boolean isSmooth(IndexColorModel lut) {
		int last = lut.getMapSize() - 1, jumps = 0;
		while (last > 0 && lut.getRGB(last) == lut.getRGB(last - 1)) last--;
		for (int i = 1; i <= last; i++)
			if (step(lut.getRGB(i - 1), lut.getRGB(i)) > JUMP) jumps++;
		return jumps <= (last < SHORT ? 0 : ENDS);
	}

	/** The largest step of red, green or blue. */
	private static int step(int from, int to) {
		int most = 0;
		for (int shift = 0; shift < 24; shift += 8)
			most = Math.max(most, Math.abs((from >> shift & 0xff) - (to >> shift & 0xff)));
		return most;
	}

	/** The part of the table that is its longest rising subsequence; falling for a sign of -1. */
	private static double steady(IndexColorModel lut, int sign) {
		int n = lut.getMapSize(), length = 0;
		double[] ends = new double[n];
		for (int i = 0; i < n; i++) {
			double v = sign * (0.299 * lut.getRed(i) + 0.587 * lut.getGreen(i) + 0.114 * lut.getBlue(i));
			int from = 0, to = length;
			while (from < to) {
				int middle = (from + to) / 2;
				if (ends[middle] <= v) from = middle + 1;
				else to = middle;
			}
			ends[from] = v;
			length = Math.max(length, from + 1);
		}
		return (double) length / n;
	}
}
