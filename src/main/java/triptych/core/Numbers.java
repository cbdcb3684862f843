package triptych.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, by what they are written for; always with a point, whatever the language. */
public final class Numbers {

	private static final double[] POWERS = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };

	private Numbers() {}

	/**
	 * For what is read back, such as the value of a key or the cell of a CSV file: reads as the same
	 * double. A whole number has no point ({@code 2}, {@code 0.25}, {@code 1.0E-5}).
	 */
	public static String exact(double value) {
		boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
		return whole ? String.valueOf((long) value) : String.valueOf(value);
	}

	/** For a limit in a sentence: all its digits and never an exponent ({@code 0.00001}). */
	public static String limit(double value) {
		return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
	}

	/** For a score in [0,1] that is shown: two decimals ({@code 0.90}). */
	public static String score(double value) {
		return fixed(value, 2);
	}

	/**
	 * With so many decimals, at most nine: what {@code %.2f} gives, in a tenth of its time where the
	 * value is not near the middle between two numbers of so many decimals.
	 */
	public static String fixed(double value, int decimals) {
		double units = value * POWERS[decimals], nearest = Math.rint(units);
		boolean plain = value > 0 && units < 1e9 && Math.abs(Math.abs(units - nearest) - 0.5) > 1e-4;
		if (!plain) return String.format(Locale.ROOT, "%." + decimals + "f", value);
		long whole = (long) nearest / (long) POWERS[decimals];
		String fraction = padded((long) nearest % (long) POWERS[decimals], decimals);
		return decimals == 0 ? String.valueOf(whole) : whole + "." + fraction;
	}

	/** A number from 0 up with at least so many digits, zeros before it. */
	public static String padded(long number, int digits) {
		String text = String.valueOf(number);
		return "0".repeat(Math.max(0, digits - text.length())) + text;
	}

	/** For a measured value in a sentence: three digits, but whole from 1000 on. */
	public static String rounded(double value) {
		BigDecimal digits = Math.abs(value) >= 1000 ? new BigDecimal(Math.rint(value))
			: new BigDecimal(value).round(new MathContext(3));
		return digits.stripTrailingZeros().toPlainString();
	}

	/** For a score that missed a limit: as many digits as show that it is less, and not nothing. */
	public static String below(double limit, double score) {
		if (!Double.isFinite(score)) return String.valueOf(score);
		for (int digits = 2; digits < 9; digits++) {
			BigDecimal rounded = new BigDecimal(score).setScale(digits, RoundingMode.HALF_UP);
			boolean something = rounded.signum() > 0 || score < 1e-6;
			if (something && rounded.doubleValue() < limit)
				return rounded.stripTrailingZeros().toPlainString();
		}
		return String.valueOf(score);
	}
}
