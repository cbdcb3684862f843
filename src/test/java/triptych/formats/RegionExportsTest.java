package triptych.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.ImagePlus;

import triptych.core.LabelMap;
import triptych.core.Task;

/** Classes of pixels from models of queries, against transformers; see make_region_exports.py. */
class RegionExportsTest {

	@ParameterizedTest
	@ValueSource(strings = { "hf-mask2former", "hf-maskformer", "hf-detr-masks",
		"hf-eomt-regions" })
	void pixelsGetTheClassesOfTheLibrary(String name) throws IOException {
		try (Export export = Export.open(name).as(Task.SEMANTIC_SEGMENTATION)) {
			assertEquals(Task.SEMANTIC_SEGMENTATION, export.spec().task());
			JsonObject all = JsonParser
				.parseString(Files.readString(export.folder().resolve("regions.json")))
				.getAsJsonObject();
			all.asMap().forEach((image, expected) -> check(name, export, image,
				expected.getAsJsonObject()));
		}
	}

	private static void check(String name, Export export, String image, JsonObject expected) {
		ImagePlus opened = Export.image(image);
		HuggingFaceTest.checkInput(name, export, opened, expected);
		int[] ids = export.predict(opened, 0.5).as(LabelMap.class).ids();
		int at = 0, same = 0;
		for (JsonElement run : expected.getAsJsonArray("runs")) {
			double[] valueAndLength = Export.numbers(run);
			for (int i = 0; i < valueAndLength[1]; i++)
				if (ids[at++] == valueAndLength[0] + 1) same++;
		}
		assertEquals(ids.length, at);
		System.out.printf("%s %s: %.3f %% of the pixels%n", name, image, 100.0 * same / at);
		assertTrue(same >= 0.99 * at, name + " " + image + " " + same + " of " + at);
	}
}
