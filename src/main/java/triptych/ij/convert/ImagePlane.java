package triptych.ij.convert;

import java.util.Arrays;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import triptych.core.Plane;
import triptych.core.TriptychException;

/**
 * One plane of an image with its channels, read straight from ImageJ's own pixel arrays; of a
 * virtual stack only this plane is loaded. Values are the stored ones; what counts as full
 * brightness in a 32-bit plane says {@link FloatScale}.
 */
public final class ImagePlane implements Plane {

	/** An array for each channel, or one of packed colours. */
	private final Object[] pixels;
	private final String[] names;
	/** Which of red, green and blue the channels of a colour plane are. */
	private final int[] colours;
	private final int width, height;
	private double maxValue;

	private ImagePlane(Object[] pixels, String[] names, int[] colours, int width, int height) {
		this.pixels = pixels;
		this.names = names;
		this.colours = colours;
		this.width = width;
		this.height = height;
	}

	/**
	 * The plane the user looks at: the current slice and frame, with all channels of a composite or
	 * hyperstack.
	 */
	public static ImagePlane of(ImagePlus image) {
		return of(image, Position.of(image));
	}

	/** The plane at a position, with all channels of a composite or hyperstack. */
	public static ImagePlane of(ImagePlus image, Position position) {
		ImageProcessor current = image.getProcessor();
		if (current == null) throw new TriptychException(
			"The image \"" + image.getTitle() + "\" holds no pixels; was it closed? Open it again.");
		int width = image.getWidth(), height = image.getHeight(), channels = Position.channels(image);
		Object[] pixels = new Object[channels];
		String[] names = new String[channels];
		for (int c = 0; c < channels; c++) {
			int index = channels == 1 ? position.index()
				: image.getStackIndex(c + 1, position.slice(), position.frame());
			// The current slice of a stack may have been changed without being stored yet.
			pixels[c] = index == image.getCurrentSlice() ? current.getPixels()
				: image.getStack().getPixels(index);
			String label = image.getStack().getShortSliceLabel(index);
			boolean named = channels > 1 && label != null && !label.isBlank();
			names[c] = named ? c + 1 + ": " + label : String.valueOf(c + 1);
		}
		if (!(pixels[0] instanceof int[]))
			return new ImagePlane(pixels, names, new int[0], width, height);
		String[] colourNames = { "red", "green", "blue" };
		return new ImagePlane(pixels, colourNames, new int[] { 0, 1, 2 }, width, height);
	}

	/**
	 * The same plane with some of its channels, in the order given.
	 *
	 * @param numbers 1-based, as ImageJ counts channels; 1, 2 and 3 of an RGB image are red, green
	 *        and blue
	 * @throws TriptychException where the image has no such channel
	 */
	public ImagePlane picked(int... numbers) {
		int n = channels();
		for (int c : numbers)
			if (c < 1 || c > n) throw noChannel(c);
		String[] picked = Arrays.stream(numbers).mapToObj(c -> names[c - 1]).toArray(String[]::new);
		if (colours.length > 0) {
			int[] pickedColours = Arrays.stream(numbers).map(c -> colours[c - 1]).toArray();
			return new ImagePlane(pixels, picked, pickedColours, width, height);
		}
		Object[] pickedPixels = Arrays.stream(numbers).mapToObj(c -> pixels[c - 1]).toArray();
		return new ImagePlane(pickedPixels, picked, colours, width, height);
	}

	private TriptychException noChannel(int number) {
		String channels = channels() == 1 ? " channel" : " channels";
		return new TriptychException("The key channels names channel " + number + ", but the image has "
			+ channels() + channels + " (" + String.join(", ", names) + ").");
	}

	/**
	 * What counts as full brightness.
	 *
	 * @throws TriptychException where the plane holds NaN or infinite values, which no model can use
	 */
	@Override
	public double maxValue() {
		if (maxValue > 0) return maxValue;
		if (pixels[0] instanceof float[]) maxValue = floatMax();
		else maxValue = pixels[0] instanceof short[] ? 65535 : 255;
		return maxValue;
	}

	private double floatMax() {
		double most = 0;
		for (Object channel : pixels)
			most = Math.max(most, FloatScale.of((float[]) channel, width));
		return most;
	}

	/** The same plane with another full brightness, that of all planes of a run; 0 leaves its own. */
	public ImagePlane scaledTo(double fullBrightness) {
		ImagePlane scaled = new ImagePlane(pixels, names, colours, width, height);
		scaled.maxValue = fullBrightness;
		return scaled;
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
		return names.length;
	}

	@Override
	public boolean colour() {
		return Arrays.equals(colours, new int[] { 0, 1, 2 });
	}

	@Override
	public boolean bytes() {
		return colours.length > 0 || pixels[0] instanceof byte[];
	}

	@Override
	public String channelName(int c) {
		return names[c];
	}

	@Override
	public void read(int x, int y, int w, int h, float[] into) {
		if (colours.length > 0) {
			readColours((int[]) pixels[0], x, y, w, h, into);
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

	private void readColours(int[] rgb, int x, int y, int w, int h, float[] into) {
		int to = 0;
		for (int colour : colours) {
			int shift = 16 - 8 * colour;
			for (int j = 0; j < h; j++, to += w)
				readColour(rgb, (y + j) * width + x, shift, into, to, w);
		}
	}

	/**
	 * One row of one colour: in a method of its own the loop is vectorised, all three colours in one
	 * are not.
	 */
	private static void readColour(int[] rgb, int from, int shift, float[] into, int to, int n) {
		for (int i = 0; i < n; i++)
			into[to + i] = rgb[from + i] >> shift & 0xff;
	}
}
