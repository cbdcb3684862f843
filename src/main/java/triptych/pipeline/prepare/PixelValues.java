package triptych.pipeline.prepare;

import static triptych.core.Numbers.rounded;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;

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
	/** Of the pixels so many brighter ones are hot, and so many clipped ones change little. */
	private static final double HOT = 1e-4, CLIPPED = 1e-3;

	private PixelValues() {}

	private record Range(double low, double high) {}

	/** Such as {@code pixel values 3 to 180 were scaled by 1/255}. */
	public static String told(InputSpec in, Plane source) {
		Plane plane = ModelChannels.of(source, in.channels());
		return told(in, plane, range(plane, Double.POSITIVE_INFINITY, 0).orElseThrow());
	}

	private static String told(InputSpec in, Plane plane, Range range) {
		double low = range.low(), high = range.high();
		if (low == high)
			return "all pixels have the value " + rounded(low) + ", so there is nothing to see";
		String values = "pixel values " + rounded(low) + " to " + rounded(high);
		if (in.percentiles().length == 2) return values + percentiles(in, plane);
		double factor = 255 / plane.maxValue() * in.scale(), share = (high - low) / plane.maxValue();
		return values + scaled(factor) + normalised(in, low * factor, high * factor) + dim(share);
	}

	/**
	 * The range of the values that lie below a limit; empty where more than a few do not.
	 *
	 * @param few how many may lie above and do not count
	 */
	private static Optional<Range> range(Plane plane, double limit, long few) {
		float[] row = new float[plane.width() * plane.channels()];
		float low = Float.POSITIVE_INFINITY, high = -low;
		long above = 0;
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, plane.width(), 1, row);
			for (float v : row) {
				if (v >= limit) {
					if (++above > few) return Optional.empty();
					continue;
				}
				if (v < low) low = v;
				if (v > high) high = v;
			}
		}
		return Optional.of(new Range(low, high));
	}

	/**
	 * Where the values take a small part of a range that the model takes for the whole: what they
	 * are, without its full stop. Blank for an ordinary plane, which is seldom read to its end.
	 */
	public static String dark(InputSpec in, Plane source) {
		if (in.percentiles().length > 0) return "";
		Plane plane = ModelChannels.of(source, in.channels());
		return darkRange(plane).map(range -> sentence(told(in, plane, range))).orElse("");
	}

	/**
	 * Which pixels do not count as they are, without its full stop: values outside of the range of
	 * 32-bit or signed numbers, and padding. Blank for an ordinary plane.
	 */
	public static String leftOut(InputSpec in, Plane source) {
		Plane plane = ModelChannels.of(source, in.channels());
		if (in.percentiles().length == 0) return plane.bytes() ? "" : clipped(plane);
		long padding = Padding.of(plane).left();
		if (padding == 0) return "";
		return padding + " pixels of one value at the edge of the image were taken for padding and did"
			+ " not count for its contrast";
	}

	private static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** Values outside the range of a plane of 32-bit or signed numbers, which are clipped to it. */
	private static String clipped(Plane plane) {
		float[] row = new float[plane.width() * plane.channels()];
		float full = (float) plane.maxValue();
		long below = 0, above = 0;
		for (int y = 0; y < plane.height(); y++) {
			plane.read(0, y, plane.width(), 1, row);
			for (float v : row) {
				if (v < 0) below++;
				else if (v > full) above++;
			}
		}
		long n = (long) row.length * plane.height();
		if (below + above <= CLIPPED * n) return "";
		String percent = rounded(100.0 * (below + above) / n);
		return percent + " % of the values lie outside 0 to " + rounded(full)
			+ ", which the model takes for black and white, and were clipped to it";
	}

	/** The range of a plane whose values nearly all lie in the lowest part, but not all are one. */
	private static Optional<Range> darkRange(Plane plane) {
		double n = (double) plane.width() * plane.channels() * plane.height();
		long few = n < 1 / CLIPPED ? 0 : (long) Math.ceil(HOT * n);
		// A plane without a value above 0 is told as clipped.
		return range(plane, DARK * plane.maxValue(), few)
			.filter(r -> r.low() < r.high() && r.high() > 0);
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
