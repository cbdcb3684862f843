package triptych.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import triptych.options.DetectOptions;
import triptych.options.Options;

class LineTest {

	private static final Usage DETECT = Verbs.of("detect").orElseThrow().usage().get();
	private static final Usage DESCRIBE = Verbs.of("describe").orElseThrow().usage().get();

	private static Line line(String... words) {
		return Line.of("detect", DETECT, List.of(words));
	}

	private static Map<String, String> keys(String... words) {
		return line(words).keys(Options.keys(DetectOptions.class));
	}

	private static void assertWrong(String start, Usage usage, String... words) {
		WrongLine wrong =
			assertThrows(WrongLine.class, () -> Line.of("detect", usage, List.of(words)));
		assertTrue(wrong.getMessage().startsWith(start), wrong.getMessage());
	}

	@Test
	void valuesStandBehindTheirFlagOrAnEqualsSign() {
		Map<String, String> keys = Map.of("model", "a b=c.onnx", "max", "-5", "save", "");
		assertEquals(keys, keys("--model=a b=c.onnx", "x.tif", "--max", "-5", "--save="));
		assertEquals(keys, keys("--model", "a b=c.onnx", "--save", "", "--max=-5", "x.tif"));
	}

	@Test
	void wordsWithoutAFlagAreTheImagesInTheirOrder() {
		assertEquals(List.of("b.tif", "a b.tif", "-"), line("b.tif", "--max=5", "a b.tif", "-").words());
		Line after = line("a.tif", "--", "--show", "-b.tif");
		assertEquals(List.of("a.tif", "--show", "-b.tif"), after.words());
		assertFalse(after.has("--show"));
		assertTrue(line("--show", "a.tif").has("--show"));
		assertEquals(List.of("a.tif"), line("--show", "a.tif").words());
		assertFalse(line("--show=false", "a.tif").has("--show"));
	}

	@Test
	void mistakesAreToldInASentence() {
		assertWrong("The verb detect needs IMAGE...: image files", DETECT, "--max=5");
		assertWrong("The verb detect has no flag \"--confidense\"; did you mean --confidence? detect"
			+ " --help lists", DETECT, "x.tif", "--confidense=0.5");
		assertWrong("The verb detect has no flag \"-x\". ", DETECT, "-x");
		assertWrong("The flag --model needs a value: --model=VALUE. ", DETECT, "x.tif", "--model");
		assertWrong("The flag --model needs a value", DETECT, "x.tif", "--model", "--max=5");
		assertWrong("The flag --max is given twice. ", DETECT, "x.tif", "--max=5", "--max", "6");
		assertWrong("The flag --show takes no value. ", DETECT, "x.tif", "--show=maybe");
		assertWrong("The word \"c\" is more than the verb detect takes. ", DESCRIBE, "a", "b", "c");
	}

	@Test
	void helpIsAskedForAnywhereButBehindTheEnd() {
		assertTrue(Line.asksForHelp(List.of("x.tif", "--nonsense", "-h")));
		assertFalse(Line.asksForHelp(List.of("x.tif", "--", "--help")));
	}

	@Test
	void helpNamesAllThatALineMayHoldInEightyColumns() {
		for (Verb verb : Verbs.all()) {
			Usage usage = verb.usage().get();
			String help = usage.help(verb.name());
			for (String flag : usage.flagNames())
				assertTrue(help.contains(" " + flag), verb.name() + " " + flag);
			assertTrue(help.lines().allMatch(text -> text.length() <= 80), help);
		}
	}
}
