package triptych.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Whether the interval of a slope holds the true one as often as it says. */
class SlopeTest {

	private static final int SERIES = 400, SAMPLES = 1000;

	@Test
	void intervalHoldsTheTrueSlopeOfNoiseThatRemembers() {
		for (double memory : new double[]{ 0, 0.9, 0.98 }) {
			int held = 0;
			for (int seed = 0; seed < SERIES; seed++)
				if (holds(new Random(seed), memory)) held++;
			assertTrue(held > 0.91 * SERIES,
				held + " of " + SERIES + " where the next sample is " + memory + " of the last");
		}
	}

	private static boolean holds(Random random, double memory) {
		double[] x = new double[SAMPLES], y = new double[SAMPLES];
		double noise = 0;
		for (int i = 0; i < SAMPLES; i++) {
			noise = memory * noise + random.nextGaussian();
			x[i] = i / 100.0;
			y[i] = 5 + 3 * x[i] + noise;
		}
		Slope slope = Slope.of(x, y);
		return Math.abs(slope.perUnit() - 3) <= slope.half();
	}

	@Test
	void samplesThatAreNotThereAreLeftOut() {
		double[] x = IntStream.range(0, 200).asDoubleStream().toArray();
		double[] y = IntStream.range(0, 200)
			.mapToDouble(i -> i % 4 == 0 ? 2 * i : Double.NaN)
			.toArray();
		Slope slope = Slope.of(x, y);
		assertEquals(2, slope.perUnit(), 1e-9);
		assertEquals(0, slope.half(), 1e-6);
	}
}
