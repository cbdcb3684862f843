package triptych.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import ij.ImagePlus;

import triptych.core.ClassScore;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Segment;
import triptych.core.Task;
import triptych.result.Result;
import triptych.workflow.Triptych;

/**
 * Folders of Hugging Face with a mask for each query, without a word of ours, against the library's
 * own scenes and objects; see make_scene_exports.py.
 */
class SceneExportsTest {
	/** What one of us found: its class, its score and its pixels. */
	private record Found(ClassScore best, int pixels, Inside inside) {}

	@FunctionalInterface
	private interface Inside {

		boolean holds(int x, int y);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hf-mask2former", "hf-maskformer", "hf-eomt", "hf-detr-masks" })
	void scenesAreThoseOfTheLibrary(String name) {
		try (Export opened = Export.open(name)) {
			opened.expected().asMap().forEach((image, e) -> {
				JsonObject expected = e.getAsJsonObject();
				int stuff = expected.get("stuff").getAsInt();
				Export export = opened.as(Task.PANOPTIC_SEGMENTATION).withStuff(stuff);
				ImagePlus plane = Export.image(image);
				HuggingFaceTest.checkInput(name, export, plane, expected);
				LabelMap map = export
					.predict(plane, number(expected, "threshold"), number(expected, "share"))
					.as(LabelMap.class);
				agree(name + " " + image, expected.getAsJsonArray("scene"), segments(map), plane);
				for (Segment s : map.segments())
					assertEquals(s.best().classId() != stuff, s.thing());
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "hf-mask2former", "hf-maskformer" })
	void objectsAreThoseOfTheLibrary(String name) {
		try (Export export = Export.open(name)) {
			assertEquals(Task.INSTANCE_SEGMENTATION, export.spec().task());
			export.expected().asMap().forEach((image, e) -> {
				JsonObject expected = e.getAsJsonObject();
				ImagePlus plane = Export.image(image);
				Detections found = export.predict(plane, number(expected, "sure"))
					.as(Detections.class);
				agree(name + " " + image, expected.getAsJsonArray("objects"), objects(found), plane);
			});
		}
	}

	@Test
	void aFolderRunsAsSceneAndAsObjectsWithoutADescription(@TempDir Path folder) {
		Path model = Path.of("src/test/resources/formats/hf-mask2former");
		Result scene = Triptych.segmentScene(Export.image("wide"),
			"confidence=0.3 share=0.25 model=" + model);
		assertTrue(scene.table().rows().size() > 2, scene.summary());
		assertTrue(Files.isDirectory(Path.of(scene.keys().get("model"))));
		Result objects = Triptych.segmentObjects(Export.image("wide"),
			"confidence=0.3 model=" + model);
		assertTrue(objects.table().rows().size() > 2, objects.summary());
		Triptych.releaseModels();
	}

	private static double number(JsonObject expected, String key) {
		return expected.get(key).getAsDouble();
	}

	private static List<Found> segments(LabelMap map) {
		int[] pixels = new int[map.maxId() + 1];
		for (int id : map.ids())
			pixels[id]++;
		List<Found> found = new ArrayList<>();
		for (Segment s : map.segments())
			found.add(new Found(s.best(), pixels[s.id()],
				(x, y) -> map.ids()[y * map.width() + x] == s.id()));
		return found;
	}

	private static List<Found> objects(Detections detections) {
		List<Found> found = new ArrayList<>();
		for (Detection d : detections.items()) {
			Mask mask = (Mask) d.region();
			found.add(new Found(d.best(), (int) mask.area(), mask::holds));
		}
		return found;
	}

	private static void agree(String name, JsonArray wanted, List<Found> found, ImagePlus plane) {
		double least = 1;
		for (JsonElement w : wanted)
			least = Math.min(least, agreement(w.getAsJsonObject(), found, plane.getWidth()));
		System.out.printf("%s: %d wanted, %d found, least IoU %.4f%n", name, wanted.size(),
			found.size(), least);
		assertTrue(wanted.size() > 2, "the case shows something");
		assertEquals(wanted.size(), found.size(), name);
		assertTrue(least >= 0.9, name + " " + least);
	}

	/** Best IoU of ours that have the class and the score. */
	private static double agreement(JsonObject wanted, List<Found> found, int width) {
		return found.stream()
			.filter(f -> f.best().classId() == wanted.get("class").getAsInt())
			.filter(f -> Math.abs(f.best().score() - wanted.get("score").getAsDouble()) <= 0.05)
			.mapToDouble(f -> iou(wanted, f, width))
			.max()
			.orElse(0);
	}

	private static double iou(JsonObject wanted, Found found, int width) {
		int at = 0, theirs = 0, both = 0;
		for (JsonElement run : wanted.getAsJsonArray("runs")) {
			double[] valueAndLength = Export.numbers(run);
			for (int i = 0; i < valueAndLength[1]; i++, at++) {
				if (valueAndLength[0] == 0) continue;
				theirs++;
				if (found.inside().holds(at % width, at / width)) both++;
			}
		}
		return (double) both / (theirs + found.pixels() - both);
	}
}
