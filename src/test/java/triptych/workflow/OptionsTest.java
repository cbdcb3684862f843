package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import triptych.core.TriptychException;
import triptych.decode.Suppression;

/** Macro strings to options and back. */
class OptionsTest {

	@Test
	void valuesWithBlanksStandInBrackets() {
		assertEquals(Map.of("model", "my cells/a b.onnx", "save", "", "max", "3"), Options.tokens(
			"  model=[my cells/a b.onnx]\tsave=[] \n max=3 "));
	}

	@Test
	void keysInsideAValueAreNotFound() {
		Map<String, String> tokens = Options.tokens("model=[runs/confidence=0.9 max=7/m.onnx] save=a=b,overlap=1");
		assertEquals(Map.of("model", "runs/confidence=0.9 max=7/m.onnx", "save", "a=b,overlap=1"), tokens);
		DetectOptions o = Options.parse(DetectOptions.class, "model=[confidence=0.9 x] overlap=0.3");
		assertEquals(OptionalDouble.empty(), o.confidence());
		assertEquals(OptionalDouble.of(0.3), o.overlap());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = {
		"confidense=0.4             | Unknown key \"confidense\"; the keys of this command are model, device, tile, confidence",
		"Confidence=0.4             | Unknown key \"Confidence\"",
		"max=3 max=4                | The key max is given twice",
		"model                      | The key \"model\" has no value",
		"model =x                   | The key \"model\" has no value",
		"model=[cells               | The value of model starts with [ and never ends",
		"confidence=1.01            | The key confidence has the value \"1.01\"; it must be a number from 0 to 1",
		"confidence=-0.1            | it must be a number from 0 to 1",
		"confidence=NaN             | it must be a number from 0 to 1",
		"confidence=                | The key confidence has the value \"\"",
		"confidence=0,4             | The key confidence has the value \"0,4\"",
		"max=-1                     | The key max has the value \"-1\"; it must be a whole number from 0 up",
		"max=2.5                    | The key max has the value \"2.5\"; it must be a whole number from 0 up",
		"max=99999999999            | The key max has the value",
		"suppression=agnostik       | The key suppression has the value \"agnostik\"; it must be one of per-class, agnostic, none",
		"overwrite=true             | The key overwrite has the value \"true\"; it must be one of no, yes",
		"outputs=table,labls        | The key outputs has the value \"labls\"; it must be one or more of overlay, table, rois, labels",
		"outputs=                   | The key outputs has the value \"\"" })
	void whatIsWrongIsToldWithKeyValueAndWhatIsAllowed(String macro, String expected) {
		String sentence = assertThrows(TriptychException.class, () -> Options.parse(DetectOptions.class, macro)).getMessage();
		assertTrue(sentence.contains(expected), sentence);
	}

	@Test
	void missingKeysHaveTheirDefaults() {
		DetectOptions o = Options.parse(DetectOptions.class, "");
		assertEquals(new DetectOptions("", "auto", "auto", OptionalDouble.empty(), OptionalDouble.empty(), Suppression.PER_CLASS, "", 0,
			DetectOptions.Find.ALL, set(Output.OVERLAY, Output.TABLE), "", YesNo.NO), o);
	}

	@Test
	void everyRecordComesBackFromItsMacro() {
		for (Record options : List.of(new DetectOptions("my cells/[1] a.onnx".replace('[', '(').replace(']', ')'), "gpu:1", "1024",
			OptionalDouble.of(0.123456789), OptionalDouble.of(1), Suppression.AGNOSTIC, "cell, big:0.4,debris:0.8", 17,
			DetectOptions.Find.BEST, set(Output.LABELS, Output.ROIS), "out/a b", YesNo.YES), new ClassifyOptions("m", "cpu", "auto",
				ClassifyOptions.Mode.MULTI, 3, 0.25, "a:0.5", set(Output.OVERLAY), "out", YesNo.YES), new RegionsOptions("m", "cpu", "none",
					"a:1e-5", 1e-7, set(Output.ROIS), "out", YesNo.YES), new ObjectsOptions("m", "cpu", "64", OptionalDouble.of(0),
						OptionalDouble.empty(), "a:0.5", 0.75, 1e20, ObjectsOptions.Border.EXCLUDE, set(Output.TABLE), "", YesNo.NO)))
		{
			String macro = Options.macro(Options.values(options));
			assertEquals(options, Options.parse(options.getClass(), macro), macro);
		}
	}

	@ParameterizedTest
	@EnumSource(Verb.class)
	void theDefaultsOfEveryCommandComeBackFromTheirMacro(Verb verb) {
		Record defaults = Options.parse(verb.options(), "");
		assertEquals(defaults, Options.parse(verb.options(), Options.macro(Options.values(defaults))));
	}

	@Test
	void whatAMacroCannotHoldIsReplaced() {
		assertEquals("[C:/my cells/(1).onnx]", Options.quoted("C:\\my cells\\[1].onnx"));
		assertEquals("0.4", Options.quoted("0.4"));
	}

	@Test
	void noKeyIsTheEndOfAnother() {
		// ImageJ's own Macro.getValue, which plugins and old macros use, finds "b" in "a_b=".
		for (Verb verb : Verb.values())
			for (Key a : Options.keys(verb.options()))
				for (Key b : Options.keys(verb.options()))
					assertTrue(a == b || a.name().equals(b.name()) || !a.name().endsWith(b.name()), a.name() + " " + b.name());
	}

	@Test
	void numbersAreWrittenWithoutLosingDigits() {
		for (double d : new double[] { 0, 1, 0.1, 1 / 3.0, 1e-12, 123456789, 1e15, 1e300 })
			assertEquals(d, Double.parseDouble(Key.plain(d)));
		assertEquals("1", Key.plain(1));
	}

	private static LinkedHashSet<Output> set(Output... outputs) {
		return new LinkedHashSet<>(List.of(outputs));
	}
}
