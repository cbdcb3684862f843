package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Map;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.result.Result;
import triptych.run.Commands;

/** The keys that a result reports: replaying them gives the same; keys that a model cannot use are errors. */
class EffectiveKeysTest {

	private static ImagePlus scene() {
		ImagePlus image = Planted.black(80, 64);
		Planted.fill(image, Color.RED, 3, 5, 30, 20);
		Planted.fill(image, Color.GREEN, 40, 30, 60, 50);
		Planted.fill(image, Color.RED, 70, 1, 79, 9);
		return image;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "detect | duplicates_v8 | confidence=0.3 suppression=agnostic max=9",
		"detect | boxes_e2e | confidence=0.85", "detect | boxes_v5 | thresholds=[red:0.95, 1:0.1]",
		"classify | classes | top=2 accept=0.99", "classify | classes_sigmoid | thresholds=red:0.001",
		"segment-regions | regions | smallest=100", "segment-regions | regions_sigmoid | thresholds=green:1",
		"segment-objects | touching | smallest=100 border=exclude cutoff=0.3", "segment-objects | masks_v8 | confidence=0.85" })
	void replayingTheEffectiveKeysGivesTheSameTable(String verb, String model, String keys) {
		Result first = Triptych.run(Commands.of(verb), scene(), Options.tokens(Planted.model(model) + keys));
		Result again = Triptych.run(Commands.of(verb), scene(), Options.tokens(Options.macro(first.keys())));
		assertFalse(first.table().rows().isEmpty());
		assertEquals(first.table(), again.table());
		assertEquals(first.keys(), again.keys());
		Result plain = Triptych.run(Commands.of(verb), scene(), Options.tokens(Planted.model(model)));
		assertFalse(plain.table().equals(first.table()), "the keys must make a difference for this test to mean something");
	}

	@Test
	void theModelsDefaultsAreWrittenAsNumbers() {
		Map<String, String> keys = Triptych.detect(scene(), Planted.model("boxes_v5")).keys();
		assertEquals("0.25", keys.get("confidence"));
		assertEquals("0.45", keys.get("overlap"));
		assertEquals("0.7", Triptych.detect(scene(), Planted.model("boxes_v8")).keys().get("overlap"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "detect | boxes_e2e | overlap=0.4", "detect | boxes_e2e | suppression=agnostic",
		"segment-regions | regions | thresholds=red:0.4", "segment-objects | touching | overlap=0.4" })
	void aKeyThatTheModelCannotUseIsTold(String verb, String model, String key) {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.run(Commands.of(verb), scene(), Options.tokens(Planted.model(
			model) + key))).getMessage();
		assertTrue(sentence.contains("The key " + key.split("=")[0] + " cannot be used with the model") && sentence.contains(
			key), sentence);
	}

	@Test
	void aModelOfAnotherTaskNamesItsCommand() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.detect(scene(), Planted.model("regions")))
			.getMessage();
		assertTrue(sentence.contains("Planted regions") && sentence.contains("Segment Regions..."), sentence);
	}

	@Test
	void aCommandWithoutAModelTakesTheBundledOneAndTellsIt() {
		assertEquals("blood-cells", Triptych.detect(scene(), "").keys().get("model"));
		assertEquals("white-cells", Triptych.classify(scene(), "").keys().get("model"));
	}

	@Test
	void noImageIsTold() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.detect(null, Planted.model("boxes_v8")))
			.getMessage();
		assertTrue(sentence.contains("no image open"), sentence);
	}

	@Test
	void anUnknownDeviceIsTold() {
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.detect(scene(), Planted.model("boxes_v8")
			+ "device=tpu")).getMessage().contains("device=tpu"));
	}
}
