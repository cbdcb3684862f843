package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImageJ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choose Task... from a macro, beside rows of another command, and from the terminal. */
class ChooseTaskIT {

	private static final String MACRO = """
		newImage('blank', '8-bit', 20, 20, 1);
		run('Measure');
		q = 'How large is each nucleus, even where they touch?';
		run('Choose Task...', 'question=&q images=50 objects=40 money=1000 plan=[%s]');
		run('Choose Task...', 'level=object one=no size=no');
		text = '' + nResults + '\\n';
		text += '' + isNaN(getResult('MoneyLow', 0)) + ' ' + (getResult('Mean', 0) >= 0) + '\\n';
		for (i = 1; i < 3; i++) text += getResultString('Task', i) + ' ' + getResultString('MoneyHigh', i) + ' '
			+ getResultString('Start', i) + ' ' + getResultString('Affordable', i) + '\\n';
		text += getResultString('Command', 1) + '\\n';
		File.saveString(text, getArgument());
		run('Choose Task...', 'question=[Where?] money=-1');
		File.saveString('went on', getArgument() + '.after');
		""";

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void eachCallIsARowAndAWrongValueStopsTheMacro(boolean fiji) throws IOException {
		if (!fiji) PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("choose" + fiji), seen = folder.resolve("seen.txt"), plan = folder.resolve("plan.html");
		String text = MACRO.formatted(plan).replace('\'', '"');
		// A message in plain ImageJ would wait for a user.
		if (!fiji) text = text.replace("run(\"Choose Task...\", \"question=[Where?] money=-1\");", "exit();");
		Path macro = Files.writeString(folder.resolve("choose.ijm"), text);
		ChildJvm.Ended ended = fiji ? HeadlessFiji.macro(macro, seen.toString()) : PlainImageJ.batch(macro, seen.toString());
		assertTrue(Files.exists(seen), ended.output());
		List<String> lines = Files.readAllLines(seen);
		assertEquals(List.of("3", "1 1", "instance 250 instance yes", "detection  detection unknown",
			"run(\"Segment Objects...\", \"model=nuclei\");"), lines, ended.output());
		assertTrue(Files.readString(plan).contains("How large is each nucleus"), ended.output());
		assertFalse(Files.exists(folder.resolve("seen.txt.after")), "the macro went on");
		if (fiji) assertTrue(ended.output().contains("The key money has the value \"-1\""), ended.output());
	}

	@Test
	void headlessWithoutOptionsGivesTheRowOfTheDefaults() throws IOException {
		Path folder = ChildJvm.fresh("choose-nothing"), seen = folder.resolve("seen.txt");
		Path macro = Files.writeString(folder.resolve("choose.ijm"),
			"run(\"Choose Task...\"); File.saveString(\"\" + nResults + getResultString(\"MissingAnswer\", 0), getArgument());");
		ChildJvm.Ended ended = HeadlessFiji.macro(macro, seen.toString());
		assertTrue(Files.exists(seen), ended.output());
		assertEquals("1level", Files.readString(seen));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theWindowAdvisesRecordsAndOpensTheCommand(boolean fiji) {
		PlainImageJ.needsDisplay();
		String image = Path.of("test-images/shapes.tif").toAbsolutePath().toString();
		String output = (fiji ? HeadfulFiji.driven(ChoosingUser.class, image) : PlainImageJ.driven(ChoosingUser.class, image))
			.output();
		assertTrue(output.contains("HEADLINE Localisation: one box around the one object"), output);
		assertTrue(output.contains("RECORDED run(\"Choose Task...\", \"question=[Where is the 'embryo'? It's (always) one.] "
			+ "images=200 one=yes size=no\");"), output);
		assertTrue(output.contains("SAME 1 localisation"), output);
		assertTrue(output.contains("COPY false"), "a line that does not run: " + output);
		assertTrue(output.contains("DIALOG find best"), output);
		assertTrue(output.contains("THEN find all"), output);
		assertTrue(output.contains("READY run(\"Segment Objects...\", \"model=nuclei\");"), output);
		assertTrue(output.contains("DIALOG Segment Objects: shapes.tif nuclei"), output);
		assertTrue(output.contains("EVALUATE Evaluate Predictions instance"), output);
		assertTrue(output.contains("WRONG \"Images to label\" has the value \"lots\"; it must be a number") && output.contains(
			"BUTTONS false"), output);
		assertTrue(output.contains("CLOSED"), output);
	}

	@Test
	void theTerminalPrintsLinesOrJsonAndLoadsNoEngine() throws IOException {
		ChildJvm.Ended lines = TerminalIT.triptych(true, "advise", "How", "many", "bottles?", "--images=1000", "--objects=10");
		assertEquals(0, lines.code(), lines.output());
		assertTrue(lines.output().lines().anyMatch(l -> l.matches("Task +detection")), lines.output());
		assertTrue(lines.output().lines().anyMatch(l -> l.matches("MoneyHigh +2000")), lines.output());
		JsonObject json = JsonParser.parseString(TerminalIT.triptych(true, "advise", "--question=How many bottles?", "--json")
			.output()).getAsJsonObject();
		assertEquals("detection", json.get("Task").getAsString());
		ChildJvm.Ended wrong = TerminalIT.triptych(false, "advise", "--money=-3");
		assertEquals(1, wrong.code());
		assertTrue(wrong.output().startsWith("The key money has the value \"-3\""), wrong.output());
		List<String> jars = new ArrayList<>(ChildJvm.jarsBelow("Triptych-imagej"));
		jars.add(ChildJvm.homeOf(ImageJ.class));
		String loaded = ChildJvm.run(List.of("-Xlog:class+load", "-cp", ChildJvm.path(jars), "triptych.cli.Main", "advise",
			"How large is each nucleus?")).output();
		assertTrue(loaded.contains("triptych.advisor.Advisor"), "classes are listed");
		assertFalse(loaded.contains(" ai.djl.") || loaded.contains(" ai.onnxruntime."), "no engine");
	}
}
