package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a macro may write, and what a mistake in it does; all macros run in one headless Fiji session. */
class MacroGrammarIT {

	private static final String MODELS = forward(Path.of("src/test/resources/models"));
	private static final String SHAPES = "open('" + forward(Path.of("test-images/shapes.tif")) + "');\n";
	private static final String BOXES = "model=" + MODELS + "/boxes_v8.onnx";
	private static final String GOES_ON = "print('goes on: rows ' + nResults + ', images ' + nImages);";

	private static Map<String, String> printed;

	@BeforeAll
	static void runAllMacrosInOneSession() {
		Map<String, String> macros = new LinkedHashMap<>();
		macros.put("variable", SHAPES + "m = '" + MODELS + "/boxes_v8.onnx'; limit = 0.75;\n" + detect(
			"model=&m confidence=&limit"));
		macros.put("afterwards", SHAPES + detect(BOXES));
		macros.put("brackets", SHAPES + detect("model=[" + MODELS + "/boxes_v8.onnx] thresholds=[red:0.95,green:0.1]"));
		macros.put("unknown-key", SHAPES + detect(BOXES + " confidense=0.4"));
		macros.put("wrong-number", SHAPES + detect(BOXES + " confidence=1.5"));
		macros.put("no-number", SHAPES + detect(BOXES + " confidence=high"));
		macros.put("wrong-choice", SHAPES + detect(BOXES + " find=some"));
		macros.put("unknown-class", SHAPES + detect(BOXES + " thresholds=purple:0.5"));
		macros.put("unusable-key", SHAPES + "run('Segment Regions...', 'model=" + MODELS
			+ "/regions.onnx thresholds=red:0.5');" + GOES_ON);
		macros.put("no-variable", SHAPES + detect("model=&nothing"));
		macros.put("no-model", SHAPES + detect("model=no_such_model"));
		macros.put("other-task", SHAPES + detect("model=" + MODELS + "/classes.onnx"));
		macros.put("no-image", detect(BOXES));
		macros.put("detect-defaults", SHAPES + "run('Detect Objects...');" + GOES_ON);
		macros.put("objects-defaults", "open('" + forward(Path.of("test-images/nuclei.tif"))
			+ "'); run('Segment Objects...');" + GOES_ON);
		macros.replaceAll((name, text) -> ("run('Clear Results'); close('*');\n" + text).replace('\'', '"'));
		printed = HeadlessFiji.macros(macros);
	}

	private static String detect(String options) {
		return "run('Detect Objects...', '" + options + "');\n" + GOES_ON;
	}

	private static String forward(Path path) {
		return path.toAbsolutePath().toString().replace('\\', '/');
	}

	@Test
	void ampersandTakesTheValueOfAMacroVariable() {
		assertGoesOn("variable", 2, 1);
	}

	@Test
	void missingKeyMeansItsDefaultNotTheValueOfTheLastRun() {
		assertGoesOn("afterwards", 3, 1);
	}

	@Test
	void thresholdsOfClassesInBracketsWinOverConfidence() {
		assertGoesOn("brackets", 2, 1);
	}

	@Test
	void unknownKeyStopsTheMacroAndListsTheKeys() {
		assertStops("unknown-key", "Unknown key \"confidense\"; the keys of this command are model, device, within");
	}

	@Test
	void numberOutOfRangeStopsTheMacroAndTellsTheRange() {
		assertStops("wrong-number", "The key confidence has the value \"1.5\"; it must be a number from 0 to 1");
		assertStops("no-number", "The key confidence has the value \"high\"");
	}

	@Test
	void unknownChoiceStopsTheMacroInsteadOfTakingTheFirst() {
		assertStops("wrong-choice", "The key find has the value \"some\"; it must be one of all, best");
	}

	@Test
	void unknownClassStopsTheMacroAndListsTheClasses() {
		assertStops("unknown-class", "purple");
		assertTrue(printed.get("unknown-class").contains("red, green, blue"), printed.get("unknown-class"));
	}

	@Test
	void keyThatTheModelCannotUseStopsTheMacro() {
		assertStops("unusable-key", "The key thresholds cannot be used with the model");
	}

	@Test
	void variableThatDoesNotExistStopsTheMacro() {
		assertStops("no-variable", "The key model asks for the macro variable \"nothing\", which does not exist");
	}

	@Test
	void modelThatIsNotThereStopsTheMacroAndListsTheKnownOnes() {
		assertStops("no-model", "There is no model \"no_such_model\"");
	}

	@Test
	void modelOfAnotherTaskNamesTheCommandForIt() {
		assertStops("other-task", "use Classify Image...");
	}

	@Test
	void noOpenImageStopsTheMacro() {
		assertStops("no-image", "There is no image open");
	}

	@Test
	void commandWithoutOptionsRunsOnDefaultsWhereNoDialogCanOpen() {
		assertTrue(printed.get("detect-defaults").contains("goes on: rows"), printed.get("detect-defaults"));
		assertTrue(printed.get("objects-defaults").matches("(?s).*goes on: rows (3[89]|4[0-2]), images 2.*"), printed.get(
			"objects-defaults"));
	}

	private static void assertGoesOn(String name, int rows, int images) {
		String text = printed.get(name);
		assertTrue(text.contains("goes on: rows " + rows + ", images " + images), text);
	}

	private static void assertStops(String name, String sentence) {
		String text = printed.get(name);
		assertTrue(text.contains(sentence), text);
		assertFalse(text.contains("goes on: rows 0"), text);
		assertFalse(text.contains("\tat triptych"), text);
	}
}
