package triptych.core;

/**
 * What a pixel means in the world: its width and height in {@code unit} and the pixel position of
 * the origin, as ImageJ keeps them. y runs downwards.
 */
public record Calibration(double pixelWidth, double pixelHeight, double xOrigin, double yOrigin,
	String unit)
{

	public static final Calibration NONE = new Calibration(1, 1, 0, 0, "pixel");

	public double x(double pixelX) {
		return (pixelX - xOrigin) * pixelWidth;
	}

	public double y(double pixelY) {
		return (pixelY - yOrigin) * pixelHeight;
	}

	public double pixelArea() {
		return pixelWidth * pixelHeight;
	}
}
