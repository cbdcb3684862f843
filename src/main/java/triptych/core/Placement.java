package triptych.core;

/**
 * Where an image lies inside a model's input: input = image * scale + offset, in corner coordinates
 * (core's convention), so that every decoder answers at once in pixels of the image. It knows the
 * sizes of both, for clipping and for maps that come at a fraction of the input's size.
 */
public record Placement(double scaleX, double scaleY, double offsetX, double offsetY,
	int imageWidth, int imageHeight, int inputWidth, int inputHeight)
{

	public double toImageX(double inputX) {
		return (inputX - offsetX) / scaleX;
	}

	public double toImageY(double inputY) {
		return (inputY - offsetY) / scaleY;
	}

	public double toInputX(double imageX) {
		return imageX * scaleX + offsetX;
	}

	public double toInputY(double imageY) {
		return imageY * scaleY + offsetY;
	}

	/** The image box that an input box stands for, each edge moved into the image. */
	public Box toImage(double x1, double y1, double x2, double y2) {
		Box box = new Box(toImageX(x1), toImageY(y1), toImageX(x2), toImageY(y2));
		return box.clipped(imageWidth, imageHeight);
	}
}
