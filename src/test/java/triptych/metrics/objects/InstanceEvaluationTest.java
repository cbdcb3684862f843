package triptych.metrics.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import triptych.metrics.Figure;
import triptych.metrics.StoredCases;

class InstanceEvaluationTest {

	private static final List<String> CELLS = List.of("cell");

	private static ObjectImage labels(int[] truth, int[] found) {
		int truths = Arrays.stream(truth).max().orElse(0),
				founds = Arrays.stream(found).max().orElse(0);
		return new ObjectImage(
				IntStream.range(0, truths).mapToObj(i -> new Truth(0, 1)).toList(),
				IntStream.range(0, founds).mapToObj(i -> new Found(0, 1, 1)).toList(),
				Overlaps.ofLabels(truth, truths, found, founds));
	}

	private static InstanceEvaluation of(double pixelArea, int[]... pairs) {
		InstanceEvaluation evaluation = new InstanceEvaluation(CELLS, 0.5, 0, "µm");
		for (int i = 0; i < pairs.length; i += 2)
			evaluation.add(labels(pairs[i], pairs[i + 1]), pixelArea);
		return evaluation;
	}

	/**
	 * In this order: found whole, missed, split in two halves, two merged, found by 3 of 4 pixels,
	 * and one that is not.
	 */
	private static final int[] TRUTH = {
		1, 1, 1, 1, 0, 2, 2, 2, 2, 0, 3, 3, 3, 3, 0, 4, 4, 4, 4, 5, 5, 5, 5, 0, 6, 6, 6, 6, 0, 0
	};

	private static final int[] FOUND = {
		1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 2, 2, 3, 3, 0, 4, 4, 4, 4, 4, 4, 4, 4, 0, 5, 5, 5, 0, 0, 6
	};

	@Test
	void eachErrorIsCountedAsWhatItIs() {
		InstanceEvaluation evaluation = of(1, TRUTH, FOUND);
		assertEquals(1, StoredCases.value(evaluation, "Missed", Figure.ALL));
		assertEquals(1, StoredCases.value(evaluation, "Split", "cell"));
		assertEquals(2, StoredCases.value(evaluation, "Merged", "cell"));
	}

	/**
	 * At 0.5 the whole one, a half, one of the two merged and the 3 of 4 pixels are right: 4 of 6
	 * and 6.
	 */
	@Test
	void theMicroscopyDefinitionIsRightOverRightWrongAndMissing() {
		InstanceEvaluation evaluation = of(1, TRUTH, FOUND);
		assertEquals(4 / 8.0, StoredCases.value(evaluation, "ObjectAP50", Figure.ALL));
		assertEquals(2 / 10.0, StoredCases.value(evaluation, "ObjectAP75", Figure.ALL));
		double mean = (4 / 8.0 + 5 * 2 / 10.0 + 4 * 1 / 11.0) / 10;
		assertEquals(mean, evaluation.headline().value(), 1e-12);
	}

	@Test
	void labelImagesAreMatchedAsByAnOptimalAssignment() throws IOException {
		JsonObject stored = StoredCases.read("instances.json").getAsJsonObject();
		InstanceEvaluation evaluation = new InstanceEvaluation(CELLS, 0.5, 0, "µm");
		for (JsonElement e : stored.getAsJsonArray("pairs")) {
			JsonObject pair = e.getAsJsonObject();
			int[] truth = StoredCases.ints(pair.get("truth"));
			evaluation.add(labels(truth, StoredCases.ints(pair.get("found"))), 1);
		}
		double[] expected = StoredCases.doubles(stored.get("precisions"));
		assertArrayEquals(expected, evaluation.precisions(), 1e-12);
		assertEquals(
				Arrays.stream(expected).average().getAsDouble(),
				evaluation.headline().value(),
				1e-12);
	}

	@Test
	void theMatchedDiceIsTheMedian() {
		int[] truth = {1, 1, 1, 1, 0, 2, 2, 2, 2, 3, 3, 3, 3},
				found = {1, 1, 1, 1, 0, 2, 2, 2, 0, 0, 0, 3, 3};
		assertEquals(6 / 7.0, StoredCases.value(of(1, truth, found), "MatchedDice", "cell"), 1e-12);
	}

	/** Differences of the counts 1, -1 and 3: bias 1, standard deviation 2. */
	@Test
	void countAndCalibratedAreaHaveABiasWithLimits() {
		int[] none = {0, 0, 0, 0, 0}, one = {1, 1, 0, 0, 0}, three = {1, 0, 2, 0, 3};
		InstanceEvaluation evaluation = of(0.25, none, one, one, none, none, three);
		assertEquals(1, StoredCases.value(evaluation, "CountBias", Figure.ALL));
		assertEquals(
				1 - 1.96 * 2, StoredCases.value(evaluation, "CountLimitLow", Figure.ALL), 1e-12);
		assertEquals(
				1 + 1.96 * 2, StoredCases.value(evaluation, "CountLimitHigh", Figure.ALL), 1e-12);
		assertEquals(
				0.25 * (2 - 2 + 3) / 3, StoredCases.value(evaluation, "AreaBias", "cell"), 1e-12);
		assertEquals(
				"µm²",
				evaluation.figures().stream()
						.filter(f -> f.metric().name().equals("AreaBias"))
						.findFirst()
						.get()
						.metric()
						.unit());
	}

	@Test
	void weakPredictionsDoNotCount() {
		int[] map = {1, 1, 0, 2, 2};
		ObjectImage image =
				new ObjectImage(
						List.of(new Truth(0, 2), new Truth(0, 2)),
						List.of(new Found(0, 2, 0.9), new Found(0, 2, 0.3)),
						Overlaps.ofLabels(map, 2, map, 2));
		InstanceEvaluation evaluation = new InstanceEvaluation(CELLS, 0.5, 0.5, "µm");
		evaluation.add(image, 1);
		assertEquals(0.5, evaluation.headline().value());
		assertEquals(1, StoredCases.value(evaluation, "Missed", "cell"));
	}

	@Test
	void nothingThereAndNothingFoundIsNotANumber() {
		int[] none = new int[4], one = {0, 1, 1, 0};
		assertTrue(Double.isNaN(of(1, none, none).headline().value()));
		assertTrue(Double.isNaN(new InstanceEvaluation(CELLS, 0.5, 0, "µm").headline().value()));
		assertEquals(0, of(1, one, none).headline().value());
		assertEquals(0, of(1, none, one).headline().value());
	}
}
