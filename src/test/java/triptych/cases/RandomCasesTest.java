package triptych.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class RandomCasesTest {

	@Test
	void theCaseThatFailsSaysItsNumberAndIsTheSameAlone() {
		List<Double> drawn = new ArrayList<>();
		AssertionError error = assertThrows(AssertionError.class,
			() -> RandomCases.each(100, random -> {
				drawn.add(random.nextDouble());
				assertTrue(drawn.get(drawn.size() - 1) < 0.9, "too large");
			}));
		int failed = drawn.size();
		assertTrue(error.getMessage().startsWith("case " + failed + ": too large"), error.getMessage());
		RandomCases.only(failed, random -> assertEquals(drawn.get(failed - 1), random.nextDouble()));
	}

	@Test
	void firstValuesAreSpread() {
		int[] counts = new int[10];
		RandomCases.each(1000, random -> counts[(int) (10 * random.nextDouble())]++);
		for (int count : counts)
			assertTrue(count > 60 && count < 140, "a tenth of the cases each: " + count);
	}
}
