package triptych.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.io.FileSaver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.Box;
import triptych.core.Mask;
import triptych.folder.FolderProgress;
import triptych.folder.FolderReview;
import triptych.folder.ReviewOptions;
import triptych.options.Options;
import triptych.review.ReviewedImage;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** What somebody has corrected is the truth that the run itself is held against. */
class ReviewedTruthTest {

	@TempDir
	Path folder;

	private void run(String task, String model) throws IOException {
		Path in = Files.createDirectories(folder.resolve("in"));
		for (String name : List.of("a", "b", "c")) {
			ImagePlus image = Planted.black(333, 257);
			Planted.fill(image, Color.RED, 20, 30, 61, 77);
			Planted.fill(image, Color.GREEN, 200, 100, 233, 131);
			new FileSaver(image).saveAsTiff(in + "/" + name + ".tif");
		}
		String outputs = task.equals("classification") ? "table" : "labels,table,rois";
		Triptych.processFolder(Map.of("task", task, "input", in.toString(), "save", folder + "/out",
			"model", Planted.MODELS.resolve(model).toString(), "outputs", outputs),
			FolderProgress.SILENT);
	}

	private FolderReview review() {
		return FolderReview.open(Options.of(ReviewOptions.class, Map.of("results", folder + "/out")));
	}

	private EvaluationResult evaluate() {
		return Triptych.evaluate("truth=[" + folder + "/out] predictions=[" + folder + "/out]");
	}

	@Test
	void objectsOfTheRunAreHeldAgainstThoseOfTheReview() throws IOException {
		run("instance", "touching.onnx");
		byte[] inside = new byte[400];
		Arrays.fill(inside, (byte) 1);
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			image.correct(image.corrections(0).delete(List.of(image.plane(0).at(40, 50))));
			image.correct(image.corrections(0).add(new Mask(280, 200, 20, 20, inside), image.named(image
				.classes().get(0))));
			image.correct(image.corrections(0).add(new Mask(280, 20, 20, 20, inside), image.named(image
				.classes().get(0))));
			review.save(review.items().get(0), image);
			review.save(review.items().get(1), review.open(review.items().get(1)));
			review.finish();
		}
		EvaluationResult result = evaluate();
		assertEquals(2, result.outcome().images(), "the third is not reviewed");
		int there = Files.readAllLines(folder.resolve("out/a-objects.csv")).size() - 1;
		assertEquals((2 * there - 1) / (2.0 * there), result.outcome().value("Precision"), 1e-12);
		assertEquals((2 * there - 1) / (2.0 * there + 1), result.outcome().value("Recall"), 1e-12);
		assertTrue(result.notes().toString().contains("looked through: 2 of 3"), result.notes()
			.toString());
		assertEquals(1, result.unmatched().size());
	}

	/** Else a model would be taught with what was corrected and with what was wrong. */
	@ParameterizedTest
	@ValueSource(strings = { "labels", "rois" })
	void anExportOfTheResultsHasEachImageOnceAsItWasCorrected(String format) throws IOException {
		run("instance", "touching.onnx");
		int found;
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			found = image.plane(0).all().size();
			image.correct(image.corrections(0).delete(List.of(image.plane(0).at(40, 50))));
			review.finish();
		}
		List<String> report = Triptych.convert("path=[" + folder + "/out] format=" + format
			+ " to=coco save=[" + folder + "/all.json]").report();
		String all = 3 * found - 1 + " objects in 2 images";
		assertTrue(report.get(0).endsWith(all), report + ", wanted " + all);
		String json = Files.readString(folder.resolve("all.json"));
		assertFalse(json.contains("reviewed"), json);
	}

	/** What somebody has drawn or named has no score. */
	@Test
	void boxesAndClassesWithoutAScoreAreRead() throws IOException {
		run("detection", "boxes_v8.onnx");
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			image.correct(image.corrections(0).add(new Box(100, 100, 110, 120), image.named("green")));
			review.finish();
		}
		EvaluationResult result = evaluate();
		assertEquals(1, result.outcome().images());
		assertEquals(2 / 3.0, result.outcome().value("Recall"), 1e-12);
	}

	@Test
	void theClassThatSomebodyHasNamedIsTheTruth() throws IOException {
		run("classification", "classes.onnx");
		String named;
		try (FolderReview review = review()) {
			for (FolderReview.Item item : review.items())
				review.save(item, review.open(item));
			ReviewedImage image = review.open(review.items().get(0));
			String said = image.plane(0).best(1).className();
			named = image.classes().stream().filter(c -> !c.equals(said)).findFirst().orElseThrow();
			image.correct(image.corrections(0).reclassify(List.of(1), image.named(named)));
			review.finish();
		}
		EvaluationResult result = evaluate();
		assertEquals(3, result.outcome().images());
		assertEquals(2 / 3.0, result.outcome().value("Accuracy"), 1e-12, named);
	}
}
