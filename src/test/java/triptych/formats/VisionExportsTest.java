package triptych.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import ij.ImagePlus;

import triptych.core.Classification;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** Exports that say nothing about themselves, each with a description, against their library. */
class VisionExportsTest {

	private static final Path MASKFORMER = Path.of("src/test/resources/formats/hf-maskformer");

	@TempDir
	Path folder;

	/** Sizes are brought to multiples of 32, so both give what the library was given. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"MaskFormerForInstanceSegmentation     | MaskFormerImageProcessor"
			+ " | {\"height\": 50, \"width\": 70}, \"size_divisor\": 32 | upright",
		"MaskFormerForInstanceSegmentation     | Mask2FormerImageProcessorFast"
			+ " | {\"shortest_edge\": 64, \"longest_edge\": 96}, \"size_divisor\": 32 | wide",
		"MaskFormerForInstanceSegmentation     | MaskFormerImageProcessor"
			+ " | {\"height\": 40, \"width\": 66} | wide",
		"MaskFormerForInstanceSegmentation     | MaskFormerFeatureExtractor"
			+ " | 64, \"max_size\": 96, \"size_divisibility\": 32 | wide" })
	void aFolderOfMaskFormerNeedsNoDescription(String architecture, String processor, String size,
		String image) throws IOException
	{
		optimum(architecture, processor, size);
		try (Export export = Export.open(MASKFORMER, folder)) {
			assertEquals(Task.INSTANCE_SEGMENTATION, export.spec().task());
			assertEquals(List.of("cell", "debris", "dust", "fibre", "bead"), export.spec().classes());
			assertEquals(0.5, export.spec().confidence());
			checkObjects(export, image);
		}
	}

	@Test
	void aSceneOfSuchAFolderTellsThatRegionsAreNotKnown() throws IOException {
		optimum("MaskFormerForInstanceSegmentation", "MaskFormerImageProcessor",
			"{\"height\": 64, \"width\": 96}");
		Result scene = Triptych.segmentScene(Export.image("wide"),
			"model=[" + folder + "] device=cpu share=0.25");
		assertTrue(scene.summary().contains("does not tell which classes are regions"),
			scene.summary());
		Triptych.releaseModels();
	}

	/** Of Cityscapes the names of the classes tell which are regions. */
	@Test
	void theRegionsOfAKnownDataSetAreKnown() throws IOException {
		optimum("MaskFormerForInstanceSegmentation", "MaskFormerImageProcessor",
			"{\"height\": 64, \"width\": 96}");
		List<String> classes = List.of("road", "sidewalk", "building", "wall", "fence", "pole",
			"traffic light", "traffic sign", "vegetation", "terrain", "sky", "person", "rider");
		StringJoiner labels = new StringJoiner(", ", "{", "}");
		for (String c : classes)
			labels.add("\"" + classes.indexOf(c) + "\": \"" + c + "\"");
		Path config = folder.resolve("config.json");
		Files.writeString(config, Files.readString(config).replaceAll("\\{\"0\"[^}]*}", labels.toString()));
		try (Export export = Export.open(MASKFORMER, folder)) {
			assertEquals(Task.PANOPTIC_SEGMENTATION, export.spec().task());
			assertEquals("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
				export.spec().decoder().parameters().get("stuff"));
		}
	}

	/** OneFormer wants a task beside the image. */
	@ParameterizedTest
	@ValueSource(strings = "OneFormerForUniversalSegmentation")
	void theirKinThatIsPreparedOtherwiseIsTold(String architecture) throws IOException {
		optimum(architecture, "MaskFormerImageProcessor", "{\"height\": 64, \"width\": 96}");
		String sentence = assertThrows(TriptychException.class, () -> Export.open(folder, folder))
			.getMessage();
		assertTrue(sentence.contains(architecture) && sentence.contains("Mask2Former"), sentence);
	}

	/** What Optimum writes. */
	private void optimum(String architecture, String processor, String size) throws IOException {
		Files.copy(MASKFORMER.resolve("model.onnx"), folder.resolve("model.onnx"));
		Files.writeString(folder.resolve("config.json"), """
			{"architectures": ["ARCHITECTURE"], "model_type": "maskformer",
			 "id2label": {"0": "cell", "1": "debris", "2": "dust", "3": "fibre", "4": "bead"}}
			""".replace("ARCHITECTURE", architecture));
		Files.writeString(folder.resolve("preprocessor_config.json"), """
			{"do_normalize": true, "do_rescale": true, "do_resize": true, "ignore_index": 255,
			 "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225],
			 "image_processor_type": "PROCESSOR", "resample": 2, "size": SIZE}
			""".replace("PROCESSOR", processor).replace("SIZE", size));
	}

	private static void checkObjects(Export export, String image) {
		JsonObject expected = export.expected().getAsJsonObject(image);
		ImagePlus opened = Export.image(image);
		List<Detection> found = export.predict(opened, expected.get("sure").getAsDouble())
			.as(Detections.class)
			.items();
		double least = 1;
		for (JsonElement o : expected.getAsJsonArray("objects"))
			least = Math.min(least, agreement(o.getAsJsonObject(), found, opened.getWidth()));
		int wanted = expected.getAsJsonArray("objects").size();
		System.out.printf("maskformer %s: %d objects, ours %d, least IoU %.4f%n", image, wanted,
			found.size(), least);
		assertTrue(wanted > 1, "the case shows something");
		assertEquals(wanted, found.size());
		assertTrue(least >= 0.9, image + " " + least);
	}

	/** Best IoU of ours that have the class and the score. */
	private static double agreement(JsonObject object, List<Detection> found, int width) {
		double best = 0;
		for (Detection d : found) {
			boolean same = d.best().classId() == object.get("class").getAsInt()
				&& Math.abs(d.best().score() - object.get("score").getAsDouble()) <= 0.05;
			if (same) best = Math.max(best, iou(object, (Mask) d.region(), width));
		}
		return best;
	}

	private static double iou(JsonObject object, Mask mask, int width) {
		int at = 0, theirs = 0, both = 0;
		for (JsonElement run : object.getAsJsonArray("runs")) {
			double[] valueAndLength = Export.numbers(run);
			for (int i = 0; i < valueAndLength[1]; i++, at++) {
				if (valueAndLength[0] == 0) continue;
				theirs++;
				if (mask.holds(at % width, at / width)) both++;
			}
		}
		return both / (theirs + mask.area() - both);
	}

	@Test
	void anImageGetsTheScoresOfTorchvision() {
		try (Export export = Export.open("tv-shufflenet")) {
			export.expected().asMap().forEach((image, expected) -> {
				double[] scores = export.predict(Export.image(image), 0.5)
					.as(Classification.class)
					.scores()
					.stream()
					.mapToDouble(s -> s.score())
					.toArray();
				assertArrayEquals(Export.numbers(expected.getAsJsonObject().get("scores")), scores, 0.01,
					image);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tv-fcn", "tv-deeplab", "tv-lraspp" })
	void pixelsGetTheClassesOfTorchvision(String name) {
		try (Export export = Export.open(name)) {
			export.expected().asMap().forEach((image, expected) -> {
				int[] ids = export.predict(Export.image(image), 0.5).as(LabelMap.class).ids();
				int at = 0, same = 0, parts = 0;
				for (JsonElement run : expected.getAsJsonObject().getAsJsonArray("runs")) {
					double[] valueAndLength = Export.numbers(run);
					parts++;
					for (int i = 0; i < valueAndLength[1]; i++)
						if (ids[at++] == valueAndLength[0]) same++;
				}
				System.out.printf("%s %s: %.3f %% of the pixels%n", name, image, 100.0 * same / at);
				assertEquals(ids.length, at);
				assertTrue(parts > 50, "the case shows something");
				assertTrue(same >= 0.99 * at, name + " " + image + " " + same + " of " + at);
			});
		}
	}
}
