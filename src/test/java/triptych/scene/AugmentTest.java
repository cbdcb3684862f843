package triptych.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.LabelMap;
import triptych.core.Prediction;
import triptych.options.Options;
import triptych.preview.Preview;
import triptych.result.Result;
import triptych.run.Commands;
import triptych.run.ModelCommand;
import triptych.workflow.Triptych;

/** augment=flips through the commands, with models that see each pixel by itself. */
class AugmentTest {

	private static final String MODELS = "model=src/test/resources/models/";

	@ParameterizedTest
	@CsvSource({ "classify,classes", "detect,boxes_v8", "segment-regions,regions",
		"segment-regions,regions_sigmoid", "segment-objects,touching" })
	void aModelWithoutASideGivesTheSameAndNoDisagreement(String verb, String model) {
		Map<String, String> keys = Options.tokens(MODELS + model + ".onnx outputs=table");
		Result once = Triptych.run(Commands.of(verb), shapes(), keys);
		keys.put("augment", "flips");
		Result four = Triptych.run(Commands.of(verb), shapes(), keys);
		assertEquals("flips", four.keys().get("augment"));
		int last = four.table().indexOf("Disagreement");
		assertTrue(last >= 0 && once.table().indexOf("Disagreement") < 0);
		if (verb.equals("detect")) return;
		for (List<Object> row : four.table().rows())
			assertEquals(0.0, (Double) row.get(last), 1e-5);
		assertEquals(once.table().rows().size(), four.table().rows().size());
		if (once.prediction() instanceof LabelMap map)
			assertArrayEquals(map.ids(), four.prediction().as(LabelMap.class).ids());
	}

	@Test
	void boxesAreFoundInEveryMirrorImage() {
		Result once = Triptych.detect(shapes(), MODELS + "boxes_v8.onnx");
		Result four = Triptych.detect(shapes(), MODELS + "boxes_v8.onnx augment=flips confidence=0.2");
		assertTrue(!once.table().rows().isEmpty() && !four.table().rows().isEmpty());
	}

	@Test
	void theMapOfUncertaintyGetsTheDisagreement() {
		Result four = Triptych.segmentRegions(shapes(),
			MODELS + "regions.onnx augment=flips outputs=uncertainty,probabilities");
		ImagePlus map = four.uncertainty().orElseThrow();
		assertEquals(2, map.getStackSize());
		assertEquals("disagreement", map.getStack().getShortSliceLabel(2));
		assertEquals(0, map.getStack().getProcessor(2).getStats().max, 1e-6);
		Result once = Triptych.segmentRegions(shapes(),
			MODELS + "regions.onnx outputs=uncertainty,probabilities");
		float[] expected = (float[]) once.uncertainty().orElseThrow().getProcessor().getPixels();
		assertArrayEquals(expected, (float[]) map.getStack().getPixels(1), 1e-5f);
		assertEquals(once.probabilities().orElseThrow().getStackSize(),
			four.probabilities().orElseThrow().getStackSize());
	}

	@ParameterizedTest
	@CsvSource({ "segment-regions,regions", "segment-objects,touching", "classify,classes" })
	void thePreviewShowsWhatTheCommandGives(String verb, String model) {
		Map<String, String> keys = Options.tokens(MODELS + model + ".onnx augment=flips");
		Preview preview = Preview.of((ModelCommand<?>) Commands.of(verb), shapes(), keys);
		Prediction given = Triptych.run(Commands.of(verb), shapes(), keys).prediction();
		assertEquals(4, preview.modelRuns());
		if (given instanceof LabelMap map)
			assertArrayEquals(map.ids(), preview.with(keys).as(LabelMap.class).ids());
	}

	@Test
	void tilesAndMirrorsGoTogether() {
		ImagePlus nuclei = Triptych.open(Path.of("test-images/nuclei.tif"));
		int once = Triptych.segmentObjects(nuclei, "model=nuclei").table().rows().size();
		Result four = Triptych.segmentObjects(nuclei, "model=nuclei augment=flips tile=352");
		assertEquals(once, four.table().rows().size(), 2);
		int last = four.table().indexOf("Disagreement");
		assertTrue(four.table().rows().stream().allMatch(r -> (Double) r.get(last) < 0.5));
	}

	private static ImagePlus shapes() {
		return Triptych.open(Path.of("test-images/shapes.tif"));
	}
}
