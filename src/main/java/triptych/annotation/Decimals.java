package triptych.annotation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoublePredicate;

/** Decimal numbers with as few digits as give the same value again when they are read. */
public final class Decimals {

	/** A double has no more. */
	private static final int MOST = 17;

	private Decimals() {}

	/** A number as a file holds it: without exponent where it is neither huge nor tiny. */
	public static String of(double value) {
		if (value == Math.rint(value) && Math.abs(value) < 1e15) return String.valueOf((long) value);
		return plain(BigDecimal.valueOf(value));
	}

	/** The length from one coordinate to another, so that the sum is the second to the last bit. */
	public static String length(double from, double to) {
		return shortest(to - from, length -> from + length == to);
	}

	/**
	 * @param value about the number
	 * @param same whether a decimal is as good as it
	 */
	public static String shortest(double value, DoublePredicate same) {
		BigDecimal exact = new BigDecimal(value);
		for (int digits = 0; digits <= MOST; digits++) {
			BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_EVEN);
			if (same.test(rounded.doubleValue())) return plain(rounded);
		}
		return plain(BigDecimal.valueOf(value));
	}

	/** A number with so many digits behind the point. */
	public static double rounded(double value, int digits) {
		return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
	}

	private static String plain(BigDecimal value) {
		if (value.signum() == 0) return "0";
		BigDecimal stripped = value.stripTrailingZeros();
		return stripped.scale() > MOST + 3 ? stripped.toString() : stripped.toPlainString();
	}
}
