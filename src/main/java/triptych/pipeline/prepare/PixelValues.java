package triptych.pipeline.prepare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

import triptych.core.Plane;
import triptych.model.InputSpec;

/** Which pixel values a plane has and what a model gets for them, in words. Reads the whole plane. */
public final class PixelValues {

	/** A model that expects a full range sees next to nothing in less than this part of it. */
	private static final double DIM = 0.1;

	private PixelValues() {}

	/** Such as {@code pixel values 3 to 180 were scaled by 1/255}. */
	public static String told(InputSpec in, Plane source) {
		Plane plane = ModelChannels.of(source, in.channels());
		float[] row = new float[plane.width() * plane.channels()];
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, plane.width(), 1, row);
			for (float v : row) {
				low = Math.min(low, v);
				high = Math.max(high, v);
			}
		}
		if (low == high) return "all pixels have the value " + plain(low) + ", so there is nothing to see";
		String values = "pixel values " + plain(low) + " to " + plain(high);
		if (in.percentiles().length == 2) return values + percentiles(in, plane);
		double factor = 255 / plane.maxValue() * in.scale(), share = (high - low) / plane.maxValue();
		return values + scaled(factor) + normalised(in, low * factor, high * factor) + (share >= DIM ? ""
			: "; that is " + new BigDecimal(100 * share).round(new MathContext(2)).toPlainString() + " % of the range of this type "
				+ "of image, too little for most models: try a copy with stretched contrast (Process > Enhance Contrast..., "
				+ "Normalize)");
	}

	private static String percentiles(InputSpec in, Plane plane) {
		double[] p = Percentiles.percentiles(plane, 0, in.percentiles());
		boolean grey = plane.channels() == 1;
		return "; the percentiles " + plain(in.percentiles()[0]) + " and " + plain(in.percentiles()[1]) + (grey ? " ("
			+ plain(p[0]) + " and " + plain(p[1]) + ")" : " of each channel") + " became 0 and 1";
	}

	private static String scaled(double factor) {
		if (factor == 1) return " were used as they are";
		double parts = 1 / factor;
		return " were scaled by " + (Math.abs(parts - Math.rint(parts)) < 1e-6 * parts ? "1/" + plain(Math.rint(parts)) : plain(
			factor));
	}

	private static String normalised(InputSpec in, double low, double high) {
		boolean plain = Arrays.stream(in.mean()).allMatch(m -> m == 0) && Arrays.stream(in.std()).allMatch(s -> s == 1);
		if (plain) return "";
		double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < in.mean().length; k++) {
			least = Math.min(least, (low - in.mean()[k]) / in.std()[k]);
			most = Math.max(most, (high - in.mean()[k]) / in.std()[k]);
		}
		return " and, with the model's mean and deviation, became " + plain(least) + " to " + plain(most);
	}

	private static String plain(double value) {
		double whole = Math.rint(value);
		return (Math.abs(value) >= 1000 ? new BigDecimal(whole) : new BigDecimal(value).round(new MathContext(3)))
			.stripTrailingZeros().toPlainString();
	}
}
