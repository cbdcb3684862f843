package triptych.ij;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import triptych.core.Plane;
import triptych.core.TriptychException;

/**
 * The current plane of an image with all its channels, read straight from ImageJ's own pixel arrays. Values are the
 * stored ones; a 32-bit plane counts 1, 255 or 65535 as full brightness, the smallest that holds all its values.
 */
public final class ImagePlane implements Plane {

	private final Object[] pixels;
	private final String[] names;
	private final int width, height;
	private final boolean colour;
	private final double maxValue;

	private ImagePlane(Object[] pixels, String[] names, int width, int height, boolean colour) {
		this.pixels = pixels;
		this.names = names;
		this.width = width;
		this.height = height;
		this.colour = colour;
		maxValue = pixels[0] instanceof float[] ? floatMax() : pixels[0] instanceof short[] ? 65535 : 255;
	}

	/**
	 * The plane the user looks at: the current slice and frame, with all channels of a composite or hyperstack.
	 *
	 * @throws TriptychException where the plane holds NaN or infinite values
	 */
	public static ImagePlane of(ImagePlus image) {
		ImageProcessor current = image.getProcessor();
		if (current == null) throw new TriptychException("The image \"" + image.getTitle() + "\" holds no pixels.");
		int width = image.getWidth(), height = image.getHeight(), channels = channels(image);
		if (current.getPixels() instanceof int[]) return new ImagePlane(new Object[] { current.getPixels() },
			new String[] { "red", "green", "blue" }, width, height, true);
		Object[] pixels = new Object[channels];
		String[] names = new String[channels];
		int[] at = Position.ofCurrentPlane(image);
		for (int c = 0; c < channels; c++) {
			int index = channels == 1 ? image.getCurrentSlice() : image.getStackIndex(c + 1, at[1], at[2]);
			// The current slice of a stack may have been changed without being stored yet.
			pixels[c] = index == image.getCurrentSlice() ? current.getPixels() : image.getStack().getPixels(index);
			String label = image.getStack().getShortSliceLabel(index);
			names[c] = c + 1 + (channels == 1 || label == null || label.isBlank() ? "" : ": " + label);
		}
		return new ImagePlane(pixels, names, width, height, false);
	}

	/** Channels that one plane holds; the slices of a plain stack are no channels. */
	static int channels(ImagePlus image) {
		return image instanceof CompositeImage || image.isHyperStack() || image.getNSlices() * image.getNFrames() == 1
			? image.getNChannels() : 1;
	}

	private double floatMax() {
		float max = 0;
		for (Object channel : pixels) {
			float[] values = (float[]) channel;
			for (int i = 0; i < values.length; i++) {
				float v = values[i];
				if (!Float.isFinite(v)) throw new TriptychException("The image holds the value " + v + " (first at x = " + i
					% width + ", y = " + i / width
					+ "); models need numbers, so replace such pixels first (Process > Math > NaN Background... and Macro...).");
				if (v > max) max = v;
			}
		}
		return max <= 1 ? 1 : max <= 255 ? 255 : max <= 65535 ? 65535 : max;
	}

	@Override
	public int width() {
		return width;
	}

	@Override
	public int height() {
		return height;
	}

	@Override
	public int channels() {
		return colour ? 3 : pixels.length;
	}

	@Override
	public double maxValue() {
		return maxValue;
	}

	@Override
	public boolean colour() {
		return colour;
	}

	@Override
	public boolean bytes() {
		return colour || pixels[0] instanceof byte[];
	}

	@Override
	public String channelName(int c) {
		return names[c];
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		if (colour) {
			readColour((int[]) pixels[0], x, y, w, h, into);
			return;
		}
		int to = 0;
		for (Object channel : pixels)
			for (int j = y; j < y + h; j++, to += w) {
				int from = j * width + x;
				if (channel instanceof byte[] b) for (int i = 0; i < w; i++)
					into[to + i] = b[from + i] & 0xff;
				else if (channel instanceof short[] s) for (int i = 0; i < w; i++)
					into[to + i] = s[from + i] & 0xffff;
				else System.arraycopy((float[]) channel, from, into, to, w);
			}
	}

	private void readColour(int[] rgb, int x, int y, int w, int h, float[] into) {
		for (int c = 0, to = 0; c < 3; c++) {
			int shift = 16 - 8 * c;
			// A loop for each colour: one that writes all three is not vectorised.
			for (int j = 0; j < h; j++, to += w)
				for (int i = 0, from = (y + j) * width + x; i < w; i++)
					into[to + i] = rgb[from + i] >> shift & 0xff;
		}
	}
}
