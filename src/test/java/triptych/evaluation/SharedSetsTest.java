package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import triptych.metrics.Figure;
import triptych.needs.NeedsTestData;
import triptych.needs.TestData;
import triptych.workflow.Triptych;

/** The command on other people's files gives the figures of their own programs. */
class SharedSetsTest {

	private static final String COCO = "testdata/images/metrics_cocoeval";

	/** What COCOeval calls our figures. */
	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("AP", "AP_all"),
		Map.entry("AP50", "AP_50"), Map.entry("AP75", "AP_75"), Map.entry("APSmall", "AP_small"),
		Map.entry("APMedium", "AP_medium"), Map.entry("APLarge", "AP_large"),
		Map.entry("AR1", "AR_1"), Map.entry("AR10", "AR_10"), Map.entry("AR100", "AR_100"),
		Map.entry("ARSmall", "AR_small"), Map.entry("ARMedium", "AR_medium"),
		Map.entry("ARLarge", "AR_large"));

	@ParameterizedTest
	@ValueSource(strings = { "bbox", "segm" })
	@NeedsTestData(COCO)
	void aCocoFileAndItsResultsGiveTheFiguresOfCocoEval(String kind) throws IOException {
		Path truth = TestData.at(COCO + "/instances_val2014_100.json");
		Path results = TestData.at(COCO + "/instances_val2014_fake" + kind + "100_results.json");
		EvaluationResult result =
			Triptych.evaluate("truth=[" + truth + "] predictions=[" + results + "]");
		boolean boxes = kind.equals("bbox");
		assertEquals(boxes ? "detection" : "instance", result.outcome().task().key());
		assertEquals(100, result.outcome().images());
		JsonObject expected = JsonParser
			.parseString(Files.readString(TestData.at(COCO + "/expected.json")))
			.getAsJsonObject()
			.getAsJsonObject(kind);
		NAMES.forEach((ours, theirs) -> assertEquals(expected.get(theirs).getAsDouble(),
			result.outcome().value(ours), 1e-6, ours));
	}

	/** Predictions as panopticapi takes them: a list of annotations without images and classes. */
	@Test
	@NeedsTestData("testdata/images/metrics_pq_a")
	void aPanopticFileAndItsPredictionsGiveTheFiguresOfPanopticapi() throws IOException {
		Path set = TestData.at("testdata/images/metrics_pq_a");
		Path truth = TestData.at("testdata/images/coco_train2017/panoptic_train2017_subset.json");
		EvaluationResult result = Triptych
			.evaluate("truth=[" + truth + "] predictions=[" + set.resolve("pred.json") + "]");
		assertEquals("panoptic", result.outcome().task().key());
		assertEquals(44, result.outcome().images());
		JsonObject expected = json(set.resolve("expected.json")).getAsJsonObject("result");
		assertEquals(expected.getAsJsonObject("All").get("pq").getAsDouble(),
			result.outcome().value("PQ"), 1e-4);
		JsonObject classes = expected.getAsJsonObject("per_class");
		for (JsonElement e : json(truth).getAsJsonArray("categories")) {
			JsonObject category = e.getAsJsonObject();
			JsonObject its = classes.getAsJsonObject(category.get("id").getAsString());
			Map<String, Figure> figures =
				result.outcome().figures().get(category.get("name").getAsString());
			if (figures == null || Double.isNaN(figures.get("PQ").value())) continue;
			assertEquals(its.get("pq").getAsDouble(), figures.get("PQ").value(), 1e-4,
				category.get("name").getAsString());
		}
	}

	private static JsonObject json(Path file) throws IOException {
		return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
	}
}
