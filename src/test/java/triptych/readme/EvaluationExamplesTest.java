package triptych.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.macro.Interpreter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import triptych.core.Progress;
import triptych.evaluation.EvaluationResult;
import triptych.folder.FolderProgress;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** The examples of the page on evaluation run and give what the text around them says. */
class EvaluationExamplesTest {

	private static final Path PAGE = Path.of(".github/docs/evaluation.md");

	private static List<Map<String, String>> lines(String command) {
		return Pattern.compile("run\\(\"" + Pattern.quote(command) + "\", \"([^\"]+)\"\\)")
			.matcher(Documents.text(PAGE))
			.results()
			.map((MatchResult r) -> r.group(1))
			.map(Options::tokens)
			.toList();
	}

	@Test
	void theOpenImageIsHeldAgainstItsLabels() {
		Map<String, String> segment = lines("Segment Objects...").get(0);
		Map<String, String> evaluate = lines("Evaluate Predictions...").get(0);
		ImagePlus image = Triptych.open(Path.of("test-images/nuclei.tif"));
		image.setOverlay(new Overlay());
		Triptych.segmentObjects(image, Options.macro(segment))
			.rois()
			.forEach(image.getOverlay()::add);
		// Open as an image is in a macro without windows.
		boolean before = Interpreter.batchMode;
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(image);
		try {
			EvaluationResult result = Triptych.evaluate(evaluate, r -> {}, Progress.NONE);
			assertEquals("AP50", result.outcome().headline());
			assertTrue(result.outcome().value("AP50") > 0.8, result.summary());
			assertEquals("AP50", result.table().columns().get(2));
			assertEquals(2, result.table().rows().size(), "the example prints the row of all");
		}
		finally {
			Interpreter.removeBatchModeImage(image);
			Interpreter.batchMode = before;
		}
	}

	@Test
	void theFolderOfARunIsHeldAgainstLabels(@TempDir Path data) throws IOException {
		Files.createDirectories(data.resolve("images"));
		Files.createDirectories(data.resolve("labels"));
		for (String name : List.of("a.tif", "b.tif")) {
			Files.copy(Path.of("test-images/nuclei.tif"), data.resolve("images").resolve(name));
			Files.copy(Path.of("test-images/nuclei-labels.tif"), data.resolve("labels").resolve(name));
		}
		Triptych.processFolder(inside(data, lines("Process Folder...").get(0)), FolderProgress.SILENT);
		Map<String, String> keys = inside(data, lines("Evaluate Predictions...").get(1));
		EvaluationResult result = Triptych.evaluate(keys, r -> {}, Progress.NONE);
		assertEquals(2, result.outcome().images());
		assertTrue(result.verdict().isPresent());
		assertEquals(List.of("evaluation.csv", "evaluation.json", "evaluation.html"),
			result.files().stream().map(f -> f.getFileName().toString()).toList());
		assertTrue(result.pictures().of("a").isPresent(), "the input of the folder run");
	}

	private static Map<String, String> inside(Path data, Map<String, String> keys) {
		Map<String, String> here = new LinkedHashMap<>(keys);
		here.replaceAll((key, value) -> value.replace("/data/", data + "/"));
		return here;
	}
}
