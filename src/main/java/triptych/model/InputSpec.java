package triptych.model;

import java.util.Arrays;
import java.util.List;

import triptych.core.TensorType;

/**
 * How a plane becomes the model's image input. Pixel values are brought to 0..255 (the plane's full
 * brightness is 255), then {@code (v * scale - mean) / std} for each channel; with
 * {@code percentiles} instead the low one becomes 0 and the high one 1, over the whole plane,
 * without clipping.
 *
 * @param height fixed input height in pixels, 0 where the network takes any multiple of
 *          {@code multiple}
 * @param width fixed input width in pixels, 0 likewise
 * @param shortSide for a cropping fit the length to which the image's short side is scaled before
 *          the centre is cut, as in torchvision's Resize(256), CenterCrop(224); 0 where it becomes
 *          the input's own. For squeeze-crop the edge of the square before the cut, for scale the
 *          length of the image's short side; for pad the shortest edge that the network takes
 *          For scale-least the height aimed at
 * @param longSide for scale the most that the image's long side may have, 0 for any length; for
 *          scale-least the width aimed at, 0 where it is the height
 * @param fill colour of the padding on the 0..255 scale; NaN mirrors the image instead
 * @param percentiles low and high percentile, or empty
 * @param values what {@code scale} is applied to
 * @param sides what the network wants beside the image
 * @param halo how far around a pixel the network looks, in pixels of its input: tiles overlap by
 *          this much on each side
 * @param crop pixels at each edge of the input for which the network gives no answer, as its
 *          convolutions without padding leave them out
 * @param magnification pixels of the network's input that a pixel of the image becomes, for a
 *          network that only pads and takes any size; a whole number of 1/{@value #STEPS}, 1 as it
 *          is
 * @param tile the longest edge, in pixels of the input, that a network of any size is given at once
 *          where nobody asks for another; 0 for the usual
 */
public record InputSpec(String name, TensorType type, Layout layout, int channels, int height,
	int width, int multiple, Fit fit, int shortSide, int longSide, Align align, double fill,
	Resize resize, boolean bgr, double scale, double[] mean, double[] std, double[] percentiles,
	Values values, List<Side> sides, int halo, int crop, double magnification, int tile)
{

	/** A magnification is a whole number of steps, so tiles can begin on whole pixels of both. */
	public static final int STEPS = 8;

	/** As large as the image is. */
	public InputSpec(String name, TensorType type, Layout layout, int channels, int height, int width,
		int multiple, Fit fit, int shortSide, int longSide, Align align, double fill, Resize resize,
		boolean bgr, double scale, double[] mean, double[] std, double[] percentiles, Values values,
		List<Side> sides, int halo, int crop)
	{
		this(name, type, layout, channels, height, width, multiple, fit, shortSide, longSide, align,
			fill, resize, bgr, scale, mean, std, percentiles, values, sides, halo, crop, 1, 0);
	}

	/** Of a network that answers for all of its input. */
	public InputSpec(String name, TensorType type, Layout layout, int channels, int height, int width,
		int multiple, Fit fit, int shortSide, int longSide, Align align, double fill, Resize resize,
		boolean bgr, double scale, double[] mean, double[] std, double[] percentiles, Values values,
		List<Side> sides, int halo)
	{
		this(name, type, layout, channels, height, width, multiple, fit, shortSide, longSide, align,
			fill, resize, bgr, scale, mean, std, percentiles, values, sides, halo, 0, 1, 0);
	}

	/** With what most models are: full brightness is 255, and the image is the only input. */
	public InputSpec(String name, TensorType type, Layout layout, int channels, int height, int width,
		int multiple, Fit fit, int shortSide, Align align, double fill, Resize resize, boolean bgr,
		double scale, double[] mean, double[] std, double[] percentiles, int halo)
	{
		this(name, type, layout, channels, height, width, multiple, fit, shortSide, 0, align, fill,
			resize, bgr, scale, mean, std, percentiles, Values.BRIGHTNESS, List.of(), halo);
	}

	/** The same for images that are rescaled by the step next to this factor. */
	public InputSpec magnified(double factor) {
		double steps = Math.max(1, Math.rint(factor * STEPS));
		return new InputSpec(name, type, layout, channels, height, width, multiple, fit, shortSide,
			longSide, align, fill, Resize.ANTIALIAS, bgr, scale, mean, std, percentiles, values, sides,
			halo, crop, steps / STEPS, tile);
	}

	/** The same with another range of pixel values, the same for all channels. */
	public InputSpec scaled(double factor, double middle) {
		double[] means = new double[channels], stds = new double[channels];
		Arrays.fill(means, middle);
		Arrays.fill(stds, 1);
		return new InputSpec(name, type, layout, channels, height, width, multiple, fit, shortSide,
			longSide, align, fill, resize, bgr, factor, means, stds, percentiles, values, sides, halo,
			crop, magnification, tile);
	}

	/** Order of the dimensions: channels before or after the pixels; CHW has no batch. */
	public enum Layout { NCHW, NHWC, CHW }

	/**
	 * How the image meets the input's size: squeezed into it, scaled with its aspect kept and
	 * padded, padded only, scaled to cover it and cut to the centre, squeezed into a square and cut
	 * to the centre, or scaled with its aspect kept, where the input is as large as the image then:
	 * with a multiple both sides are stretched to the next one, or pressed to the one before. For
	 * scale-least one side gets its length, the one that changes the scale less, and both go to the
	 * multiple that is nearest. For windows the scaled image is cut along its long side into
	 * overlapping squares, which are a batch.
	 */
	public enum Fit {
		STRETCH, LETTERBOX, PAD, CROP, SQUEEZE_CROP, SCALE, SCALE_DOWN, SCALE_LEAST, WINDOWS;

		/** True where the image decides how large the input is, but for its short side. */
		public boolean scales() {
			return this == SCALE || this == SCALE_DOWN || this == SCALE_LEAST || this == WINDOWS;
		}
	}

	/**
	 * What the pixel values are before {@code scale}: 0..255 of the full brightness; as the image
	 * stores them; those brought to zero mean and unit variance over the plane, channel by channel or
	 * all channels together. With percentiles BRIGHTNESS spares padding and noise, STORED takes the
	 * plain percentiles of each channel.
	 */
	public enum Values { BRIGHTNESS, STORED, ZERO_MEAN, ZERO_MEAN_ALL }

	/** What a network wants to know beside the image. */
	public enum SideKind {

		/** The input's width and height, [1, 2], so that its boxes are in pixels of the input. */
		SIZE,

		/** The input's height and width, [1, 2], as PaddleDetection's exports want it. */
		HEIGHT_WIDTH,

		/** By how much the image was scaled, [1, 2]: not at all, so that boxes are in its pixels. */
		UNSCALED,

		/** Ones where the input is image, [1, height, width]. */
		MASK,

		/** Ones where the input is the object that is asked for, [1, height, width]. */
		OBJECT
	}

	/** One further input. */
	public record Side(String name, TensorType type, SideKind kind) {}

	/**
	 * Where a letterboxed image lies, or what is cut out: the centre as torchvision rounds it, that
	 * of Hugging Face, whose half pixels are rounded down, or the top left.
	 */
	public enum Align { CENTER, CENTER_DOWN, TOP_LEFT }

	/**
	 * Bilinear samples at pixel centres without a filter (OpenCV's linear, torch without antialias),
	 * antialias widens the triangle when shrinking (PIL, torchvision), nearest takes the closest
	 * pixel. Bicubic, lanczos, box and hamming are PIL's, which widen likewise; cubic is OpenCV's and
	 * torch's without antialias.
	 */
	public enum Resize { BILINEAR, ANTIALIAS, NEAREST, BICUBIC, LANCZOS, BOX, HAMMING, CUBIC }

	/** True where the network is asked about one object and wants to know which pixels it has. */
	public boolean wantsObject() {
		return sides.stream().anyMatch(side -> side.kind() == SideKind.OBJECT);
	}

	/** True where the network takes the image as large as it is. */
	public boolean anySize() {
		return height == 0 && !fit.scales();
	}

	/** The shorter edge of what the network sees at once; 0 where it takes any size. */
	public int shorterEdge() {
		return fit.scales() ? shortSide : Math.min(height, width);
	}

	/**
	 * What stands for a halo that nobody told: for a network of any size what a U-Net with two
	 * convolutions of 3 on each level needs (a level for each factor 2 of {@code multiple}), else an
	 * eighth of the input's shorter edge.
	 */
	public static int usualHalo(int height, int width, int multiple) {
		return height == 0 ? 7 * multiple : Math.min(height, width) / 8;
	}
}
