package triptych.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import ij.IJ;
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
		Files.copy(MODELS.resolve(model + ".onnx"), file, StandardCopyOption.REPLACE_EXISTING);
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

	private Reading reading(ModelDraft draft, String name) {
		return draft.readings().stream().filter(r -> r.toString().equals(name)).findFirst()
			.orElseThrow();
	}

	private String text(ModelDraft draft, String reading, String place, String value) {
		List<Line> lines = new ArrayList<>(draft.lines(reading(draft, reading)));
		lines.replaceAll(line -> line.place().equals(place) ? line.with(value) : line);
		return draft.text(lines);
	}

	@Test
	void namesOfAnotherNumberAreCountedAndNotCalledAWrongReading() throws IOException {
		ModelDraft draft = draft("boxes_v8");
		String problem = draft.problem(text(draft, "detection: yolo, columns", "classes", "a, b, c, d"));
		assertTrue(problem.contains("have values for 3 classes, but the description names 4"), problem);
		draft = draft("regions_nhwc");
		problem = draft.problem(text(draft, "semantic: semantic", "classes", "a, b"));
		assertTrue(problem.contains("have values for 4 classes, but the description names 2"), problem);
	}

	/** Each may be left out, and is a comment of the printed form then. */
	@ParameterizedTest
	@CsvSource({ "classes-file", "input align", "decoder background", "thresholds confidence",
		"input halo", "licence" })
	void theFormHasALineFor(String place) throws IOException {
		ModelDraft draft = draft("regions");
		List<Line> lines = draft.lines(reading(draft, "semantic: semantic"));
		Line line = lines.stream().filter(l -> l.place().equals(place)).findFirst().orElseThrow();
		assertEquals("", line.value());
		assertTrue(draft.form(lines).contains("# " + line.key() + ": "), draft.form(lines));
		assertFalse(draft.text(lines).contains(" " + line.key() + ": "), draft.text(lines));
	}

	@Test
	void whereNothingIsFoundTheBestScoreIsTold() throws IOException {
		ImagePlus shapes = Triptych.open(Path.of("test-images/shapes.tif"));
		ModelDraft draft = draft("boxes_v8");
		String strict = text(draft, "detection: yolo, columns", "thresholds confidence", "0.99");
		String hint = draft.trial(strict, ImagePlane.of(shapes)).hint();
		assertTrue(hint.contains("scored 0.9") && hint.contains("confidence=0.99"), hint);
		String usual = text(draft, "detection: yolo, columns", "thresholds confidence", "");
		assertEquals("", draft.trial(usual, ImagePlane.of(shapes)).hint());
	}

	@Test
	void oneClassEverywhereIsTold() throws IOException {
		ImagePlus black = IJ.createImage("black", "RGB black", 64, 48, 1);
		ModelDraft draft = draft("regions_nhwc");
		String text = text(draft, "semantic: semantic", "classes", "");
		assertTrue(draft.trial(text, ImagePlane.of(IJ.createImage("large", "RGB black", 96, 128, 1)))
			.hint().contains("Every pixel is class-0"));
		assertTrue(draft.trial(text, ImagePlane.of(black)).hint().isEmpty(), "too few to say it");
	}

	@Test
	void knownNamesAreAnAssumptionAndReadBack() throws IOException {
		KnownClasses coco = KnownClasses.of(80).get(0);
		assertTrue(coco.toString().contains("nothing proves"), coco.toString());
		assertEquals(List.of("person", "bicycle", "toothbrush"), List.of(coco.names().get(0),
			coco.names().get(1), coco.names().get(79)));
		assertEquals("[\"no\", a b, \"3\", \"x,y\"]", KnownClasses.listed(List.of("no", "a b", "",
			"3", "x,y")));
		ModelDraft draft = draft("boxes_v8");
		String text = text(draft, "detection: yolo, columns", "classes",
			KnownClasses.listed(List.of("no", "3", "x,y")));
		Files.writeString(folder.resolve("mine.triptych.yaml"), text);
		String known = Triptych.inspect(folder.resolve("mine.onnx").toString());
		assertTrue(known.contains("Classes: 3 (no, 3, x,y)"), known);
	}

	@Test
	void aBundledModelNeedsNone() {
		assertThrows(TriptychException.class, () -> ModelDraft.of(""));
	}
}
