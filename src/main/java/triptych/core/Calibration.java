package triptych.core;

import java.util.Locale;

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

	/**
	 * Edge of a square pixel of this area in micrometres; 0 where the unit is no length known. Inches
	 * and centimetres are none: they come from a file's resolution in print, not from a microscope.
	 */
	public double micrometres() {
		double one = switch (unit.strip().toLowerCase(Locale.ROOT)) {
			case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> 1e-3;
			// both letters that look like this: micro sign and Greek mu
			case "um", "\u00b5m", "\u03bcm", "micron", "microns", "micrometer", "micrometers",
				"micrometre", "micrometres" -> 1;
			case "mm", "millimeter", "millimeters", "millimetre", "millimetres" -> 1e3;
			default -> 0;
		};
		return one * Math.sqrt(pixelArea());
	}
}
