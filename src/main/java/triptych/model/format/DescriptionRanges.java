package triptych.model.format;

/**
 * The numbers that the keys of a description can have, whatever the model: what lies outside of
 * them would give wrong results in silence.
 */
final class DescriptionRanges {

	/** Pixels along an edge of a network's input. */
	private static final int MOST_PIXELS = 65536;

	private DescriptionRanges() {}

	/** @throws triptych.core.TriptychException where a number is outside of its range */
	static void check(DescriptionKeys top) {
		top.number("pixel-size", 0, 0, 1e6);
		top.number("diameter", 0, 0, 1e5);
		DescriptionKeys limits = top.section("thresholds");
		limits.number("confidence", 0, 0, 1);
		limits.number("overlap", 0, 0, 1);
		checkInput(top.section("input"));
	}

	private static void checkInput(DescriptionKeys in) {
		in.whole("multiple", 1, 1, 4096);
		for (String side : new String[] { "short-side", "long-side" })
			in.whole(side, 1, 1, MOST_PIXELS);
		if (in.number("scale", 1) == 0) throw in.wrong("scale", "a number other than 0");
		if (!in.text("fill", "reflect").equals("reflect")) in.number("fill", 0, 0, 255);
		for (double n : in.each("size"))
			if (n != Math.rint(n) || n < 1 || n > MOST_PIXELS)
				throw in.wrong("size", "[height, width], whole numbers from 1 to " + MOST_PIXELS);
		for (double s : in.each("std"))
			if (s <= 0) throw in.wrong("std", "numbers above 0");
		checkPercentiles(in);
	}

	private static void checkPercentiles(DescriptionKeys in) {
		double[] at = in.numbers("percentiles", new double[] { 1, 99 }, 2);
		if (!(at[0] >= 0 && at[1] <= 100 && at[0] < at[1]))
			throw in.wrong("percentiles", "[low, high], from 0 to 100, the low one first");
	}
}
