package triptych.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import ij.ImagePlus;

import triptych.core.Box;
import triptych.core.Classification;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Task;
import triptych.core.Tensor;

/** Folders that Hugging Face's exporter makes, without a word of ours, against its own library. */
class HuggingFaceTest {

	private static final List<String> CLASSES = List.of("cell", "debris", "dust", "fibre", "bead");

	@ParameterizedTest
	@ValueSource(strings = { "hf-vit", "hf-deit", "hf-convnext", "hf-mobilenet",
		"hf-resnet-mobilevit", "hf-resnet-efficientnet", "hf-swin", "hf-timm-centre",
		"hf-timm-squash" })
	void imagesGetTheScoresOfTheLibrary(String name) {
		try (Export export = Export.open(name)) {
			assertEquals(Task.CLASSIFICATION, export.spec().task());
			assertEquals(CLASSES, export.spec().classes());
			export.expected().asMap().forEach((image, expected) -> {
				ImagePlus opened = Export.image(image);
				checkInput(name, export, opened, expected.getAsJsonObject());
				double[] scores = export.predict(opened, 0.5)
					.as(Classification.class)
					.scores()
					.stream()
					.mapToDouble(s -> s.score())
					.toArray();
				double[] wanted = Export.numbers(expected.getAsJsonObject().get("scores"));
				assertArrayEquals(wanted, scores, 0.01, name + " " + image);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "hf-detr", "hf-yolos", "hf-yolos-scaled", "hf-dab", "hf-rtdetr" })
	void objectsAreThoseOfTheLibrary(String name) {
		try (Export export = Export.open(name)) {
			assertEquals(Task.DETECTION, export.spec().task());
			export.expected().asMap().forEach((image, expected) -> {
				ImagePlus opened = Export.image(image);
				checkInput(name, export, opened, expected.getAsJsonObject());
				double limit = expected.getAsJsonObject().get("threshold").getAsDouble();
				List<Detection> found = export.predict(opened, limit).as(Detections.class).items();
				JsonArray wanted = expected.getAsJsonObject().getAsJsonArray("boxes");
				assertTrue(wanted.size() > 0, "the case shows something");
				double least = 1;
				for (JsonElement box : wanted)
					least = Math.min(least, agreement(Export.numbers(box), found, opened));
				System.out.printf("%s %s: %d boxes, ours %d, least IoU %.4f%n", name, image,
					wanted.size(), found.size(), least);
				assertEquals(wanted.size(), found.size());
				assertTrue(least >= 0.9, name + " " + image + " " + least);
			});
		}
	}

	/** Best IoU of ours that have the class and the score; boxes of the library leave the image. */
	private static double agreement(double[] box, List<Detection> found, ImagePlus image) {
		Box wanted = new Box(box[0], box[1], box[2], box[3]).clipped(image.getWidth(),
			image.getHeight());
		return found.stream()
			.filter(d -> d.best().classId() == (int) box[5])
			.filter(d -> Math.abs(d.best().score() - box[4]) <= 0.05)
			.mapToDouble(d -> wanted.iou(Box.around(d.region())))
			.max()
			.orElse(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hf-segformer", "hf-segformer-dpt" })
	void pixelsGetTheClassesOfTheLibrary(String name) {
		try (Export export = Export.open(name)) {
			assertEquals(Task.SEMANTIC_SEGMENTATION, export.spec().task());
			export.expected().asMap().forEach((image, expected) -> {
				ImagePlus opened = Export.image(image);
				checkInput(name, export, opened, expected.getAsJsonObject());
				int[] ids = export.predict(opened, 0.5).as(LabelMap.class).ids();
				int at = 0, same = 0;
				for (JsonElement run : expected.getAsJsonObject().getAsJsonArray("runs")) {
					double[] valueAndLength = Export.numbers(run);
					for (int i = 0; i < valueAndLength[1]; i++)
						if (ids[at++] == valueAndLength[0] + 1) same++;
				}
				assertEquals(ids.length, at);
				System.out.printf("%s %s: %.3f %% of the pixels%n", name, image, 100.0 * same / at);
				assertTrue(same >= 0.99 * at, name + " " + image + " " + same + " of " + at);
			});
		}
	}

	/** Within 1/255 of the brightness, in the units that the network gets. */
	static void checkInput(String name, Export export, ImagePlus image, JsonObject expected) {
		Tensor input = export.input(image);
		JsonObject wanted = expected.getAsJsonObject("input");
		double[] shape = Export.numbers(wanted.get("shape"));
		for (int i = 0; i < 4; i++)
			assertEquals((long) shape[i], input.shape()[i], name + " dimension " + i);
		double[] values = Export.numbers(wanted.get("values"));
		FloatBuffer floats = input.floats();
		double std = export.spec().input().std()[0], most = 0;
		for (double s : export.spec().input().std())
			std = Math.min(std, s);
		for (int i = 0; i < values.length; i++)
			most = Math.max(most, Math.abs(values[i] - floats.get(61 * i)));
		double one = export.spec().input().scale() / std;
		System.out.printf("%s: input within %.4f of a grey value%n", name, most / one);
		assertTrue(most <= 1.01 * one, name + " differs by " + most / one + " grey values");
	}
}
