package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.Box;
import triptych.core.Mask;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.ij.files.RoiFile;
import triptych.options.Options;
import triptych.result.CsvRows;
import triptych.review.ReviewKind;
import triptych.review.ReviewedImage;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Boxes, classes of images and regions can be corrected too, and the corrections count. */
class FolderReviewKindsTest {

	@TempDir
	Path folder;

	private Path in, out;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectories(folder.resolve("in"));
		out = folder.resolve("out");
	}

	private void save(ImagePlus image, String name) {
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = 0.1;
		image.getCalibration().setUnit("micron");
		new FileSaver(image).saveAsTiff(in + "/" + name);
	}

	private void run(String task, String model, String... more) {
		Map<String, String> keys = new LinkedHashMap<>(Map.of("task", task, "input", in.toString(),
			"save", out.toString(), "model", Planted.MODELS.resolve(model + ".onnx").toString()));
		for (int i = 0; i < more.length; i += 2)
			keys.put(more[i], more[i + 1]);
		Triptych.processFolder(keys, FolderProgress.SILENT);
	}

	private FolderReview review(String... more) {
		Map<String, String> keys = new LinkedHashMap<>(Map.of("results", out.toString()));
		for (int i = 0; i < more.length; i += 2)
			keys.put(more[i], more[i + 1]);
		return FolderReview.open(Options.of(ReviewOptions.class, keys));
	}

	private static List<Map<String, String>> rows(Path csv) throws IOException {
		try (var in = Files.newBufferedReader(csv)) {
			CsvRows reader = new CsvRows(in);
			List<String> columns = reader.next();
			List<Map<String, String>> rows = new ArrayList<>();
			for (List<String> cells = reader.next(); !cells.isEmpty(); cells = reader.next()) {
				Map<String, String> row = new LinkedHashMap<>();
				for (int i = 0; i < columns.size(); i++)
					row.put(columns.get(i), cells.get(i));
				rows.add(row);
			}
			return rows;
		}
	}

	private List<String> column(String csv, String name) throws IOException {
		return rows(out.resolve(csv)).stream().map(r -> r.get(name)).toList();
	}

	private static Mask square(int x, int y, int size) {
		byte[] inside = new byte[size * size];
		Arrays.fill(inside, (byte) 1);
		return new Mask(x, y, size, size, inside);
	}

	private void boxes() {
		ImagePlus image = Planted.black(333, 257);
		Planted.fill(image, Color.RED, 20, 30, 61, 77);
		Planted.fill(image, Color.GREEN, 200, 100, 233, 131);
		save(image, "a.tif");
		save(Planted.black(333, 257), "b.tif");
		run("detection", "boxes_v8", "outputs", "overlay,table,labels");
	}

	@Test
	void boxesThatNobodyTouchesKeepEveryDigit() throws IOException {
		boxes();
		String before = Files.readString(out.resolve("a-detections.csv"));
		try (FolderReview review = review()) {
			assertEquals(ReviewKind.BOXES, review.kind());
			for (FolderReview.Item item : review.items())
				review.save(item, review.open(item));
			review.finish();
		}
		List<String> was = before.lines().toList();
		List<String> is = Files.readAllLines(out.resolve("a-reviewed-detections.csv"));
		for (int i = 0; i < was.size(); i++) {
			int unit = was.get(i).lastIndexOf(',');
			assertEquals(was.get(i).substring(0, unit) + (i == 0 ? ",Reviewed" : ",kept") + was.get(i)
				.substring(unit), is.get(i));
		}
		assertEquals(List.of("yes", "yes"), column("all-summary.csv", "Reviewed"));
		assertEquals(List.of("2", "0"), column("all-summary.csv", "Count"));
		for (String end : List.of("labels.tif"))
			assertTrue(Arrays.deepEquals(IJ.openImage(out + "/a-" + end).getProcessor().getIntArray(), IJ
				.openImage(out + "/a-reviewed-" + end).getProcessor().getIntArray()));
	}

	@Test
	void boxesAreDeletedAddedMovedAndOfAnotherClass() throws IOException {
		boxes();
		String run = Files.readString(out.resolve("a-detections.csv"));
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			int red = image.plane(0).at(40, 50), green = image.plane(0).at(210, 110);
			assertTrue(red > 0 && green > 0 && red != green);
			assertTrue(image.classes().containsAll(List.of("red", "green", "blue")), "all of the model");
			image.correct(image.corrections(0).reclassify(List.of(red), image.named("blue")));
			image.correct(image.corrections(0).mend(green, new Box(190, 90, 240.5, 400)));
			image.correct(image.corrections(0).add(new Box(100, 100, 110, 120), image.named("green")));
			image.correct(image.corrections(0).add(new Box(0, 0, 5, 5), image.named("green")));
			image.correct(image.corrections(0).delete(List.of(image.plane(0).at(2, 2))));
			assertEquals("5 corrections: 1 reclassified, 1 mended, 2 added, 1 deleted", image.inWords());
			ReviewedImage empty = review.open(review.items().get(1));
			assertTrue(empty.classes().contains("red"), "an empty image has the classes of the model");
			empty.correct(empty.corrections(0).add(new Box(10, 10, 30, 30), empty.named("red")));
			review.finish();
		}
		assertEquals(run, Files.readString(out.resolve("a-detections.csv")));
		List<Map<String, String>> rows = rows(out.resolve("all-detections.csv"));
		assertEquals(List.of("blue", "green", "green", "red"), rows.stream().map(r -> r.get("Class"))
			.toList());
		assertEquals(List.of("reclassified", "mended", "added", "added"), rows.stream().map(r -> r.get(
			"Reviewed")).toList());
		assertEquals("", rows.get(0).get("Score"), "the score was that of another class");
		assertFalse(rows.get(1).get("Score").isEmpty());
		assertEquals(5.05, Double.parseDouble(rows.get(1).get("Width")), 1e-9);
		assertEquals(16.7, Double.parseDouble(rows.get(1).get("Height")), 1e-9, "ends at the edge");
		assertEquals(List.of("3", "1"), column("all-summary.csv", "Count"));
		assertEquals(List.of("2", "0"), column("all-summary.csv", "Count green"));
		List<Roi> rois = RoiFile.read(out.resolve("a-reviewed-rois.zip"));
		assertEquals(3, rois.size());
		assertEquals("green-0003", rois.get(2).getName(), "no score");
		assertEquals(3, IJ.openImage(out + "/a-reviewed-labels.tif").getProcessor().get(105, 110));
	}

	/** Else nobody could reach a box that lies within another one. */
	@Test
	void aClickOnBoxesOverEachOtherMeansTheSmallest() {
		boxes();
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			int red = image.plane(0).at(40, 50);
			List<Integer> added = new ArrayList<>();
			for (Box box : List.of(new Box(35, 45, 45, 55), new Box(0, 0, 300, 200))) {
				image.correct(image.corrections(0).add(box, image.named("blue")));
				added.add(image.edits().get(image.edits().size() - 1).added().get(0).id());
			}
			assertEquals(added.get(0), image.plane(0).at(40, 50));
			assertEquals(red, image.plane(0).at(25, 35));
			assertEquals(added.get(1), image.plane(0).at(100, 10));
		}
	}

	@Test
	void theClassOfAnImageIsCorrectedAndTheRightOneComesFirst() throws IOException {
		save(Planted.filled(64, 64, Color.RED), "a.tif");
		save(Planted.filled(64, 64, Color.GREEN), "b.tif");
		run("classification", "classes", "top", "2");
		List<Map<String, String>> before = rows(out.resolve("all-classification.csv"));
		String best = before.get(0).get("Class"), second = before.get(1).get("Class");
		String third = List.of("red", "green", "blue").stream().filter(c -> !c.equals(best) && !c
			.equals(second)).findFirst().orElseThrow();
		try (FolderReview review = review()) {
			assertEquals(ReviewKind.ANSWERS, review.kind());
			ReviewedImage image = review.open(review.items().get(0));
			assertTrue(image.classes().contains(third), image.classes().toString());
			String same = assertThrows(TriptychException.class, () -> image.corrections(0).reclassify(List
				.of(1), image.named(best))).getMessage();
			assertTrue(same.contains(best + " already"), same);
			image.correct(image.corrections(0).reclassify(List.of(1), image.named(third)));
			image.correct(image.corrections(0).also(List.of(1), image.named(second)));
			image.correct(image.corrections(0).also(List.of(1), image.named(best)));
			image.correct(image.corrections(0).also(List.of(1), image.named(best)));
			assertEquals(third, image.plane(0).best(1).className());
			review.finish();
		}
		List<Map<String, String>> after = rows(out.resolve("all-classification.csv"));
		assertEquals(List.of(third, second, best), after.subList(0, 3).stream().map(r -> r.get("Class"))
			.toList());
		assertEquals(List.of("1", "2", "3"), after.subList(0, 3).stream().map(r -> r.get("Rank"))
			.toList());
		assertEquals(List.of("1", "1", "0"), after.subList(0, 3).stream().map(r -> r.get("Accepted"))
			.toList());
		assertEquals("", after.get(0).get("Score"), "the model had no score for it among its best");
		assertEquals(before.get(1).get("Score"), after.get(1).get("Score"));
		assertEquals(before.get(1).get("Logit"), after.get(1).get("Logit"));
		assertEquals(List.of("reclassified", "reclassified", "reclassified", "no", "no"), after.stream()
			.map(r -> r.get("Reviewed")).toList());
		for (String column : before.get(2).keySet())
			assertEquals(before.get(2).get(column), after.get(3).get(column), column);
	}

	@Test
	void eachRoiOfAnImageHasItsOwnAnswer() throws IOException {
		ImagePlus image = Planted.black(200, 100);
		Planted.fill(image, Color.RED, 10, 10, 60, 60);
		Planted.fill(image, Color.GREEN, 120, 10, 170, 60);
		Overlay overlay = new Overlay(new Roi(10, 10, 50, 50));
		Roi named = new Roi(120, 10, 50, 50);
		named.setName("second");
		overlay.add(named);
		image.setOverlay(overlay);
		save(image, "a.tif");
		run("classification", "classes", "within", "rois", "top", "1", "outputs", "table,overlay");
		try (FolderReview review = review()) {
			ReviewedImage open = review.open(review.items().get(0));
			assertEquals(2, open.plane(0).at(150, 30));
			assertEquals(0, open.plane(0).at(100, 80));
			open.correct(open.corrections(0).reclassify(List.of(2), open.named("blue")));
			review.finish();
		}
		List<Map<String, String>> after = rows(out.resolve("all-classification.csv"));
		assertEquals(List.of("1", "second", "second"), after.stream().map(r -> r.get("ROI")).toList());
		assertEquals(List.of("red", "blue", "green"), after.stream().map(r -> r.get("Class")).toList());
		assertEquals(List.of("kept", "reclassified", "reclassified"), after.stream().map(r -> r.get(
			"Reviewed")).toList());
		assertTrue(RoiFile.read(out.resolve("a-reviewed-rois.zip")).get(1).getName().startsWith(
			"blue-0002"));
	}

	@Test
	void pixelsOfAnotherClassArePaintedAndSharesFollow() throws IOException {
		ImagePlus image = Planted.black(100, 80);
		Planted.fill(image, Color.RED, 10, 10, 30, 30);
		Planted.fill(image, Color.GREEN, 50, 40, 70, 60);
		save(image, "a.tif");
		save(Planted.black(100, 80), "b.tif");
		run("semantic", "regions");
		String run = Files.readString(out.resolve("a-regions.csv"));
		int[][] before = IJ.openImage(out + "/a-classes.tif").getProcessor().getIntArray();
		try (FolderReview review = review()) {
			assertEquals(ReviewKind.REGIONS, review.kind());
			ReviewedImage open = review.open(review.items().get(0));
			open.correct(open.corrections(0).add(square(50, 40, 10), open.named("red")));
			open.correct(open.corrections(0).add(square(10, 10, 5), open.named("background")));
			assertThrows(TriptychException.class, () -> open.corrections(0).add(square(10, 10, 5), open
				.named("background")));
			assertTrue(open.undo());
			assertEquals("1 correction: 1 painted", open.inWords());
			ReviewedImage empty = review.open(review.items().get(1));
			empty.correct(empty.corrections(0).add(square(90, 70, 40), empty.named("green")));
			review.finish();
		}
		assertEquals(run, Files.readString(out.resolve("a-regions.csv")));
		List<Map<String, String>> rows = rows(out.resolve("all-regions.csv"));
		Map<String, Map<String, String>> a = new LinkedHashMap<>();
		rows.stream().filter(r -> r.get("File").equals("a.tif")).forEach(r -> a.put(r.get("Class"), r));
		assertEquals("500", a.get("red").get("Pixels"));
		assertEquals("300", a.get("green").get("Pixels"));
		assertEquals(6.25, Double.parseDouble(a.get("red").get("%Area")), 1e-9);
		assertEquals("2", a.get("red").get("Regions"));
		assertEquals("painted", a.get("red").get("Reviewed"));
		assertEquals(List.of("100"), rows.stream().filter(r -> r.get("File").equals("b.tif") && r.get(
			"Class").equals("green")).map(r -> r.get("Pixels")).toList());
		int[][] after = IJ.openImage(out + "/a-reviewed-classes.tif").getProcessor().getIntArray();
		assertEquals(before[20][20], after[55][45]);
		after[55][45] = before[55][45];
		assertEquals(before[65][55], after[65][55]);
	}

	@Test
	void nothingIsPaintedBesideTheSelectionThatTheRunLookedAt() {
		ImagePlus image = Planted.black(100, 80);
		Planted.fill(image, Color.RED, 10, 10, 30, 30);
		image.setRoi(0, 0, 50, 80);
		save(image, "a.tif");
		run("semantic", "regions", "within", "selection");
		try (FolderReview review = review()) {
			ReviewedImage open = review.open(review.items().get(0));
			open.correct(open.corrections(0).add(square(40, 40, 20), open.named("red")));
			assertEquals(200, open.edits().get(0).added().get(0).runs()[2] * 20);
			assertThrows(TriptychException.class, () -> open.corrections(0).add(square(60, 40, 20), open
				.named("red")));
		}
	}

	/** The run has found nothing there, so its table does not tell what it looked at. */
	@Test
	void whatIsAddedToAnEmptyPlaneIsAShareOfTheSelection() throws IOException {
		for (String name : List.of("a.tif", "b.tif")) {
			ImagePlus image = Planted.black(100, 80);
			if (name.equals("a.tif")) Planted.fill(image, Color.RED, 10, 10, 30, 30);
			image.setRoi(0, 0, 50, 80);
			save(image, name);
		}
		run("instance", "touching", "within", "selection");
		try (FolderReview review = review()) {
			ReviewedImage found = review.open(review.items().get(0));
			found.correct(found.corrections(0).mend(found.plane(0).at(20, 20), square(10, 10, 10)));
			ReviewedImage empty = review.open(review.items().get(1));
			empty.correct(empty.corrections(0).add(square(10, 10, 20), empty.named(empty.classes().get(
				0))));
			review.finish();
		}
		List<String> shares = column("all-summary.csv", "%Area");
		assertEquals(2.5, Double.parseDouble(shares.get(0)), 1e-9);
		assertEquals(10, Double.parseDouble(shares.get(1)), 1e-9);
	}

	@Test
	void theMostDoubtfulAnswerComesFirst() {
		save(Planted.filled(64, 64, Color.RED), "a.tif");
		save(Planted.filled(64, 64, Color.GRAY), "b.tif");
		run("classification", "classes");
		try (FolderReview review = review("order", "worst")) {
			assertEquals("b.tif", review.items().get(0).path());
		}
	}

	@Test
	void whatCannotBeReviewedIsSaid() {
		String scenes = assertThrows(TriptychException.class, () -> ReviewKind.of(
			Task.PANOPTIC_SEGMENTATION)).getMessage();
		assertTrue(scenes.contains("task=instance") && scenes.contains("task=semantic"), scenes);
		save(Planted.filled(64, 64, Color.RED), "a.tif");
		run("semantic", "regions", "outputs", "table");
		try (FolderReview review = review()) {
			String none = assertThrows(TriptychException.class, () -> review.open(review.items().get(0)))
				.getMessage();
			assertTrue(none.contains("outputs=labels,table"), none);
		}
	}
}
