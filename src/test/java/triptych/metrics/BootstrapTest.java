package triptych.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class BootstrapTest {

	private static double[] normal(int n, long seed) {
		return new Random(seed).doubles(n).map(u -> 0.5 + 0.1 * Quantiles.normal(u)).toArray();
	}

	@Test
	void quantilesAreThoseOfTheTables() {
		assertEquals(1.959963984540054, Quantiles.normal(0.975), 1e-9);
		assertEquals(-3.719016485455709, Quantiles.normal(0.0001), 1e-9);
		assertEquals(0.9999997133484281, Quantiles.normalBelow(5), 1e-15);
		assertEquals(12.706204736432095, Quantiles.t(0.975, 1), 1e-6);
		assertEquals(4.302652729911275, Quantiles.t(0.975, 2), 1e-9);
		assertEquals(2.093024054408263, Quantiles.t(0.975, 19), 1e-9);
		assertEquals(1.9719565442493954, Quantiles.t(0.975, 199), 1e-9);
	}

	@Test
	void theIntervalOfAMeanOfNormalValuesIsNearStudents() {
		double[] values = normal(200, 1);
		Interval interval = Bootstrap.of(Pooled.mean(values), 200);
		double mean = Arrays.stream(values).average().getAsDouble();
		double half =
				1.972
						* Math.sqrt(
								Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum()
										/ 199
										/ 200);
		assertEquals(mean, interval.value(), 1e-12);
		assertEquals(mean - half, interval.low(), half / 10);
		assertEquals(mean + half, interval.high(), half / 10);
		assertEquals(200, interval.n());
		assertEquals(List.of(), interval.warnings());
	}

	/** Plain percentiles of ten images would be a sixth too narrow. */
	@Test
	void ofFewImagesTheIntervalIsAsWideAsStudents() {
		int n = 10, samples = 30;
		double ratios = 0;
		for (int s = 0; s < samples; s++) {
			double[] values = normal(n, 100 + s);
			Interval interval = Bootstrap.of(Pooled.mean(values), n);
			double mean = Arrays.stream(values).average().getAsDouble();
			double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
			double half = 2.262 * Math.sqrt(squares / (n - 1) / n);
			ratios += (interval.high() - interval.low()) / 2 / half;
		}
		assertEquals(1, ratios / samples, 0.03);
	}

	/** Within what 2000 resamples leave to chance; the plain percentiles lie further off. */
	@Test
	void skewedImagesShiftTheIntervalAsScipysDoes() throws IOException {
		JsonObject stored = StoredCases.read("bootstrap.json").getAsJsonObject();
		double[] values = StoredCases.doubles(stored.get("values"));
		Interval interval = Bootstrap.of(Pooled.mean(values), values.length);
		double[] expected = StoredCases.doubles(stored.get("BCa"));
		assertEquals(expected[0], interval.low(), 0.002);
		assertEquals(expected[1], interval.high(), 0.002);
		double[] percentiles = StoredCases.doubles(stored.get("percentile"));
		assertTrue(percentiles[0] - interval.low() > 0.002);
		assertTrue(percentiles[1] - interval.high() > 0.002);
	}

	@Test
	void theSameImagesGiveTheSameInterval() {
		Pooled mean = Pooled.mean(normal(60, 2));
		assertEquals(Bootstrap.of(mean, 60), Bootstrap.of(mean, 60));
	}

	@Test
	void fewImagesAndWideIntervalsAreWarnedOf() {
		double[] spread = new double[20];
		for (int i = 0; i < 20; i++) spread[i] = i % 2;
		List<String> warnings = Bootstrap.of(Pooled.mean(spread), 20).warnings();
		assertEquals(2, warnings.size());
		assertTrue(warnings.get(0).contains("Only 20 images"));
		assertTrue(warnings.get(1).contains("Too few images to tell"));
	}

	@Test
	void imagesOfOnePatientAreResampledTogether() {
		double[] values = new double[100];
		int[] patient = new int[100];
		for (int i = 0; i < 100; i++) {
			patient[i] = i / 10;
			values[i] = normal(10, 5)[patient[i]];
		}
		Interval alone = Bootstrap.of(Pooled.mean(values), 100),
				together = Bootstrap.ofGroups(Pooled.mean(values), patient);
		assertEquals(10, together.n());
		assertTrue(together.high() - together.low() > 2.5 * (alone.high() - alone.low()));
	}

	@Test
	void whatCannotBeToldHasNoInterval() {
		assertTrue(Double.isNaN(Bootstrap.of(Pooled.mean(new double[] {0.5}), 1).low()));
		assertTrue(Double.isNaN(Bootstrap.of(Pooled.mean(new double[0]), 0).high()));
		assertTrue(Double.isNaN(Bootstrap.of(times -> Double.NaN, 10).value()));
		Interval seldom =
				Bootstrap.of(
						times -> Arrays.stream(times).allMatch(t -> t == 1) ? 0.5 : Double.NaN, 10);
		assertEquals(0.5, seldom.value());
		assertTrue(Double.isNaN(seldom.low()));
	}

	@Test
	void allImagesAlikeGiveAnIntervalOfNoWidth() {
		double[] ones = new double[60];
		Arrays.fill(ones, 1);
		Interval interval = Bootstrap.of(Pooled.mean(ones), 60);
		assertEquals(1, interval.low());
		assertEquals(1, interval.high());
	}

	/** Two models whose errors go together differ clearly, though their own intervals overlap. */
	@Test
	void modelsAreComparedImageByImage() {
		double[] a = normal(60, 3), b = Arrays.stream(a).map(v -> v - 0.01).toArray();
		for (int i = 0; i < 60; i++) b[i] += 0.001 * (i % 7);
		Metric metric = new Metric("Dice", "", "", "", Metric.Better.HIGHER, true);
		Figure first = new Figure(metric, Figure.ALL, Pooled.mean(a), 60),
				second = new Figure(metric, Figure.ALL, Pooled.mean(b), 60);
		assertTrue(second.interval().high() > first.interval().low());
		Interval difference = first.minus(second);
		assertTrue(difference.excludesZero());
		assertEquals(first.value() - second.value(), difference.value(), 1e-12);
		assertFalse(first.minus(first).excludesZero());
	}
}
