package triptych.pipeline.prepare;

import static triptych.core.Numbers.rounded;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

import triptych.core.Plane;
import triptych.model.InputSpec;

/**
 * Which pixel values a plane has and what a model gets for them, in words. Reads the whole plane.
 */
public final class PixelValues {

	/**
	 * A model that expects a full range sees next to nothing in less than this part of it. A 12-bit
	 * camera in a 16-bit file reaches a sixteenth.
	 */
	private static final double DARK = 1 / 8.0;

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
		if (low == high)
			return "all pixels have the value " + rounded(low) + ", so there is nothing to see";
		String values = "pixel values " + rounded(low) + " to " + rounded(high);
		if (in.percentiles().length == 2) return values + percentiles(in, plane);
		double factor = 255 / plane.maxValue() * in.scale(), share = (high - low) / plane.maxValue();
		return values + scaled(factor) + normalised(in, low * factor, high * factor) + dim(share);
	}

	/**
	 * What about a plane's values can change a result without being seen in it, without its full
	 * stop: that they take a small part of a range that the model takes for the whole, or that part
	 * of the plane is padding. Blank for an ordinary plane, which is seldom read to its end.
	 */
	public static String unusual(InputSpec in, Plane source) {
		Plane plane = ModelChannels.of(source, in.channels());
		if (in.percentiles().length == 0)
			return isDark(plane) ? sentence(told(in, source)) : "";
		long padding = Padding.of(plane).left();
		if (padding == 0) return "";
		return padding + " pixels of one value at the edge of the image were taken for padding and did"
			+ " not count for its contrast";
	}

	private static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** True where all values lie in the lowest part of the range, and not all are the same. */
	private static boolean isDark(Plane plane) {
		float[] row = new float[plane.width() * plane.channels()];
		float limit = (float) (DARK * plane.maxValue()), low = Float.POSITIVE_INFINITY, high = -low;
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, plane.width(), 1, row);
			for (float v : row) {
				if (v >= limit) return false;
				low = Math.min(low, v);
				high = Math.max(high, v);
			}
		}
		return low < high;
	}

	/** @param share of the range of the pixel type that the values take, in [0,1] */
	private static String dim(double share) {
		if (share >= DARK) return "";
		return "; that is " + new BigDecimal(100 * share).round(new MathContext(2)).toPlainString()
			+ " % of the range of this type of image, too little for most models: try a copy with"
			+ " stretched contrast (Process > Enhance Contrast..., Normalize)";
	}

	private static String percentiles(InputSpec in, Plane plane) {
		Contrast p = Contrast.of(plane, Padding.of(plane), 0, in.percentiles());
		String values = " of each channel";
		if (plane.channels() == 1) values = " (" + rounded(p.low()) + " and " + rounded(p.high()) + ")";
		return "; the percentiles " + rounded(in.percentiles()[0]) + " and "
			+ rounded(in.percentiles()[1]) + values + " became 0 and 1";
	}

	private static String scaled(double factor) {
		if (factor == 1) return " were used as they are";
		double parts = 1 / factor;
		boolean fraction = Math.abs(parts - Math.rint(parts)) < 1e-6 * parts;
		String by = fraction ? "1/" + rounded(Math.rint(parts)) : rounded(factor);
		return " were scaled by " + by;
	}

	private static String normalised(InputSpec in, double low, double high) {
		boolean plain = Arrays.stream(in.mean()).allMatch(m -> m == 0)
			&& Arrays.stream(in.std()).allMatch(s -> s == 1);
		if (plain) return "";
		double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for (int k = 0; k < in.mean().length; k++) {
			least = Math.min(least, (low - in.mean()[k]) / in.std()[k]);
			most = Math.max(most, (high - in.mean()[k]) / in.std()[k]);
		}
		return " and, with the model's mean and deviation, became " + rounded(least) + " to "
			+ rounded(most);
	}
}
