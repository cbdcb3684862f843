package triptych.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.ImagePlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.TriptychException;
import triptych.ij.convert.ImagePlane;
import triptych.workflow.Triptych;

/** What Describe Model... proposes, refuses, sees on an image and writes. */
class ModelDraftTest {

	private static final Path MODELS = Path.of("src/test/resources/models");

	@TempDir
	Path folder;

	@AfterEach
	void release() {
		Triptych.releaseModels();
	}

	/** Alone, without its description. */
	private ModelDraft draft(String model) throws IOException {
		Path file = folder.resolve("mine.onnx");
		Files.copy(MODELS.resolve(model + ".onnx"), file);
		return ModelDraft.of(file.toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "regions | semantic: semantic", "classes | classification: "
		+ "class-scores", "boxes_v8 | detection: yolo, columns", "boxes_v5 | detection: yolo, rows",
		"masks_v8 | instance: yolo-masks, columns", "regions_nhwc | semantic: semantic" })
	void theRightReadingIsAmongThoseThatFit(String model, String reading) throws IOException {
		List<String> fit = draft(model).readings().stream().map(Reading::toString).toList();
		assertTrue(fit.contains(reading), fit.toString());
	}

	@Test
	void whatDoesNotFitIsNotProposed() throws IOException {
		List<String> fit = draft("classes").readings().stream().map(Reading::toString).toList();
		assertTrue(fit.stream().noneMatch(r -> r.contains("yolo") || r.contains("semantic: semantic")),
			fit.toString());
	}

	@Test
	void softmaxOverOneMapIsNeitherProposedNorTaken() throws IOException {
		ModelDraft draft = draft("regions_hw");
		Reading semantic = draft.readings().stream().filter(r -> r.family().equals("semantic"))
			.findFirst().orElseThrow();
		String text = draft.text(draft.lines(semantic));
		assertTrue(text.contains("activation: sigmoid"), text);
		assertTrue(draft.problem(text.replace("sigmoid", "softmax")).contains("single map"));
	}

	@Test
	void theValuesOnAnImageTellWhetherTheyAreScores() throws IOException {
		ImagePlus shapes = Triptych.open(Path.of("test-images/shapes.tif"));
		ModelDraft draft = draft("regions_sigmoid");
		Reading first = draft.readings(ImagePlane.of(shapes)).get(0).reading();
		String text = draft.text(draft.lines(first));
		String seen = draft.trial(text, ImagePlane.of(shapes)).seen();
		assertTrue(seen.contains("On this image its values run from"), first + seen);
	}

	@Test
	void whatIsSavedRuns() throws IOException {
		ModelDraft draft = draft("regions");
		Reading semantic = draft.readings().stream().filter(r -> r.family().equals("semantic"))
			.findFirst().orElseThrow();
		List<Line> lines = draft.lines(semantic);
		Path saved = draft.save(draft.text(lines));
		assertEquals(folder.resolve("mine.triptych.yaml"), saved);
		assertTrue(Triptych.segmentRegions(Triptych.open(Path.of("test-images/shapes.tif")),
			"model=[" + folder.resolve("mine.onnx") + "]").table().rows().size() > 0);
		String sentence = assertThrows(TriptychException.class,
			() -> draft.save(draft.text(lines))).getMessage();
		assertTrue(sentence.contains("already"), sentence);
	}

	@Test
	void theFormIsADescription() throws IOException {
		draft("classes");
		String form = Triptych.describe(folder.resolve("mine.onnx").toString());
		assertTrue(form.contains("# fits the shapes: classification: class-scores"), form);
		Files.writeString(folder.resolve("mine.triptych.yaml"), form);
		assertTrue(Triptych.inspect(folder.resolve("mine.onnx").toString())
			.contains("Task: classification"));
	}

	/** As a shell does it: the file is there, empty, before the command begins. */
	@Test
	void whatInspectPrintsCanBeTheDescription() throws IOException {
		draft("classes");
		Path yaml = Files.createFile(folder.resolve("mine.triptych.yaml"));
		String printed = Triptych.inspect(folder.resolve("mine.onnx").toString());
		Files.writeString(yaml, printed.replace("task: ?", "task: classification")
			.replace("name: ?", "name: class-scores\n  activation: softmax"));
		assertTrue(Triptych.inspect(folder.resolve("mine.onnx").toString())
			.contains("Task: classification"), printed);
	}

	@Test
	void aBundledModelNeedsNone() {
		assertThrows(TriptychException.class, () -> ModelDraft.of(""));
	}
}
