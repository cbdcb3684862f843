package triptych.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import ij.ImagePlus;

import triptych.core.Classification;
import triptych.core.Detection;
import triptych.core.Detections;
import triptych.core.LabelMap;
import triptych.core.Mask;

/** Exports that say nothing about themselves, each with a description, against their library. */
class VisionExportsTest {

	@Test
	void objectsOfMaskFormerAreThoseOfTheLibrary() {
		try (Export export = Export.open("hf-maskformer")) {
			export.expected().asMap().forEach((image, e) -> {
				JsonObject expected = e.getAsJsonObject();
				ImagePlus opened = Export.image(image);
				List<Detection> found = export.predict(opened, expected.get("threshold").getAsDouble())
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
			});
		}
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
