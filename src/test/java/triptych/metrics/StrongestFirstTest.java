package triptych.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class StrongestFirstTest {

	@Test
	void theOrderIsThatOfAStableSort() {
		Random random = new Random(3);
		for (int n : new int[] { 0, 1, 2, 17, 1000 }) {
			double[] scores = random.doubles(n).map(d -> Math.round(20 * d - 5) / 10.0).toArray();
			for (int i = 0; i < n; i += 7)
				scores[i] = Double.NaN;
			int[] expected = IntStream.range(0, n)
				.boxed()
				.sorted((a, b) -> Double.compare(-scores[a], -scores[b]))
				.mapToInt(i -> i)
				.toArray();
			assertArrayEquals(expected, StrongestFirst.of(scores));
		}
	}
}
