package triptych.ij.convert;

import java.awt.image.IndexColorModel;

import ij.ImagePlus;
import triptych.core.Plane;
import triptych.core.PlaneView;

/**
 * A plane as a model gets it: with the values that the image shows, where those are others than it
 * stores. That is so for signed 16-bit images, inverting tables and palettes ({@link LutUse}).
 * Measurements are made of {@link MeasuredPlane}, as ImageJ makes them.
 */
public final class ShownPlane extends PlaneView {

	private enum Values { SIGNED, INVERTED, COLOURS }

	private static final int ZERO = 32768;
	private static final String[] COLOUR_NAMES = { "red", "green", "blue" };

	private final Values values;
	private final IndexColorModel palette;

	private ShownPlane(Plane plane, Values values, IndexColorModel palette) {
		super(plane);
		this.values = values;
		this.palette = palette;
	}

	/**
	 * @param plane of the image
	 * @param use what the image's table is used for
	 */
	public static Plane of(Plane plane, ImagePlus image, LutUse use) {
		Plane shown = plane;
		if (image.getCalibration().isSigned16Bit() && !plane.bytes())
			shown = new ShownPlane(shown, Values.SIGNED, null);
		return switch (use) {
			case NONE, NUMBERS -> shown;
			case INVERTED -> new ShownPlane(shown, Values.INVERTED, null);
			case COLOURS -> new ShownPlane(shown, Values.COLOURS, image.getProcessor().getLut());
		};
	}

	/** The largest signed number for a signed plane. */
	@Override
	public double maxValue() {
		return values == Values.SIGNED ? ZERO - 1 : plane.maxValue();
	}

	@Override
	public int channels() {
		return values == Values.COLOURS ? 3 : plane.channels();
	}

	@Override
	public boolean colour() {
		return values == Values.COLOURS || plane.colour();
	}

	@Override
	public boolean bytes() {
		return plane.bytes();
	}

	@Override
	public String channelName(int c) {
		return values == Values.COLOURS ? COLOUR_NAMES[c] : plane.channelName(c);
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		plane.read(x, y, w, h, into);
		int n = w * h * plane.channels();
		float full = (float) maxValue();
		switch (values) {
			case SIGNED -> {
				for (int i = 0; i < n; i++)
					into[i] -= ZERO;
			}
			case INVERTED -> {
				for (int i = 0; i < n; i++)
					into[i] = full - into[i];
			}
			case COLOURS -> {
				for (int i = 0; i < n; i++) {
					int rgb = palette.getRGB((int) into[i]);
					into[i] = rgb >> 16 & 0xff;
					into[n + i] = rgb >> 8 & 0xff;
					into[2 * n + i] = rgb & 0xff;
				}
			}
		}
	}
}
