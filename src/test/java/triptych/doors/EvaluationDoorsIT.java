package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;

import triptych.folder.FolderProgress;
import triptych.needs.NeedsTestData;
import triptych.needs.TestData;
import triptych.workflow.Triptych;

/** The bundled nuclei model on images kept out of its training, evaluated through every door. */
class EvaluationDoorsIT {

	private static final String DATA = "testdata/images/dsb2018_a";

	@Test
	@NeedsTestData(DATA)
	void menuMacroAndTerminalGiveTheSameFigures() throws IOException {
		PlainImageJ.needsDisplay();
		Path folder = ChildJvm.fresh("evaluate");
		String truth = TestData.at(DATA + "/labels").toString();
		String predictions = folder.resolve("results").toString();
		Triptych.processFolder(Map.of("task", "instance", "input",
			TestData.at(DATA + "/images").toString(), "save", predictions, "outputs", "labels,table"),
			FolderProgress.SILENT);
		Triptych.releaseModels();
		String output = PlainImageJ
			.driven(EvaluatingUser.class, truth, predictions, folder.resolve("menu").toString())
			.output();
		String menu = line(output, "MENU "), macro = line(output, "MACRO ");
		assertEquals(menu, macro, output);
		ChildJvm.Ended terminal = TerminalIT.triptych(true, "evaluate", "--truth=" + truth,
			"--predictions=" + predictions, "--save=" + folder.resolve("terminal"));
		assertEquals(0, terminal.code(), terminal.output());
		JsonObject all = JsonParser
			.parseString(Files.readString(folder.resolve("terminal/evaluation.json")))
			.getAsJsonObject()
			.getAsJsonObject("metrics")
			.getAsJsonObject("all");
		JsonObject ap = all.getAsJsonObject("AP50");
		assertEquals(menu, "all " + ap.get("value").getAsDouble() + " " + ap.get("low").getAsDouble()
			+ " " + all.getAsJsonObject("F1").get("value").getAsDouble());
		assertEquals(Files.readString(folder.resolve("terminal/evaluation.csv")),
			Files.readString(folder.resolve("menu/evaluation.csv")));
		assertTrue(ap.get("value").getAsDouble() > 0.6, "a bit below what was measured");
		assertTrue(output.contains("Verdict: label more"), output);
		assertTrue(Files.size(folder.resolve("menu/evaluation.html")) > 100_000, "with its pictures");
	}

	private static String line(String output, String begin) {
		return output.lines()
			.filter(l -> l.startsWith(begin))
			.map(l -> l.substring(begin.length()))
			.findFirst()
			.orElse(output);
	}
}
