package triptych.advisor;

import triptych.advisor.need.Words;

/** From the lowest to the highest published value, both included. */
public record Range(double low, double high) {

	/** @param cell of a table, such as {@code 0.05..0.20}, or one number for both */
	static Range of(String cell) {
		int dots = cell.indexOf("..");
		String low = dots < 0 ? cell : cell.substring(0, dots);
		String high = dots < 0 ? cell : cell.substring(dots + 2);
		return new Range(Double.parseDouble(low), Double.parseDouble(high));
	}

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

	/** Such as "12 to 40". */
	public String text(Words words) {
		return low == high ? words.amount(low)
			: words.say("range", words.amount(low), words.amount(high));
	}
}
