package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import triptych.advice.LatestAdvice;
import triptych.core.TriptychException;
import triptych.ij.files.RoiFile;
import triptych.workflow.Triptych;

/** Evaluate Predictions... on small sets whose figures are known. */
class EvaluateTest {

	private static final Rectangle A = new Rectangle(2, 2, 10, 10), B = new Rectangle(20, 5, 12, 8),
		C = new Rectangle(40, 20, 10, 10);

	@TempDir
	Path folder;

	@AfterEach
	void forget() {
		LatestAdvice.forget();
	}

	private EvaluationResult evaluate(String more) {
		return Triptych
			.evaluate("truth=[" + folder + "/truth] predictions=[" + folder + "/found] " + more);
	}

	private String failure(String more) {
		return assertThrows(TriptychException.class, () -> evaluate(more)).getMessage();
	}

	/** Truth of two images with three objects, of which two are found, one wrong beside them. */
	private void plant() {
		PlantedSets.labels(folder.resolve("truth"), "a", A, B);
		PlantedSets.labels(folder.resolve("truth"), "b", C);
		PlantedSets.labels(folder.resolve("found"), "a", A);
		PlantedSets.labels(folder.resolve("found"), "b", C, B);
	}

	@Test
	void labelImagesAreComparedAsObjects() {
		plant();
		EvaluationResult result = evaluate("");
		assertEquals("instance", result.outcome().task().key());
		assertEquals(2 / 3.0, result.outcome().value("Precision"), 1e-12);
		assertEquals(2 / 3.0, result.outcome().value("Recall"), 1e-12);
		assertEquals(2 / 4.0, result.outcome().value("ObjectAP50"), 1e-12);
		assertEquals("ObjectAP50", result.outcome().headline(), "without scores there is no curve");
		assertEquals(0, result.outcome().value("CountBias"), 1e-12);
	}

	@Test
	void theTableHasARowForAllAndARowAClassAndTheEndsOfTheInterval() {
		plant();
		EvaluationResult result = evaluate("save=[" + folder + "/out]");
		assertEquals(List.of("Class", "Images", "ObjectAP50", "ObjectAP50Low", "ObjectAP50High"),
			result.table().columns().subList(0, 5));
		assertTrue(result.table().columns().containsAll(List.of("AP50", "AP50Low", "AP50High", "F1")));
		assertEquals(List.of("all", "object"),
			result.table().rows().stream().map(r -> r.get(0)).toList());
	}

	@Test
	void theFilesHoldWhatIsPromised() throws IOException {
		plant();
		PlantedSets.labels(folder.resolve("truth"), "lonely", A);
		evaluate("save=[" + folder + "/out] target=0.9");
		JsonObject json = JsonParser
			.parseString(Files.readString(folder.resolve("out/evaluation.json")))
			.getAsJsonObject();
		assertEquals("instance", json.get("task").getAsString());
		assertEquals(2, json.get("images").getAsInt());
		JsonObject f1 = json.getAsJsonObject("metrics").getAsJsonObject("all").getAsJsonObject("F1");
		assertEquals(2 / 3.0, f1.get("value").getAsDouble(), 1e-12);
		assertEquals(2, f1.get("n").getAsInt());
		assertTrue(f1.has("low") && f1.has("high"));
		assertTrue(json.getAsJsonObject("definitions").has("F1"));
		assertTrue(json.getAsJsonArray("unmatched").get(0).getAsString().contains("lonely"));
		assertEquals("label more", json.getAsJsonObject("verdict").get("verdict").getAsString());
		assertTrue(json.has("thresholds") && json.get("thresholds").isJsonNull(), "no scores");
		assertTrue(Files.readString(folder.resolve("out/evaluation.csv")).startsWith("Class,Images,"));
		assertFalse(Files.exists(folder.resolve("out/evaluation.html")), "nobody asked for it");
	}

	@Test
	void whatIsThereIsNotReplacedUnasked() {
		plant();
		evaluate("save=[" + folder + "/out]");
		assertTrue(failure("save=[" + folder + "/out]").contains("overwrite=yes"));
		evaluate("save=[" + folder + "/out] overwrite=yes");
	}

	@Test
	void endingsOfProgramsAreNoPartOfAName() {
		PlantedSets.labels(folder.resolve("truth"), "a_mask", A);
		PlantedSets.labels(folder.resolve("truth"), "b_mask", C);
		PlantedSets.labels(folder.resolve("found"), "a-labels", A);
		PlantedSets.labels(folder.resolve("found"), "b-labels", C);
		EvaluationResult result = evaluate("");
		assertEquals(2, result.outcome().images());
		assertEquals(1, result.outcome().value("F1"), 1e-12);
	}

	@Test
	void namesThatDoNotFitAreTold() {
		PlantedSets.labels(folder.resolve("truth"), "a", A);
		PlantedSets.labels(folder.resolve("truth"), "b", A);
		PlantedSets.labels(folder.resolve("found"), "c", A);
		PlantedSets.labels(folder.resolve("found"), "d", A);
		String why = failure("");
		assertTrue(why.contains("\"a\", \"b\"") && why.contains("\"c\", \"d\""), why);
	}

	@Test
	void twoImagesOfOneNameAreToldApartByTheirFoldersOrRefused() throws IOException {
		PlantedSets.labels(folder.resolve("truth/day1"), "a", A);
		PlantedSets.labels(folder.resolve("truth/day2"), "a", B);
		PlantedSets.labels(folder.resolve("found/day1"), "a", A);
		PlantedSets.labels(folder.resolve("found/day2"), "a", A);
		assertEquals(0.5, evaluate("").outcome().value("F1"), 1e-12);
		Files.copy(folder.resolve("truth/day1/a.tif"), folder.resolve("truth/day1/a.tiff"));
		assertTrue(failure("").contains("two images of the name \"day1/a\""), failure(""));
	}

	@Test
	void sizesThatDifferAreRefusedByName() {
		plant();
		PlantedSets.save(folder.resolve("found"), "b", new ByteProcessor(30, 40));
		String why = failure("");
		assertTrue(why.contains("\"b\"") && why.contains("60 x 40") && why.contains("30 x 40"), why);
	}

	@Test
	void aMaskOfForegroundIsNoSetOfObjects() {
		ByteProcessor mask = new ByteProcessor(60, 40);
		mask.setColor(255);
		mask.fillRect(2, 2, 10, 10);
		PlantedSets.save(folder.resolve("truth"), "a", mask);
		PlantedSets.labels(folder.resolve("found"), "a", A);
		assertTrue(failure("").contains("task=semantic"), failure(""));
		EvaluationResult semantic = evaluate("task=semantic classes=255:cell,1:cell");
		assertEquals(1, semantic.outcome().value("MeanIoU"), 1e-12);
	}

	@Test
	void emptySidesGiveBlanksAndNoInvention() {
		PlantedSets.labels(folder.resolve("truth"), "a", A);
		PlantedSets.labels(folder.resolve("found"), "a");
		EvaluationResult nothingFound = evaluate("");
		assertEquals(0, nothingFound.outcome().value("Recall"), 1e-12);
		assertTrue(Double.isNaN(nothingFound.outcome().value("Precision")));
		PlantedSets.labels(folder.resolve("truth"), "a");
		EvaluationResult nothingThere = evaluate("");
		assertTrue(Double.isNaN(nothingThere.outcome().value("AP50")));
	}

	@Test
	void anEmptyFolderIsToldByItsPath() throws IOException {
		PlantedSets.labels(folder.resolve("truth"), "a", A);
		Files.createDirectories(folder.resolve("found"));
		assertTrue(failure("").contains(folder.resolve("found").toString()), failure(""));
		assertTrue(assertThrows(TriptychException.class,
			() -> Triptych.evaluate("truth=[" + folder + "/nowhere] predictions=x")).getMessage()
			.contains("the key truth".substring(4)));
	}

	@Test
	void pixelsOfAClassAreComparedWithTheBackgroundOutOfTheMean() {
		PlantedSets.labels(folder.resolve("truth"), "a", new Rectangle(0, 0, 10, 10));
		PlantedSets.labels(folder.resolve("found"), "a", new Rectangle(5, 0, 10, 10));
		EvaluationResult result = evaluate("task=semantic");
		assertEquals(50 / 150.0, result.outcome().value("MeanIoU"), 1e-12);
		assertEquals(List.of("background", "1"), result.outcome().classes());
	}

	@Test
	void twoSetsOfPredictionsAreComparedImageByImage() {
		plant();
		PlantedSets.labels(folder.resolve("other"), "a", A, B);
		PlantedSets.labels(folder.resolve("other"), "b", C);
		EvaluationResult result = evaluate("compare=[" + folder + "/other]");
		assertEquals(-0.5, result.differences().get("all").get("ObjectAP50").value(), 1e-12);
		assertTrue(result.table().columns().contains("ObjectAP50DifferenceLow"));
	}

	@Test
	void classesOfImagesComeFromTables() {
		PlantedSets.text(folder.resolve("truth.csv"),
			List.of("File,Class", "a.png,cat", "b.png,dog", "c.png,cat", "d.png,dog"));
		PlantedSets.text(folder.resolve("found.csv"),
			List.of("File;cat;dog", "a.png;0.9;0.1", "b.png;0.6;0.4", "c.png;0.8;0.2", "d.png;0.1;0.9"));
		EvaluationResult result = Triptych
			.evaluate("truth=[" + folder + "/truth.csv] predictions=[" + folder + "/found.csv]");
		assertEquals(0.75, result.outcome().value("BalancedAccuracy"), 1e-12);
		assertEquals(1, result.outcome().value("ROCAUC"), 1e-12);
	}

	@Test
	void weakPredictionsThatSpoilF1AreSaidWithTheConfidenceThatWouldLeaveThemOut() throws IOException {
		Path truth = folder.resolve("truth.json"), found = folder.resolve("found.json");
		String box = "\"image_id\":1,\"category_id\":1,\"bbox\":[%d,10,20,20]";
		Files.writeString(truth, "{\"images\":[{\"id\":1,\"file_name\":\"a.png\",\"width\":300,"
			+ "\"height\":99}],\"categories\":[{\"id\":1,\"name\":\"cell\"}],\"annotations\":[{\"id\":1,"
			+ "\"iscrowd\":0,\"area\":400," + box.formatted(10) + "}]}");
		Files.writeString(found, "[{\"score\":0.9," + box.formatted(10) + "},{\"score\":0.02,"
			+ box.formatted(90) + "},{\"score\":0.01," + box.formatted(150) + "}]");
		String keys = "truth=[" + truth + "] predictions=[" + found + "]";
		assertTrue(Triptych.evaluate(keys).notes().toString().contains("scores at least 0, which gives"
			+ " an F1 of 0.50; with confidence=0.9 it is 1.00."),
			() -> Triptych.evaluate(keys).notes().toString());
		assertFalse(Triptych.evaluate(keys + " confidence=0.9").notes().toString().contains("F1"));
	}

	@Test
	void severalClassesAnImageGetTheirThresholds() {
		PlantedSets.text(folder.resolve("truth.csv"),
			List.of("File,Class", "a,cat", "a,dog", "b,dog", "c,cat"));
		PlantedSets.text(folder.resolve("found.csv"),
			List.of("File,cat,dog", "a,0.45,0.9", "b,0.2,0.8", "c,0.4,0.1"));
		EvaluationResult result = Triptych
			.evaluate("truth=[" + folder + "/truth.csv] predictions=[" + folder + "/found.csv]");
		assertEquals("thresholds=cat:0.4,dog:0.8", result.outcome().thresholds().get().keys());
		EvaluationResult tuned = Triptych.evaluate("truth=[" + folder + "/truth.csv] predictions=["
			+ folder + "/found.csv] thresholds=cat:0.4,dog:0.8");
		assertEquals(1, tuned.outcome().value("F1"), 1e-12);
	}

	@Test
	void classesThatHaveNothingInCommonAreNotSilentlyWrong() {
		PlantedSets.text(folder.resolve("truth.csv"), List.of("File,Class", "a,cat"));
		PlantedSets.text(folder.resolve("found.csv"), List.of("File,Class", "a,Katze"));
		String line = "truth=[" + folder + "/truth.csv] predictions=[" + folder + "/found.csv]";
		String why = assertThrows(TriptychException.class, () -> Triptych.evaluate(line)).getMessage();
		assertTrue(why.contains("classes=Katze:cat"), why);
		assertEquals(1, Triptych.evaluate(line + " classes=Katze:cat").outcome().value("Accuracy"), 0);
	}

	@Test
	void boxesAndClassesOfImagesCannotBeCompared() {
		PlantedSets.labels(folder.resolve("truth"), "a", A);
		PlantedSets.text(folder.resolve("found.csv"), List.of("File,Class", "a,cat"));
		String why = assertThrows(TriptychException.class,
			() -> Triptych
				.evaluate("truth=[" + folder + "/truth] predictions=[" + folder + "/found.csv]"))
			.getMessage();
		assertTrue(why.contains("cannot be compared"), why);
	}

	/** As a network's softmax gives them: no class needs a half of the whole. */
	@Test
	void ofSharesOfOneWholeTheLargestIsTheClassHoweverSmall() {
		PlantedSets.text(folder.resolve("truth.csv"), List.of("File,Class", "a,cat", "b,dog", "c,cow"));
		PlantedSets.text(folder.resolve("found.csv"), List.of("File,cat,dog,cow", "a,0.4,0.35,0.25",
			"b,0.3,0.45,0.25", "c,0.2,0.41,0.39"));
		EvaluationResult result = Triptych
			.evaluate("truth=[" + folder + "/truth.csv] predictions=[" + folder + "/found.csv]");
		assertEquals("BalancedAccuracy", result.outcome().headline());
		assertEquals(2 / 3.0, result.outcome().value("Accuracy"), 1e-12);
	}

	@Test
	void scoresWithoutAClassAreToldAndRawOutputsAreNoScores() {
		PlantedSets.text(folder.resolve("truth.csv"), List.of("File,Class", "a,cat", "b,dog"));
		PlantedSets.text(folder.resolve("found.csv"), List.of("File,cat,dog", "a,0.4,0.3", "b,0.3,0.9"));
		String line = "truth=[" + folder + "/truth.csv] predictions=[" + folder + "/found.csv]";
		EvaluationResult result = Triptych.evaluate(line);
		assertEquals(0.5, result.outcome().value("Accuracy"), 1e-12);
		assertTrue(result.notes().toString().contains("1 of 2 images have scores, but no class"),
			result.notes().toString());
		PlantedSets.text(folder.resolve("found.csv"), List.of("File,cat,dog", "a,4.1,-2", "b,0,3"));
		String sentence =
			assertThrows(TriptychException.class, () -> Triptych.evaluate(line)).getMessage();
		assertTrue(sentence.contains("found.csv") && sentence.contains("line 2")
			&& sentence.contains("holds 4.1"), sentence);
	}

	@Test
	void aSideWithoutAnyObjectIsTold() throws IOException {
		String coco = """
			{"images": [{"id": 1, "file_name": "a.png", "width": 60, "height": 40}],
			"categories": [{"id": 1, "name": "cell"}], "annotations": [%s]}""";
		String object =
			"{\"id\": 1, \"image_id\": 1, \"category_id\": 1, \"bbox\": [5, 5, 10, 8]}";
		Path truth = Files.writeString(folder.resolve("t.json"), coco.formatted(object));
		Path nothing = Files.writeString(folder.resolve("n.json"), coco.formatted(""));
		Path results = Files.writeString(folder.resolve("r.json"), "[]");
		for (Path empty : List.of(nothing, results)) {
			EvaluationResult found =
				Triptych.evaluate("truth=[" + truth + "] predictions=[" + empty + "]");
			assertEquals(0, found.outcome().value("Recall"));
			assertTrue(found.notes().toString().contains("Nothing was predicted"), empty.toString());
		}
		EvaluationResult wrong =
			Triptych.evaluate("truth=[" + nothing + "] predictions=[" + truth + "]");
		assertEquals(1, wrong.outcome().value("BackgroundErrors"));
		assertTrue(wrong.notes().toString().contains("The truth holds no object"));
		Path emptyFolder = Files.createDirectories(folder.resolve("empty"));
		String line = "truth=[" + truth + "] predictions=[" + emptyFolder + "]";
		assertTrue(assertThrows(TriptychException.class, () -> Triptych.evaluate(line)).getMessage()
			.endsWith("empty\" is empty."));
	}

	/** As Export Annotations... calls the planes of a stack in a data set. */
	@ParameterizedTest
	@ValueSource(strings = { "yolo", "coco", "voc" })
	void theStackIsHeldAgainstTheDataSetOfItsPlanes(String format) {
		ImageStack planes = new ImageStack(60, 40);
		for (Rectangle at : List.of(A, B, C)) {
			ByteProcessor plane = new ByteProcessor(60, 40);
			plane.setColor(1);
			plane.setRoi(at);
			plane.fill();
			planes.addSlice(plane);
		}
		planes.getProcessor(2).set(0);
		ImagePlus stack = new ImagePlus("cells", planes);
		Path set = folder.resolve("set" + (format.equals("coco") ? ".json" : ""));
		Path file = folder.resolve("cells-labels.tif");
		new FileSaver(stack).saveAsTiff(file.toString());
		Triptych.exportAnnotations(stack,
			"from=[" + file + "] format=" + format + " path=[" + set + "]");
		EvaluationResult result = Triptych
			.evaluate("truth=[" + set + "] predictions=[" + file + "] task=instance");
		assertEquals(2, result.outcome().images());
		assertEquals(1, result.outcome().value("F1"));
		assertEquals(1, result.unmatched().size(), "the plane that the data set does not have");
		assertTrue(result.notes().toString().contains("resemble each other"));
		planes.getProcessor(3).set(0);
		new FileSaver(stack).saveAsTiff(file.toString());
		EvaluationResult missed = Triptych
			.evaluate("truth=[" + set + "] predictions=[" + file + "] task=instance");
		assertEquals(0.5, missed.outcome().value("Recall"));
	}

	/** A mask's 255 in the first image is a class; so it is in all others. */
	@Test
	void masksOfForegroundAreOneClassInEveryImage() {
		for (String name : List.of("a", "b", "c")) {
			PlantedSets.mask(folder.resolve("truth"), name, new Rectangle(0, 0, 10, 10));
			PlantedSets.mask(folder.resolve("found"), name, new Rectangle(5, 0, 10, 10));
		}
		EvaluationResult result = evaluate("task=semantic");
		assertEquals(50 / 150.0, result.outcome().value("MeanIoU"), 1e-12);
		assertEquals(1 / 3.0, result.outcome().value("NSD"), 0.4);
		assertFalse(result.notes().toString().contains("not annotated"), result.notes().toString());
	}

	/** ImageJ counts the frames of a stack without slices as its positions. */
	@Test
	void roisOfAStackOfFramesMeetItsLabelImageFrameByFrame() throws IOException {
		ImageStack planes = new ImageStack(60, 40);
		List<Roi> rois = new ArrayList<>();
		for (Rectangle at : List.of(A, B, C)) {
			ByteProcessor plane = new ByteProcessor(60, 40);
			plane.setColor(1);
			plane.setRoi(at);
			plane.fill();
			planes.addSlice(plane);
			Roi roi = new Roi(at);
			roi.setName("object-000" + planes.size());
			roi.setPosition(planes.size());
			rois.add(roi);
		}
		ImagePlus frames = new ImagePlus("cells", planes);
		frames.setDimensions(1, 1, 3);
		new FileSaver(frames).saveAsTiff(folder + "/truth.tif");
		try (OutputStream out = Files.newOutputStream(folder.resolve("found.zip"))) {
			RoiFile.write(rois, out);
		}
		EvaluationResult result = Triptych.evaluate("truth=[" + folder + "/truth.tif] predictions=["
			+ folder + "/found.zip] task=detection");
		assertEquals(List.of(), result.unmatched());
		assertEquals(1, result.outcome().value("F1"));
		assertEquals(3, result.outcome().images());
	}

	@Test
	void endingsOfOneOfTwoSetsOfPredictionsAreNoPartOfAName() {
		for (String set : List.of("truth", "found", "other"))
			for (String name : List.of("a", "b"))
				PlantedSets.labels(folder.resolve(set), set.equals("other") ? name : name + "_mask", A);
		EvaluationResult result = evaluate("compare=[" + folder + "/other]");
		assertEquals(2, result.outcome().images());
	}

	/** What a model gives to two classes that are one here adds up. */
	@Test
	void sharesOfClassesThatAreCalledTheSameAddUp() {
		PlantedSets.text(folder.resolve("truth.csv"),
			List.of("File,Class", "a.png,cat", "b.png,dog"));
		PlantedSets.text(folder.resolve("found.csv"),
			List.of("File,tabby,siamese,dog", "a.png,0.4,0.5,0.1", "b.png,0.1,0.1,0.8"));
		EvaluationResult result = Triptych.evaluate("truth=[" + folder + "/truth.csv] predictions=["
			+ folder + "/found.csv] classes=tabby:cat,siamese:cat");
		assertEquals((0.1 * 0.1 + 0.2 * 0.2) / 2, result.outcome().value("Brier"), 1e-12);
		assertEquals(0.15, result.outcome().value("ECE"), 1e-12);
	}

	/** They would become one image that is of every class. */
	@Test
	void aTableOfSeveralPlanesOfAnImageIsNotTakenForOneImage() {
		PlantedSets.text(folder.resolve("truth.csv"), List.of("File,Class", "a.tif,cat", "b.tif,dog"));
		PlantedSets.text(folder.resolve("found.csv"), List.of("File,Label,Slice,Rank,Class,Score",
			"a.tif,a.tif:1,1,1,cat,0.9", "a.tif,a.tif:2,2,1,dog,0.9", "b.tif,b.tif:1,1,1,dog,0.9"));
		String why = assertThrows(TriptychException.class, () -> Triptych.evaluate("truth=[" + folder
			+ "/truth.csv] predictions=[" + folder + "/found.csv]")).getMessage();
		assertTrue(why.contains("several planes or ROIs of a.tif"), why);
	}
}
