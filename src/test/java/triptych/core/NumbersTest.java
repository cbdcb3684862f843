package triptych.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each form of a number as text keeps its digits, in a country that writes a comma too. */
class NumbersTest {

	private final Locale usual = Locale.getDefault();

	@BeforeEach
	void inGermany() {
		Locale.setDefault(Locale.GERMANY);
	}

	@AfterEach
	void atHome() {
		Locale.setDefault(usual);
	}

	@Test
	void anExactNumberReadsBackAsItself() {
		assertEquals("2", Numbers.exact(2));
		assertEquals("0", Numbers.exact(-0.0));
		assertEquals("0.1", Numbers.exact(0.1));
		assertEquals("1.0E-5", Numbers.exact(1e-5));
		assertEquals("1.0E15", Numbers.exact(1e15));
		assertEquals("NaN", Numbers.exact(Double.NaN));
	}

	@Test
	void aLimitHasNoExponent() {
		assertEquals("0.00001", Numbers.limit(1e-5));
		assertEquals("0.5", Numbers.limit(0.50));
		assertEquals("1", Numbers.limit(1));
	}

	@Test
	void aScoreHasTwoDecimals() {
		assertEquals("0.90", Numbers.score(0.9));
		assertEquals("1.00", Numbers.score(0.999));
	}

	@Test
	void aMeasuredValueHasThreeDigitsOrIsWhole() {
		assertEquals("0.0039", Numbers.rounded(0.0039));
		assertEquals("0.00392", Numbers.rounded(1 / 255.0));
		assertEquals("12.3", Numbers.rounded(12.345));
		assertEquals("40000", Numbers.rounded(40000.4));
	}

	@Test
	void aScoreBelowALimitIsSeenToBeBelowIt() {
		assertEquals("0.21", Numbers.below(0.5, 0.2112));
		assertEquals("0.4996", Numbers.below(0.5, 0.4996));
		assertEquals("0.003", Numbers.below(0.5, 0.003));
		assertEquals("0", Numbers.below(0.5, 0));
	}

	@Test
	void decimalsAreThoseOfJavasFormatter() {
		Random random = new Random(4);
		double[] odd = { 0, -0.0, 0.5, 0.005, 0.125, 0.99995, 0.999949999, 1, 2.5, -0.3, 1e12,
			1e-9, Double.NaN, Double.POSITIVE_INFINITY };
		for (int decimals = 0; decimals <= 9; decimals++) {
			for (double value : odd)
				assertFixed(value, decimals);
			for (int i = 0; i < 2000; i++) {
				assertFixed(random.nextDouble(), decimals);
				assertFixed((float) random.nextDouble() * 1000, decimals);
				// Exactly between two, or a hair beside.
				double middle = (random.nextInt(2000) + 0.5) / Math.pow(10, decimals);
				assertFixed(middle, decimals);
				assertFixed(Math.nextUp(middle), decimals);
			}
		}
		assertEquals("0007", Numbers.padded(7, 4));
		assertEquals("12345", Numbers.padded(12345, 4));
	}

	private static void assertFixed(double value, int decimals) {
		assertEquals(String.format(Locale.ROOT, "%." + decimals + "f", value),
			Numbers.fixed(value, decimals), value + " with " + decimals);
	}
}
