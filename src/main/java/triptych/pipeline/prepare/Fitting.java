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
		if (in.fit() == Fit.SCALE_LEAST) return scaledLeast(in, width, height);
		if (in.fit().scales()) return scaled(in, width, height);
		if (in.fit() == Fit.SQUEEZE_CROP) return squeezed(in, width, height);
		double sx = (double) iw / width, sy = (double) ih / height;
		if (in.fit() == Fit.STRETCH) return new Fitting(iw, ih, iw, ih, 0, 0, sx, sy);
		if (in.fit() == Fit.CROP) return cropped(in, width, height, sx >= sy);
		// Ultralytics: sizes are rounded half to even, an odd pixel of padding goes right and below.
		double s = Math.min(sx, sy);
		int w = Math.max(1, (int) Math.rint(width * s)), h = Math.max(1, (int) Math.rint(height * s));
		boolean centre = in.align() != Align.TOP_LEFT;
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
		int left = -cut(in, w - iw), top = -cut(in, h - ih);
		return new Fitting(iw, ih, w, h, left, top, (double) w / width, (double) h / height);
	}

	/** What is cut off before the centre, of what is too much; below 0 what is added. */
	private static int cut(InputSpec in, int tooMuch) {
		return in.align() == Align.CENTER_DOWN ? tooMuch / 2 : (int) Math.rint(tooMuch / 2.0);
	}

	/**
	 * As the detectors of Hugging Face: the short side is scaled to its length, or less where the
	 * long side would be too long. With a multiple both are stretched to the next one, or pressed to
	 * the one before.
	 */
	private static Fitting scaled(InputSpec in, int width, int height) {
		int side = in.shortSide(), most = in.longSide();
		double least = Math.min(width, height), longest = Math.max(width, height), exact = side;
		if (most > 0 && longest / least * side > most) {
			exact = most * least / longest;
			side = Math.max(1, (int) Math.rint(exact));
		}
		boolean same = (width <= height ? width : height) == side;
		int w = width, h = height;
		if (!same && width < height) {
			w = side;
			h = Math.max(1, (int) (exact * height / width));
		}
		else if (!same) {
			h = side;
			w = Math.max(1, (int) (exact * width / height));
		}
		int multiple = Math.max(1, in.multiple());
		boolean down = in.fit() == Fit.SCALE_DOWN;
		w = down ? Math.max(multiple, w / multiple * multiple) : roundUp(w, multiple);
		h = down ? Math.max(multiple, h / multiple * multiple) : roundUp(h, multiple);
		return new Fitting(w, h, w, h, 0, 0, (double) w / width, (double) h / height);
	}

	/** As DPT of Hugging Face with keep_aspect_ratio and ensure_multiple_of. */
	private static Fitting scaledLeast(InputSpec in, int width, int height) {
		int high = in.shortSide(), wide = in.longSide() > 0 ? in.longSide() : high;
		double down = (double) high / height, across = (double) wide / width;
		double scale = Math.abs(1 - across) < Math.abs(1 - down) ? across : down;
		int multiple = Math.max(1, in.multiple());
		int w = nearest(scale * width, multiple), h = nearest(scale * height, multiple);
		return new Fitting(w, h, w, h, 0, 0, (double) w / width, (double) h / height);
	}

	/** Half of a multiple goes to the even one, as Python rounds. */
	private static int nearest(double length, int multiple) {
		return Math.max(1, (int) Math.rint(length / multiple)) * multiple;
	}

	private static Fitting squeezed(InputSpec in, int width, int height) {
		int iw = in.width(), ih = in.height(), side = in.shortSide();
		int left = -cut(in, side - iw), top = -cut(in, side - ih);
		return new Fitting(iw, ih, side, side, left, top, (double) side / width,
			(double) side / height);
	}

	private static Fitting padded(InputSpec in, int width, int height) {
		int rim = 2 * in.crop(), mostX = in.width() - rim, mostY = in.height() - rim;
		if (!in.anySize() && (width > mostX || height > mostY))
			throw new TriptychException("The image (" + width + " x " + height
				+ ") is larger than the model's input of " + mostX + " x " + mostY
				+ " pixels, and the model does not scale; leave tile=none out, so that it is run in"
				+ " tiles.");
		int crop = in.crop();
		if (!in.anySize())
			return new Fitting(in.width(), in.height(), width, height, crop, crop, 1, 1);
		int least = in.shortSide(), w = magnified(in, width), h = magnified(in, height);
		int iw = roundUp(Math.max(least, w + rim), in.multiple());
		int ih = roundUp(Math.max(least, h + rim), in.multiple());
		return new Fitting(iw, ih, w, h, crop, crop, in.magnification(), in.magnification());
	}

	/** Rounded up: the last pixel of the image is not lost. */
	private static int magnified(InputSpec in, int length) {
		return Math.max(1, (int) Math.ceil(length * in.magnification()));
	}

	private static int roundUp(int n, int multiple) {
		return (n + multiple - 1) / multiple * multiple;
	}

	Placement placement(int imageWidth, int imageHeight) {
		return new Placement(scaleX, scaleY, left, top, imageWidth, imageHeight, inputWidth,
			inputHeight);
	}
}
