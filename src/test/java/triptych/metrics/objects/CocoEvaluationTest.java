package triptych.metrics.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.Box;
import triptych.metrics.Figure;
import triptych.metrics.SharedCases;
import triptych.metrics.StoredCases;

class CocoEvaluationTest {

	private static final Map<String, String> NAMES =
			Map.ofEntries(
					Map.entry("AP", "AP_all"),
					Map.entry("AP50", "AP_50"),
					Map.entry("AP75", "AP_75"),
					Map.entry("APSmall", "AP_small"),
					Map.entry("APMedium", "AP_medium"),
					Map.entry("APLarge", "AP_large"),
					Map.entry("AR1", "AR_1"),
					Map.entry("AR10", "AR_10"),
					Map.entry("AR100", "AR_100"),
					Map.entry("ARSmall", "AR_small"),
					Map.entry("ARMedium", "AR_medium"),
					Map.entry("ARLarge", "AR_large"));

	@ParameterizedTest
	@ValueSource(strings = {"bbox", "segm"})
	void theTwelveFiguresAreThoseOfCocoEval(String kind) throws IOException {
		Path folder = SharedCases.path("metrics_cocoeval");
		boolean masks = kind.equals("segm");
		CocoCase data =
				CocoCase.read(
						SharedCases.json(folder.resolve("instances_val2014_100.json")),
						SharedCases.json(
								folder.resolve(
										"instances_val2014_fake" + kind + "100_results.json")),
						masks);
		CocoEvaluation evaluation = new CocoEvaluation(data.classNames());
		data.images(masks).forEach(evaluation::add);
		JsonObject expected =
				SharedCases.json(folder.resolve("expected.json"))
						.getAsJsonObject()
						.getAsJsonObject(kind);
		for (Figure figure : evaluation.figures().subList(0, 12))
			assertEquals(
					expected.get(NAMES.get(figure.metric().name())).getAsDouble(),
					figure.value(),
					1e-6,
					figure.metric().name());
	}

	/**
	 * Crowds, equal scores, doubles, 130 predictions in an image, classes and images without truth.
	 */
	@ParameterizedTest
	@ValueSource(strings = {"bbox", "segm"})
	void whatCocoTreatsApartIsTreatedSo(String kind) throws IOException {
		boolean masks = kind.equals("segm");
		CocoCase data =
				CocoCase.read(
						StoredCases.read("coco-truth.json"),
						StoredCases.read("coco-" + kind + ".json"),
						masks);
		CocoEvaluation evaluation = new CocoEvaluation(data.classNames());
		data.images(masks).forEach(evaluation::add);
		JsonObject expected = StoredCases.read("coco-expected.json").getAsJsonObject();
		for (Figure figure : evaluation.figures().subList(0, 12))
			assertEquals(
					expected.getAsJsonObject(kind).get(figure.metric().name()).getAsDouble(),
					figure.value(),
					1e-9,
					figure.metric().name());
		JsonArray classes = expected.getAsJsonArray(kind + "-classes");
		for (int c = 0; c < classes.size(); c++) {
			double ap50 = StoredCases.value(evaluation, "AP50", data.classNames().get(c));
			if (classes.get(c).isJsonNull()) assertTrue(Double.isNaN(ap50));
			else assertEquals(classes.get(c).getAsDouble(), ap50, 1e-9);
		}
		assertEquals(
				1,
				evaluation.notes().size(),
				"130 predictions in an image, of which 100 count, go without saying");
	}

	@Test
	void crowdedImagesCanBeEvaluatedWithoutCocosLimit() {
		List<Truth> truth = new ArrayList<>();
		List<Found> found = new ArrayList<>();
		List<Box> boxes = new ArrayList<>();
		for (int i = 0; i < 150; i++) {
			truth.add(new Truth(0, 100));
			found.add(new Found(0, 100, 0.5));
			boxes.add(new Box(20 * i, 0, 20 * i + 10, 10));
		}
		ObjectImage image = new ObjectImage(truth, found, Overlaps.ofBoxes(boxes, boxes));
		CocoEvaluation coco = new CocoEvaluation(List.of("cell")),
				all = new CocoEvaluation(List.of("cell"), 1, 10, 1000);
		coco.add(image);
		all.add(image);
		assertEquals(67 / 101.0, coco.headline().value(), 1e-12);
		assertEquals(1, all.headline().value());
		assertTrue(all.notes().isEmpty());
	}
}
