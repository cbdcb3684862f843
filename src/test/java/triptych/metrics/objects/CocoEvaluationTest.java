package triptych.metrics.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;

import triptych.metrics.Figure;
import triptych.metrics.SharedCases;

class CocoEvaluationTest {

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("AP", "AP_all"), Map.entry("AP50", "AP_50"),
		Map.entry("AP75", "AP_75"), Map.entry("APSmall", "AP_small"), Map.entry("APMedium", "AP_medium"), Map.entry(
			"APLarge", "AP_large"), Map.entry("AR1", "AR_1"), Map.entry("AR10", "AR_10"), Map.entry("AR100", "AR_100"), Map
				.entry("ARSmall", "AR_small"), Map.entry("ARMedium", "AR_medium"), Map.entry("ARLarge", "AR_large"));

	@ParameterizedTest
	@ValueSource(strings = {"bbox", "segm"})
	void theTwelveFiguresAreThoseOfCocoEval(String kind) throws IOException {
		Path folder = SharedCases.path("metrics_cocoeval");
		boolean masks = kind.equals("segm");
		CocoCase data = CocoCase.read(folder.resolve("instances_val2014_100.json"), folder.resolve(
			"instances_val2014_fake" + kind + "100_results.json"), masks);
		CocoEvaluation evaluation = new CocoEvaluation(data.classNames());
		data.images(masks).forEach(evaluation::add);
		JsonObject expected = SharedCases.json(folder.resolve("expected.json")).getAsJsonObject().getAsJsonObject(kind);
		for (Figure figure : evaluation.figures().subList(0, 12))
			assertEquals(expected.get(NAMES.get(figure.metric().name())).getAsDouble(), figure.value(), 1e-6, figure.metric()
				.name());
	}
}
