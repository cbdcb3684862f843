package triptych.advisor;

import java.util.Locale;

import triptych.advisor.need.Words;

/** From the lowest to the highest published value, both included. */
public record Range(double low, double high) {

	Range times(double factor) {
		return new Range(low * factor, high * factor);
	}

	Range plus(Range other) {
		return new Range(low + other.low, high + other.high);
	}

	Affordable within(double limit) {
		if (high <= limit) return Affordable.YES;
		return low > limit ? Affordable.NO : Affordable.PARTIAL;
	}

	/**
	 * An amount of money, hours or images as people write it: whole from 10 up, one decimal below,
	 * two below 1.
	 */
	public static String amount(double n) {
		if (n >= 10 || n == Math.rint(n)) return String.format(Locale.ROOT, "%,.0f", n);
		return String.format(Locale.ROOT, n < 1 ? "%.2f" : "%.1f", n);
	}

	/** Such as "12 to 40". */
	public String text(Words words) {
		return low == high ? amount(low) : words.say("range", amount(low), amount(high));
	}
}
