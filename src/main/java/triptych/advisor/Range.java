package triptych.advisor;

/** From the lowest to the highest published value, both included. */
public record Range(double low, double high) {

	Range times(double factor) {
		return new Range(low * factor, high * factor);
	}

	Range plus(Range other) {
		return new Range(low + other.low, high + other.high);
	}

	Affordable within(double limit) {
		return high <= limit ? Affordable.YES : low > limit ? Affordable.NO : Affordable.PARTIAL;
	}
}
