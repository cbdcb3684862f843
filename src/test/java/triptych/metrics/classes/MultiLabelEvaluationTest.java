package triptych.metrics.classes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import triptych.metrics.Figure;
import triptych.metrics.StoredCases;

class MultiLabelEvaluationTest {

	@Test
	void figuresAreThoseOfScikitLearn() throws IOException {
		for (JsonElement e :
				StoredCases.read("multilabel.json").getAsJsonObject().getAsJsonArray("cases")) {
			JsonObject stored = e.getAsJsonObject();
			List<String> names = IntStream.range(0, 5).mapToObj(c -> "class " + c).toList();
			MultiLabelEvaluation evaluation =
					new MultiLabelEvaluation(names, new double[] {0.5, 0.5, 0.5, 0.5, 0.5});
			for (int i = 0; i < stored.getAsJsonArray("truth").size(); i++) {
				JsonArray row = stored.getAsJsonArray("truth").get(i).getAsJsonArray();
				boolean[] truth = new boolean[5];
				for (int c = 0; c < 5; c++) truth[c] = row.get(c).getAsBoolean();
				evaluation.add(truth, StoredCases.doubles(stored.getAsJsonArray("scores").get(i)));
			}
			StoredCases.assertFigures(stored, evaluation, names);
		}
	}

	@Test
	void theBestThresholdAcceptsTheWeakestRightImageAndCanBeTyped() {
		MultiLabelEvaluation evaluation =
				new MultiLabelEvaluation(List.of("a", "never"), new double[] {0.5, 0.5});
		double[] scores = {0.91234, 0.68213, 0.68112, 0.2};
		for (int i = 0; i < scores.length; i++)
			evaluation.add(new boolean[] {i < 2, false}, new double[] {scores[i], 0.1});
		assertArrayEquals(new double[] {0.682, Double.NaN}, evaluation.bestThresholds(), 1e-12);
	}

	@Test
	void noImagesGiveNoNumbers() {
		for (Figure figure : new MultiLabelEvaluation(List.of("a"), new double[] {0.5}).figures())
			assertTrue(Double.isNaN(figure.value()), figure.metric().name());
	}
}
