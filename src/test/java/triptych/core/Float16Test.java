package triptych.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Half precision against its definition: 1 sign, 5 exponent and 10 mantissa bits. */
class Float16Test {

	@Test
	void everyPatternHasItsDefinedValue() {
		for (int bits = 0; bits < 65536; bits++) {
			int exponent = bits >> 10 & 31, mantissa = bits & 1023;
			double sign = bits < 32768 ? 1 : -1;
			double magnitude = (1 + mantissa / 1024.0) * Math.pow(2, exponent - 15);
			if (exponent == 0) magnitude = mantissa * Math.pow(2, -24);
			if (exponent == 31) magnitude = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
			assertEquals((float) (sign * magnitude), Float16.toFloat((short) bits), "pattern " + bits);
		}
	}

	@Test
	void everyPatternComesBack() {
		for (int bits = 0; bits < 65536; bits++) {
			short back = Float16.fromFloat(Float16.toFloat((short) bits));
			if ((bits & 0x7fff) > 0x7c00)
				assertTrue(Float.isNaN(Float16.toFloat(back)), "NaN pattern " + bits);
			else assertEquals((short) bits, back, "pattern " + bits);
		}
	}

	@Test
	void valuesBetweenTwoHalvesGoToTheNearestAndTiesToTheEven() {
		for (int bits = 0; bits < 0x7bff; bits++) {
			float low = Float16.toFloat((short) bits), high = Float16.toFloat((short) (bits + 1));
			float middle = (low + high) / 2;
			int even = bits % 2 == 0 ? bits : bits + 1;
			assertEquals((short) even, Float16.fromFloat(middle), "tie above " + bits);
			assertEquals((short) bits, Float16.fromFloat(Math.nextDown(middle)),
				"below the tie above " + bits);
			assertEquals((short) (bits + 1), Float16.fromFloat(Math.nextUp(middle)),
				"over the tie above " + bits);
			assertEquals((short) (even | 0x8000), Float16.fromFloat(-middle),
				"negative tie above " + bits);
		}
	}

	@Test
	void tooLargeValuesBecomeInfinite() {
		assertEquals(65504, Float16.toFloat(Float16.fromFloat(65519.99f)));
		assertEquals(Float.POSITIVE_INFINITY, Float16.toFloat(Float16.fromFloat(65520)));
		assertEquals(Float.NEGATIVE_INFINITY, Float16.toFloat(Float16.fromFloat(-1e30f)));
		assertEquals(Float.POSITIVE_INFINITY,
			Float16.toFloat(Float16.fromFloat(Float.POSITIVE_INFINITY)));
	}
}
