package triptych.options;

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
import org.junit.jupiter.params.provider.MethodSource;
import triptych.core.TriptychException;
import triptych.decode.Suppression;
import triptych.engine.Device;
import triptych.run.Commands;
import triptych.run.ImageCommand;
import triptych.run.ModelCommand;

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
		"confidense=0.4             | Unknown key \"confidense\"; the keys of this command are model, device, within, slices",
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
		"outputs=table,labls        | The key outputs has the value \"labls\"; it must be one or more of overlay, ids, legend, table, summary, rois, labels",
		"outputs=                   | The key outputs has the value \"\"" })
	void whatIsWrongIsToldWithKeyValueAndWhatIsAllowed(String macro, String expected) {
		String sentence = assertThrows(TriptychException.class, () -> Options.parse(DetectOptions.class, macro)).getMessage();
		assertTrue(sentence.contains(expected), sentence);
	}

	@Test
	void missingKeysHaveTheirDefaults() {
		DetectOptions o = Options.parse(DetectOptions.class, "");
		assertEquals("", o.model());
		assertEquals(Device.of("auto"), o.device());
		assertEquals(Within.IMAGE, o.within());
		assertTrue(o.slices().isCurrent());
		assertTrue(o.channels().isAuto());
		assertEquals(OptionalDouble.empty(), o.confidence());
		assertEquals(Suppression.PER_CLASS, o.suppression());
		assertEquals(0, o.max());
		assertEquals(set(Output.OVERLAY, Output.TABLE), o.outputs());
		assertEquals(YesNo.NO, o.overwrite());
	}

	@Test
	void everyRecordComesBackFromItsMacro() {
		Map<Class<? extends Record>, String> macros = Map.of(DetectOptions.class,
			"model=[my cells/(1) a.onnx] device=gpu:1 within=selection slices=2-5 frames=all channels=3,1 tile=512 confidence=0.123456789"
				+ " overlap=1 suppression=agnostic thresholds=[big cell:0.4,debris:0.8] max=17 find=best outputs=rois,labels"
				+ " save=[out/a b] overwrite=yes", ClassifyOptions.class,
			"model=m device=cpu within=rois mode=multi top=3 accept=0.25 thresholds=a:0.5 outputs=overlay save=out",
			RegionsOptions.class, "thresholds=a:1e-5 smallest=1.0E-7 outputs=uncertainty,probabilities", ObjectsOptions.class,
			"confidence=0 cutoff=0.75 smallest=1.0E20 border=exclude outputs=table");
		macros.forEach((type, macro) -> {
			Record options = Options.parse(type, macro);
			String written = Options.macro(Options.values(options));
			assertEquals(options, Options.parse(type, written), written);
			for (String given : macro.split(" (?=[a-z]+=)"))
				assertTrue((" " + written + " ").contains(" " + given + " "), given + " is not in " + written);
		});
	}

	@ParameterizedTest
	@MethodSource("triptych.run.Commands#all")
	void theDefaultsOfEveryCommandComeBackFromTheirMacro(ImageCommand verb) {
		Record defaults = Options.parse(verb.spec().options(), "");
		assertEquals(defaults, Options.parse(verb.spec().options(), Options.macro(Options.values(defaults))));
	}

	@Test
	void whatAMacroCannotHoldIsReplaced() {
		assertEquals("[C:/my cells/(1).onnx]", Options.quoted("C:\\my cells\\[1].onnx"));
		assertEquals("0.4", Options.quoted("0.4"));
	}

	@Test
	void noKeyIsTheEndOfAnother() {
		// ImageJ's own Macro.getValue, which plugins and old macros use, finds "b" in "a_b=".
		for (ModelCommand<?> verb : Commands.withModel())
			for (Key a : Options.keys(verb.spec().options()))
				for (Key b : Options.keys(verb.spec().options()))
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
