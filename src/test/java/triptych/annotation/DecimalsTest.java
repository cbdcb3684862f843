package triptych.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Numbers are written with as few digits as give them again. */
class DecimalsTest {

	@Test
	void aWidthGivesTheSameEndAgain() {
		assertEquals("77.71", Decimals.length(199.84, 199.84 + 77.71));
		Random random = new Random(5);
		for (int go = 0; go < 1000; go++) {
			double x = random.nextDouble() * 1000, end = x + random.nextDouble() * 300;
			assertEquals(end, x + Double.parseDouble(Decimals.length(x, end)), Math.ulp(end));
		}
	}

	@Test
	void numbersHaveNoExponentAndNoTrailingZeros() {
		assertEquals("640", Decimals.of(640.0));
		assertEquals("0.00001", Decimals.of(1e-5));
		assertEquals("-3.5", Decimals.of(-3.5));
	}
}
