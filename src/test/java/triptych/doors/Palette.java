package triptych.doors;

import java.awt.image.IndexColorModel;

/** Colours of a small PNG: greys, and yellow at several strengths for outlines and their soft edges. */
final class Palette {

	private static final int GREYS = 128;

	private Palette() {}

	static IndexColorModel greysAndMarks() {
		int n = GREYS + 16;
		byte[] red = new byte[n], green = new byte[n], blue = new byte[n];
		for (int i = 0; i < GREYS; i++)
			red[i] = green[i] = blue[i] = (byte) Math.round(i * 255.0 / (GREYS - 1));
		for (int i = GREYS; i < n; i++)
			red[i] = green[i] = (byte) (135 + (i - GREYS) * 8);
		return new IndexColorModel(8, n, red, green, blue);
	}
}
