package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
