package triptych.cases;

import java.util.Random;

/**
 * A property that is held against random cases. They are the same in every run; a case that fails
 * says its number, and {@link #only} repeats it alone.
 */
public final class RandomCases {

	/** Spreads the numbers of the cases, since seeds that lie close give similar first values. */
	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	private RandomCases() {}

	/** The property, which draws its case from what it gets and fails where the case breaks it. */
	@FunctionalInterface
	public interface Property {
		void check(Random random);
	}

	public static void each(int cases, Property property) {
		for (int number = 1; number <= cases; number++)
			only(number, property);
	}

	/** One case by its number. */
	public static void only(int number, Property property) {
		try {
			property.check(new Random(number * SPREAD));
		}
		catch (AssertionError | RuntimeException e) {
			throw new AssertionError("case " + number + ": " + e.getMessage(), e);
		}
	}
}
