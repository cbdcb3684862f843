package triptych.metrics.classes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import triptych.metrics.Figure;
import triptych.metrics.StoredCases;

class ClassificationEvaluationTest {

	@Test
	void figuresAreThoseOfScikitLearn() throws IOException {
		for (JsonElement e :
				StoredCases.read("classification.json").getAsJsonObject().getAsJsonArray("cases")) {
			JsonObject stored = e.getAsJsonObject();
			int[] truth = StoredCases.ints(stored.get("truth"));
			int classes = stored.getAsJsonArray("confusion").size();
			List<String> names = IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
			ClassificationEvaluation evaluation = new ClassificationEvaluation(names);
			for (int i = 0; i < truth.length; i++) {
				double[] scores = StoredCases.doubles(stored.getAsJsonArray("scores").get(i));
				evaluation.add(truth[i], ClassificationEvaluation.best(scores), scores);
			}
			StoredCases.assertFigures(stored, evaluation, names);
			for (int c = 0; c < classes; c++) {
				long[] row = new long[classes + 1];
				for (int p = 0; p < classes; p++)
					row[p] =
							stored.getAsJsonArray("confusion")
									.get(c)
									.getAsJsonArray()
									.get(p)
									.getAsLong();
				assertArrayEquals(row, evaluation.confusion().counts()[c]);
			}
		}
	}

	@Test
	void aRejectedImageIsWrongAndStandsInTheLastColumn() {
		ClassificationEvaluation evaluation = new ClassificationEvaluation(List.of("a", "b"));
		evaluation.add(0, 0);
		evaluation.add(1, -1);
		assertEquals(0.5, StoredCases.value(evaluation, "Accuracy", Figure.ALL));
		assertEquals(1, evaluation.confusion().counts()[1][2]);
		assertEquals(0, StoredCases.value(evaluation, "F1", "b"));
	}

	@Test
	void whatOneClassOrNoScoresCannotTellIsNotANumber() {
		ClassificationEvaluation one = new ClassificationEvaluation(List.of("a", "b"));
		one.add(0, 0, new double[] {0.9, 0.1});
		one.add(0, 0, new double[] {Double.NaN, 0.4});
		assertEquals(1, StoredCases.value(one, "Accuracy", Figure.ALL));
		assertTrue(Double.isNaN(StoredCases.value(one, "MCC", Figure.ALL)));
		assertTrue(Double.isNaN(StoredCases.value(one, "ROCAUC", Figure.ALL)));
		assertTrue(Double.isNaN(StoredCases.value(one, "Recall", "b")));
		ClassificationEvaluation without = new ClassificationEvaluation(List.of("a", "b"));
		without.add(0, 1);
		for (String name : List.of("AP", "ECE", "Brier"))
			assertTrue(Double.isNaN(StoredCases.value(without, name, Figure.ALL)), name);
	}

	@Test
	void aReliabilityBinHoldsItsUpperEnd() {
		ClassificationEvaluation evaluation = new ClassificationEvaluation(List.of("a", "b"));
		evaluation.add(0, 0, new double[] {0.7, 0.3});
		evaluation.add(1, 0, new double[] {0.8, 0.2});
		Calibration calibration = evaluation.calibration();
		assertEquals(1, calibration.weight()[6]);
		assertEquals(1, calibration.weight()[7]);
		assertEquals((0.3 + 0.8) / 2, calibration.error(), 1e-12);
	}
}
