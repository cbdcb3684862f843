package triptych.metrics.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;
import triptych.metrics.Figure;
import triptych.metrics.SharedCases;
import triptych.metrics.StoredCases;

class PanopticEvaluationTest {

	@Test
	void figuresAreThoseOfPanopticapiEachClassToo() throws IOException {
		Path folder = SharedCases.path("metrics_pq_a");
		Path truthMaps = SharedCases.path("coco_train2017/panoptic");
		JsonObject truth = SharedCases.json(folder.resolve("gt.json")).getAsJsonObject();
		JsonObject found = SharedCases.json(folder.resolve("pred.json")).getAsJsonObject();
		List<String> names = new ArrayList<>();
		Map<Integer, Integer> classIds = new HashMap<>();
		JsonArray categories = truth.getAsJsonArray("categories");
		boolean[] thing = new boolean[categories.size()];
		for (JsonElement e : categories) {
			thing[names.size()] = e.getAsJsonObject().get("isthing").getAsInt() == 1;
			classIds.put(e.getAsJsonObject().get("id").getAsInt(), names.size());
			names.add(e.getAsJsonObject().get("id").getAsString());
		}
		Map<String, JsonObject> predictions = new HashMap<>();
		found.getAsJsonArray("annotations")
				.forEach(
						e ->
								predictions.put(
										e.getAsJsonObject().get("image_id").getAsString(),
										e.getAsJsonObject()));
		PanopticEvaluation evaluation = new PanopticEvaluation(names, thing, true);
		for (JsonElement e : truth.getAsJsonArray("annotations")) {
			JsonObject image = e.getAsJsonObject(),
					predicted = predictions.get(image.get("image_id").getAsString());
			evaluation.add(
					map(truthMaps.resolve(image.get("file_name").getAsString())),
					segments(image, classIds),
					map(
							folder.resolve("pred_png")
									.resolve(predicted.get("file_name").getAsString())),
					segments(predicted, classIds));
		}
		JsonObject expected =
				SharedCases.json(folder.resolve("expected.json"))
						.getAsJsonObject()
						.getAsJsonObject("result");
		Map<String, String> rows = Map.of("", "All", "Things", "Things", "Stuff", "Stuff");
		for (String name : List.of("PQ", "SQ", "RQ"))
			for (String suffix : rows.keySet())
				assertEquals(
						expected.getAsJsonObject(rows.get(suffix))
								.get(name.toLowerCase())
								.getAsDouble(),
						StoredCases.value(evaluation, name + suffix, Figure.ALL),
						1e-9,
						name + suffix);
		JsonObject perClass = expected.getAsJsonObject("per_class");
		for (String id : perClass.keySet())
			for (String name : List.of("PQ", "SQ", "RQ")) {
				double value = StoredCases.value(evaluation, name, id);
				// panopticapi writes 0 for a class that occurs nowhere.
				assertEquals(
						perClass.getAsJsonObject(id).get(name.toLowerCase()).getAsDouble(),
						Double.isNaN(value) ? 0 : value,
						1e-9,
						name + " of " + id);
			}
	}

	private static int[] map(Path png) throws IOException {
		BufferedImage image = ImageIO.read(png.toFile());
		int[] ids =
				image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		for (int i = 0; i < ids.length; i++)
			ids[i] = ids[i] >> 16 & 255 | ids[i] & 0xFF00 | (ids[i] & 255) << 16;
		return ids;
	}

	private static List<PanopticSegment> segments(
			JsonObject image, Map<Integer, Integer> classIds) {
		List<PanopticSegment> segments = new ArrayList<>();
		for (JsonElement e : image.getAsJsonArray("segments_info")) {
			JsonObject s = e.getAsJsonObject();
			segments.add(
					new PanopticSegment(
							s.get("id").getAsInt(),
							classIds.get(s.get("category_id").getAsInt()),
							s.has("iscrowd") && s.get("iscrowd").getAsInt() == 1));
		}
		return segments;
	}

	/**
	 * Two cells: one found with 3 of its 4 pixels, one missed; a third prediction lies on what is
	 * background or void.
	 */
	private static PanopticEvaluation cells(boolean zeroIsVoid) {
		PanopticEvaluation evaluation =
				new PanopticEvaluation(List.of("cell"), new boolean[] {true}, zeroIsVoid);
		evaluation.add(
				new int[] {1, 1, 1, 1, 0, 0, 2, 2},
				List.of(new PanopticSegment(1, 0, false), new PanopticSegment(2, 0, false)),
				new int[] {1, 1, 1, 0, 3, 3, 0, 0},
				List.of(new PanopticSegment(1, 0, false), new PanopticSegment(3, 0, false)));
		return evaluation;
	}

	@Test
	void whatLiesOnBackgroundIsWrongAndWhatLiesOnVoidIsLeftOut() {
		assertEquals(0.75, StoredCases.value(cells(false), "SQ", "cell"));
		assertEquals(1 / 2.0, StoredCases.value(cells(false), "RQ", "cell"));
		assertEquals(1 / 1.5, StoredCases.value(cells(true), "RQ", "cell"), 1e-12);
	}

	@Test
	void ofThingsOnlyTheProductIsNoHeadline() {
		assertEquals("RQ", cells(false).headline().metric().name());
		PanopticEvaluation scene =
				new PanopticEvaluation(List.of("cell", "sky"), new boolean[] {true, false}, false);
		assertEquals("PQ", scene.headline().metric().name());
		assertTrue(Double.isNaN(scene.headline().value()));
	}
}
