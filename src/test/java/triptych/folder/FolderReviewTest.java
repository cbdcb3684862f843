package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.Mask;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.result.ResultFiles;
import triptych.review.Edit;
import triptych.review.ReviewJournal;
import triptych.review.ReviewedImage;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Review Folder... from a folder run to its tables: corrections count, and none is ever lost. */
class FolderReviewTest {

	@TempDir
	Path folder;

	private Path in, out;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectories(folder.resolve("in"));
		out = folder.resolve("out");
		for (int i = 0; i < 3; i++)
			new FileSaver(scene(i)).saveAsTiff(in + "/" + (i < 2 ? "control_" : "drug_") + i + ".tif");
	}

	/** A single blob, and a clump of two that a narrow bridge joins; half a micrometre a pixel. */
	private static ImagePlus scene(int i) {
		ImagePlus image = new ImagePlus("scene", new ColorProcessor(100, 80));
		image.getProcessor().setColor(Color.RED);
		image.getProcessor().fillRect(5, 5, 10 + i, 10);
		image.getProcessor().fillOval(30, 30, 20, 20);
		image.getProcessor().fillOval(47, 30, 20, 20);
		Calibration c = image.getCalibration();
		c.pixelWidth = c.pixelHeight = 0.5;
		c.setUnit("micron");
		return image;
	}

	private Map<String, String> keys(String... more) {
		Map<String, String> keys = new LinkedHashMap<>(Map.of("task", "instance", "input", in
			.toString(), "save", out.toString(), "model", Planted.MODELS.resolve("touching.onnx")
				.toString()));
		for (int i = 0; i < more.length; i += 2)
			keys.put(more[i], more[i + 1]);
		return keys;
	}

	private FolderResult run(String... more) {
		return Triptych.processFolder(keys(more), FolderProgress.SILENT);
	}

	private FolderReview review() {
		return FolderReview.open(Options.of(ReviewOptions.class, Map.of("results", out.toString())));
	}

	private static Mask square(int x, int y, int size) {
		byte[] inside = new byte[size * size];
		Arrays.fill(inside, (byte) 1);
		return new Mask(x, y, size, size, inside);
	}

	private static List<String> column(Path csv, String name) throws IOException {
		List<String> lines = Files.readAllLines(csv);
		int at = List.of(lines.get(0).split(",")).indexOf(name);
		assertTrue(at >= 0, lines.get(0));
		return lines.stream().skip(1).map(l -> l.split(",", -1)[at]).toList();
	}

	@Test
	void aReviewWithoutCorrectionsChangesNoNumber() throws IOException {
		run();
		List<String> before = Files.readAllLines(out.resolve("all-objects.csv"));
		try (FolderReview review = review()) {
			for (FolderReview.Item item : review.items()) {
				ReviewedImage image = review.open(item);
				review.save(item, image);
			}
			assertEquals(3, review.reviewed());
			review.finish();
		}
		List<String> after = Files.readAllLines(out.resolve("all-objects.csv"));
		assertEquals(before.size(), after.size());
		for (int i = 0; i < before.size(); i++) {
			int unit = before.get(i).lastIndexOf(',');
			String extra = i == 0 ? ",Reviewed" : ",kept";
			assertEquals(before.get(i).substring(0, unit) + extra + before.get(i).substring(unit), after
				.get(i));
		}
		assertEquals(IJ.openImage(out + "/drug_2-labels.tif").getProcessor().getIntArray()[35][40], IJ
			.openImage(out + "/drug_2-reviewed-labels.tif").getProcessor().getIntArray()[35][40]);
	}

	@Test
	void everyKindOfCorrectionComesIntoTheTablesAndTheFilesOfTheRunStay() throws IOException {
		run();
		String objects = Files.readString(out.resolve("control_0-objects.csv"));
		assertEquals(List.of("2", "2", "2"), column(out.resolve("all-summary.csv"), "Count"));
		try (FolderReview review = review()) {
			FolderReview.Item first = review.items().get(0);
			ReviewedImage image = review.open(first);
			int clump = image.plane(0).at(40, 40), blob = image.plane(0).at(8, 8);
			image.correct(image.corrections(0).watershed(clump));
			image.correct(image.corrections(0).add(square(80, 60, 6), image.named(image.classes().get(
				0))));
			image.correct(image.corrections(0).mend(blob, square(5, 5, 8)));
			int other = image.plane(0).at(60, 40);
			assertTrue(other != clump, "cut in two");
			image.correct(image.corrections(0).merge(List.of(clump, other)));
			image.correct(image.corrections(0).delete(List.of(image.plane(0).at(82, 62))));
			assertTrue(image.undo());
			assertEquals("4 corrections: 1 split, 1 added, 1 mended, 1 merged", image.inWords());
			review.save(first, image);
			review.finish();
		}
		assertEquals(objects, Files.readString(out.resolve("control_0-objects.csv")));
		Path all = out.resolve("all-objects.csv");
		assertEquals(List.of("mended", "merged", "added", "no", "no", "no", "no"), column(all,
			"Reviewed"));
		assertEquals("64", column(all, "Pixels").get(0));
		assertEquals("16", column(all, "Area").get(0), "8 x 8 pixels of half a micrometre");
		assertEquals("9", column(all, "Area").get(2));
		assertEquals("", column(all, "Score").get(2), "drawn objects have no score");
		assertFalse(column(all, "Score").get(0).isEmpty(), "a mended one keeps its own");
		assertEquals(List.of("3", "2", "2"), column(out.resolve("all-summary.csv"), "Count"));
		assertEquals(List.of("yes", "no", "no"), column(out.resolve("all-summary.csv"), "Reviewed"));
		ImagePlus labels = IJ.openImage(out + "/control_0-reviewed-labels.tif");
		assertEquals(labels.getProcessor().get(40, 40), labels.getProcessor().get(60, 40));
	}

	@Test
	void aLineCutsAClumpAndNoPixelIsLost() throws IOException {
		run();
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			int clump = image.plane(0).at(40, 40);
			double pixels = image.plane(0).region(clump).area();
			Edit cut = image.corrections(0).cut(clump, new double[] { 44, 54 }, new double[] { 25, 56 });
			image.correct(cut);
			double after = 0;
			for (int id : image.plane(0).all())
				if (image.plane(0).state(id).equals("split")) after += image.plane(0).region(id).area();
			assertEquals(pixels, after);
			assertEquals(3, image.plane(0).all().size());
			TriptychException e = assertThrows(TriptychException.class, () -> image.corrections(0).cut(
				image.plane(0).at(8, 8), new double[] { 8, 9 }, new double[] { 8, 9 }));
			assertTrue(e.getMessage().contains("begin and end it outside"), e.getMessage());
		}
	}

	@Test
	void correctionsThatWereNotSavedAreThereTheNextTime() throws IOException {
		run();
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(1));
			image.correct(image.corrections(0).delete(List.of(1)));
		}
		try (FolderReview review = review()) {
			assertEquals(0, review.reviewed());
			ReviewedImage image = review.open(review.items().get(1));
			assertEquals("1 correction: 1 deleted", image.inWords());
			assertFalse(image.plane(0).has(1));
			review.finish();
			assertTrue(review.isReviewed(review.items().get(1)));
		}
		assertEquals(List.of("2", "1", "2"), column(out.resolve("all-summary.csv"), "Count"));
	}

	@Test
	void anotherStartOfTheRunKeepsWhatWasReviewedWhateverHappenedToTheImage() throws IOException {
		run();
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			image.correct(image.corrections(0).delete(List.of(1)));
			review.finish();
		}
		String all = Files.readString(out.resolve("all-objects.csv"));
		Files.setLastModifiedTime(in.resolve("control_0.tif"), FileTime.fromMillis(0));
		Files.setLastModifiedTime(in.resolve("drug_2.tif"), FileTime.fromMillis(0));
		assertEquals(2, run().kept(), "drug_2 is done again");
		assertEquals(all, Files.readString(out.resolve("all-objects.csv")));
		TriptychException e = assertThrows(TriptychException.class, () -> run("resume", "no",
			"overwrite", "yes"));
		assertTrue(e.getMessage().contains("the corrections of 1 image from Review Folder..."), e
			.getMessage());
		assertEquals(all, Files.readString(out.resolve("all-objects.csv")));
	}

	@Test
	void twoReviewersAndARunDoNotWriteAtTheSameTime() {
		run();
		try (FolderReview review = review()) {
			String told = assertThrows(TriptychException.class, this::review).getMessage();
			assertTrue(told.contains("is writing into") || told.contains("has been reviewing"), told);
			assertThrows(TriptychException.class, this::run);
			assertEquals(3, review.items().size());
		}
		assertEquals(3, run().kept());
	}

	@Test
	void whoWritesInSpiteOfTheLockIsNoticed() throws IOException {
		run();
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			Files.writeString(out.resolve(ReviewJournal.FILE), "{}\n", StandardOpenOption.APPEND);
			Edit edit = image.corrections(0).delete(List.of(1));
			String told = assertThrows(TriptychException.class, () -> image.correct(edit)).getMessage();
			assertTrue(told.startsWith("Somebody else is writing into"), told);
			assertTrue(image.plane(0).has(1), "what is not kept is not shown");
		}
	}

	/** As where another program has one of the files open, and the window is closed in anger. */
	@Test
	void correctionsWhoseFilesCouldNotBeReplacedAreSavedTheNextTime() throws IOException {
		run();
		Path labels = out.resolve("control_0-reviewed-labels.tif"), held = folder.resolve("held.tif");
		try (FolderReview review = review()) {
			FolderReview.Item first = review.items().get(0);
			ReviewedImage image = review.open(first);
			review.save(first, image);
			image.correct(image.corrections(0).delete(List.of(1)));
			Files.move(labels, held);
			Files.createDirectories(labels.resolve("full"));
			String mixed = assertThrows(TriptychException.class, () -> review.save(first, image))
				.getMessage();
			assertTrue(mixed.contains("some are of before"), mixed);
		}
		// As after a kill in the middle of the renaming; the folder is free again afterwards.
		List<Path> parts = new ArrayList<>();
		for (String end : List.of("labels.tif", "run.json"))
			parts.add(Files.createFile(out.resolve("control_0-reviewed-" + end
				+ ResultFiles.UNFINISHED)));
		String told = assertThrows(TriptychException.class, this::review).getMessage();
		assertTrue(told.startsWith("The reviewed results \"" + out.resolve("control_0")), told);
		for (Path part : parts)
			Files.delete(part);
		Files.delete(labels.resolve("full"));
		Files.delete(labels);
		Files.move(held, labels);
		try (FolderReview review = review()) {
			review.finish();
		}
		assertEquals(0, IJ.openImage(labels.toString()).getProcessor().get(8, 8));
		assertEquals(List.of("1", "2", "2"), column(out.resolve("all-summary.csv"), "Count"));
	}

	@Test
	void whatIsNoFolderOfObjectsIsSaid() {
		String none = assertThrows(TriptychException.class, () -> FolderReview.open(Options.of(
			ReviewOptions.class, Map.of("results", in.toString())))).getMessage();
		assertTrue(none.contains("holds no results of Process Folder..."), none);
	}

	@Test
	void aDrawnOutlineTakesNoPixelOfAnotherObject() throws IOException {
		run();
		try (FolderReview review = review()) {
			ReviewedImage image = review.open(review.items().get(0));
			int clump = image.plane(0).at(40, 40), blob = image.plane(0).at(8, 8);
			double pixels = image.plane(0).region(clump).area();
			image.correct(image.corrections(0).mend(blob, square(5, 5, 40)));
			assertEquals(pixels, image.plane(0).region(clump).area());
			assertEquals(clump, image.plane(0).at(40, 40));
			Edit added = image.corrections(0).add(square(48, 28, 12), image.named("object"));
			image.correct(added);
			assertEquals(pixels, image.plane(0).region(clump).area());
			String told = assertThrows(TriptychException.class, () -> image.corrections(0).add(square(38,
				38, 4), image.named("object"))).getMessage();
			assertTrue(told.startsWith("Where you drew there are other objects only"), told);
			assertEquals(List.of(added.added().get(0).id()), image.corrections(0).within(square(47, 26,
				9)), "the one of which it holds the middle");
		}
	}

	@Test
	void aStackIsReviewedPlaneByPlaneWithItsLinks() throws IOException {
		Path stacks = Files.createDirectories(folder.resolve("stacks"));
		ImageStack stack = new ImageStack(100, 80);
		for (int i = 0; i < 3; i++)
			stack.addSlice("", scene(0).getProcessor());
		ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(1, 3, 1);
		image.getCalibration().pixelDepth = 2;
		new FileSaver(image).saveAsTiffStack(stacks + "/stack.tif");
		Map<String, String> keys = keys("input", stacks.toString(), "slices", "all", "link", "yes",
			"outputs", "labels,table,picture");
		Triptych.processFolder(keys, FolderProgress.SILENT);
		assertEquals(6, column(out.resolve("all-objects.csv"), "Id").size());
		try (FolderReview review = review()) {
			ReviewedImage open = review.open(review.items().get(0));
			assertEquals(3, open.positions().size());
			open.correct(open.corrections(1).delete(List.of(open.plane(1).at(8, 8))));
			open.correct(open.corrections(2).watershed(open.plane(2).at(40, 40)));
			review.finish();
		}
		Path all = out.resolve("all-objects.csv");
		assertEquals(List.of("kept", "kept", "kept", "kept", "split", "split"), column(all,
			"Reviewed"));
		assertEquals(List.of("1", "1", "2", "3", "3", "3"), column(all, "Slice"));
		assertEquals(List.of("1", "2", "2", "1", "2", "3"), column(all, "Id"));
		assertEquals("3", column(all, "LastSlice").get(0), "linked objects are still linked");
		assertEquals("400", column(all, "Volume").get(0), "100 pixels on two slices, each 2 deep");
		assertEquals(List.of("2", "1", "3"), column(out.resolve("all-summary.csv"), "Count"));
		assertEquals(3, IJ.openImage(out + "/stack-reviewed-picture.tif").getStackSize());
	}

	@Test
	void groupsOfRegionsAndOfFoldersHaveTheirOwnPlot() throws IOException {
		for (String group : List.of("a", "b")) {
			Files.createDirectories(in.resolve(group));
			new FileSaver(scene(0)).saveAsTiff(in + "/" + group + "/x.tif");
		}
		FolderResult result = Triptych.processFolder(Map.of("task", "semantic", "input", in.toString(),
			"save", out.toString(), "model", Planted.MODELS.resolve("regions.onnx").toString(), "recursive",
			"yes", "group", "folder"), FolderProgress.SILENT);
		assertTrue(result.summary().contains("3 images are in no group"), result.summary());
		assertEquals(List.of("", "a", "b"), column(out.resolve("all-groups.csv"), "Group"));
		assertEquals(List.of("3", "1", "1"), column(out.resolve("all-groups.csv"), "Images"));
		assertTrue(result.files().contains(out.resolve("all-groups-share.png")), result.files()
			.toString());
		String none = assertThrows(TriptychException.class, () -> run("save", folder + "/other", "group",
			"folder")).getMessage();
		assertTrue(none.contains("(recursive=yes looks there)"), none);
	}

	@Test
	void groupsComeFromTheNameIntoTablesAndPlots() throws IOException {
		FolderResult result = run("group", "{group}_*.tif");
		assertEquals(List.of("control", "control", "drug"), column(out.resolve("all-summary.csv"),
			"Group"));
		Path groups = out.resolve("all-groups.csv");
		assertEquals(List.of("control", "drug"), column(groups, "Group"));
		assertEquals(List.of("2", "1"), column(groups, "Images"));
		assertEquals(List.of("2.0", "2.0"), column(groups, "Count mean"));
		assertEquals(List.of("0.0", ""), column(groups, "Count sd"), "one image has no deviation");
		for (String plot : List.of("all-groups-count.png", "all-groups-area.png"))
			assertTrue(result.files().contains(out.resolve(plot)) && IJ.openImage(out.resolve(plot)
				.toString()).getWidth() > 300, plot);
		assertEquals(3, run("group", "").kept(), "groups change the joined tables only");
		String wrong = assertThrows(TriptychException.class, () -> run("group", "{group}-*.tif"))
			.getMessage();
		assertTrue(wrong.contains("no file name fits it, such as control_0.tif"), wrong);
	}
}
