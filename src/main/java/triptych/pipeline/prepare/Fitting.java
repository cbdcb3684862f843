package triptych.pipeline.prepare;

import triptych.core.Placement;
import triptych.core.TriptychException;
import triptych.model.InputSpec;
import triptych.model.InputSpec.Align;
import triptych.model.InputSpec.Fit;

/**
 * How an image of a given size meets a model's input: the input's size, the size of the resized
 * image in it and where its left top corner lies (negative where the image is cut).
 */
record Fitting(int inputWidth, int inputHeight, int width, int height, int left, int top,
	double scaleX, double scaleY)
{

	static Fitting of(InputSpec in, int width, int height) {
		if (in.fit() == Fit.PAD) return padded(in, width, height);
		int iw = in.width(), ih = in.height();
		double sx = (double) iw / width, sy = (double) ih / height;
		if (in.fit() == Fit.STRETCH) return new Fitting(iw, ih, iw, ih, 0, 0, sx, sy);
		if (in.fit() == Fit.CROP) return cropped(in, width, height, sx >= sy);
		// Ultralytics: sizes are rounded half to even, an odd pixel of padding goes right and below.
		double s = Math.min(sx, sy);
		int w = Math.max(1, (int) Math.rint(width * s)), h = Math.max(1, (int) Math.rint(height * s));
		boolean centre = in.align() == Align.CENTER;
		int left = centre ? (int) Math.rint((iw - w) / 2.0 - 0.1) : 0;
		int top = centre ? (int) Math.rint((ih - h) / 2.0 - 0.1) : 0;
		return new Fitting(iw, ih, w, h, left, top, (double) w / width, (double) h / height);
	}

	/**
	 * As torchvision: the short side is scaled to its length, the long side is rounded down, the
	 * centre is kept.
	 *
	 * @param widthFills true where the input's width is what the image has to fill
	 */
	private static Fitting cropped(InputSpec in, int width, int height, boolean widthFills) {
		int iw = in.width(), ih = in.height(), side = in.shortSide();
		boolean upright = side > 0 ? width <= height : widthFills;
		if (side <= 0) side = upright ? iw : ih;
		int w = upright ? side : (int) ((long) side * width / height);
		int h = upright ? (int) ((long) side * height / width) : side;
		int left = -(int) Math.rint((w - iw) / 2.0), top = -(int) Math.rint((h - ih) / 2.0);
		return new Fitting(iw, ih, w, h, left, top, (double) w / width, (double) h / height);
	}

	private static Fitting padded(InputSpec in, int width, int height) {
		if (!in.anySize() && (width > in.width() || height > in.height()))
			throw new TriptychException("The image (" + width + " x " + height
				+ ") is larger than the model's input of " + in.width() + " x " + in.height()
				+ " pixels, and the model does not scale; leave tile=none out, so that it is run in"
				+ " tiles.");
		int iw = in.anySize() ? roundUp(width, in.multiple()) : in.width();
		int ih = in.anySize() ? roundUp(height, in.multiple()) : in.height();
		return new Fitting(iw, ih, width, height, 0, 0, 1, 1);
	}

	private static int roundUp(int n, int multiple) {
		return (n + multiple - 1) / multiple * multiple;
	}

	Placement placement(int imageWidth, int imageHeight) {
		return new Placement(scaleX, scaleY, left, top, imageWidth, imageHeight, inputWidth,
			inputHeight);
	}
}
