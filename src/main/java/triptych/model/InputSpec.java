package triptych.model;

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
 *          the input's own
 * @param fill colour of the padding on the 0..255 scale; NaN mirrors the image instead
 * @param percentiles low and high percentile, or empty
 * @param halo how far around a pixel the network looks, in pixels of its input: tiles overlap by
 *          this much on each side
 */
public record InputSpec(String name, TensorType type, Layout layout, int channels, int height,
	int width, int multiple, Fit fit, int shortSide, Align align, double fill, Resize resize,
	boolean bgr, double scale, double[] mean, double[] std, double[] percentiles, int halo)
{

	/** Order of the dimensions: channels before or after the pixels. */
	public enum Layout { NCHW, NHWC }

	/**
	 * How the image meets the input's size: squeezed into it, scaled with its aspect kept and padded,
	 * padded only, or scaled to cover it and cut to the centre.
	 */
	public enum Fit { STRETCH, LETTERBOX, PAD, CROP }

	/** Where a letterboxed image lies. */
	public enum Align { CENTER, TOP_LEFT }

	/**
	 * Bilinear samples at pixel centres without a filter (OpenCV's linear, torch without antialias),
	 * antialias widens the triangle when shrinking (PIL, torchvision), nearest takes the closest
	 * pixel.
	 */
	public enum Resize { BILINEAR, ANTIALIAS, NEAREST }

	public boolean anySize() {
		return height == 0;
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
