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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Process Folder... from its keys to its files: nothing is lost, doubled, mixed or half written. */
class FolderRunTest {

	@TempDir
	Path folder;

	private Path in, out;

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectories(folder.resolve("in"));
		out = folder.resolve("out");
	}

	private static ImagePlus scene(int i) {
		ImagePlus image = Planted.black(80, 64);
		Planted.fill(image, Color.RED, 3, 5, 20 + i, 20);
		if (i % 2 == 0) Planted.fill(image, Color.GREEN, 40, 30, 60, 40 + i);
		return image;
	}

	private void paint(int images) {
		for (int i = 0; i < images; i++)
			new FileSaver(scene(i)).saveAsTiff(in + String.format("/img%02d.tif", i));
	}

	private Map<String, String> keys(String... more) {
		Map<String, String> keys = new LinkedHashMap<>(Map.of("task", "detection", "input", in.toString(), "save", out
			.toString(), "model", Planted.MODELS.resolve("boxes_v8.onnx").toString(), "outputs", "table,rois"));
		for (int i = 0; i < more.length; i += 2)
			keys.put(more[i], more[i + 1]);
		return keys;
	}

	private FolderResult run(String... more) {
		return Triptych.processFolder(keys(more), FolderProgress.SILENT);
	}

	private String problem(String... more) {
		return assertThrows(TriptychException.class, () -> run(more)).getMessage();
	}

	private static List<String> lines(Path csv) throws IOException {
		return Files.readAllLines(csv);
	}

	/** What a run leaves, by name; times differ and are left out. */
	private static Map<String, String> contents(Path folder) throws IOException {
		Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path p : files.filter(Files::isRegularFile).toList())
				contents.put(folder.relativize(p).toString(), p.toString().endsWith(".csv") ? Files.readString(p) : "");
		}
		return contents;
	}

	@Test
	void everyImageGivesWhatItsOwnCommandGives() throws IOException {
		paint(6);
		FolderResult result = run();
		assertEquals("6 of 6 images done", result.summary());
		List<String> expected = new ArrayList<>(), sums = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			String name = String.format("img%02d", i);
			Triptych.detect(Triptych.open(in.resolve(name + ".tif")), Planted.model("boxes_v8") + "outputs=table,rois save="
				+ Options.quoted(folder.resolve("single").toString()));
			List<String> rows = lines(folder.resolve("single/" + name + "-detections.csv"));
			if (i == 0) expected.add("File," + rows.get(0));
			rows.stream().skip(1).forEach(row -> expected.add(name + ".tif," + row));
			List<String> summary = lines(folder.resolve("single/" + name + "-summary.csv"));
			if (i == 0) sums.add("File," + summary.get(0));
			sums.add(name + ".tif," + summary.get(1));
		}
		assertEquals(expected, lines(out.resolve("all-detections.csv")));
		assertEquals(sums, lines(out.resolve("all-summary.csv")), "an image without objects has its row too");
		assertTrue(expected.size() == 10 && expected.get(1).startsWith("img00.tif,img00.tif,1,red,"), expected.toString());
		Map<String, String> own = contents(out);
		own.keySet().removeAll(List.of("all-detections.csv", "all-summary.csv", "folder-run.json", "folder-run.journal"));
		assertEquals(contents(folder.resolve("single")), own);
	}

	@Test
	void oneFileThatCannotBeReadIsToldAndTheRestIsDone() throws IOException {
		paint(3);
		byte[] whole = Files.readAllBytes(in.resolve("img00.tif"));
		Files.write(in.resolve("cut.tif"), Arrays.copyOf(whole, whole.length / 2));
		Files.createFile(in.resolve("zero.tif"));
		Files.writeString(in.resolve("words.tif"), "These are words. ".repeat(20));
		Files.createDirectory(in.resolve("x.tif"));
		FolderResult result = run();
		assertEquals("3 of 7 images done, 4 failed", result.summary());
		assertTrue(result.failed().get("cut.tif").contains("is cut off"), result.failed().toString());
		assertTrue(result.failed().get("zero.tif").contains("is empty"));
		assertTrue(result.failed().get("words.tif").contains("cannot be opened as an image"));
		assertTrue(result.failed().get("x.tif").contains("is a folder"));
		JsonObject json = JsonParser.parseString(Files.readString(out.resolve("folder-run.json"))).getAsJsonObject();
		assertEquals(result.failed().keySet(), json.getAsJsonObject("failed").keySet());
		assertEquals(3, json.getAsJsonArray("done").size());
		assertEquals("img00", json.getAsJsonArray("done").get(0).getAsJsonObject().get("name").getAsString());
		assertEquals(6, lines(out.resolve("all-detections.csv")).size());
		// The file is mended, and the second start does this one.
		Files.write(in.resolve("cut.tif"), whole);
		FolderResult second = run();
		assertEquals("4 of 7 images done, 3 failed", second.summary());
		assertTrue(second.summaryWithTables().contains("(3 by an earlier start, kept as they are); see all-detections.csv"), second
			.summaryWithTables());
	}

	@Test
	void notesBesideTheImagesAreSkippedUnlessThePatternNamesThem() throws IOException {
		paint(2);
		for (String name : List.of("notes.txt", "RoiSet.zip", "Table.CSV"))
			Files.writeString(in.resolve(name), "no image");
		FolderResult result = run();
		assertEquals("2 of 2 images done, 3 skipped", result.summary());
		assertEquals("A .txt file is no image.", result.skipped().get("notes.txt"));
		JsonObject json = JsonParser.parseString(Files.readString(out.resolve("folder-run.json"))).getAsJsonObject();
		assertEquals("[RoiSet.zip, Table.CSV, notes.txt]", json.getAsJsonObject("skipped").keySet().toString());
		String other = folder.resolve("other").toString();
		FolderResult named = run("pattern", "*.{tif,txt}", "save", other);
		assertEquals("2 of 3 images done, 1 failed", named.summary());
		assertTrue(named.failed().get("notes.txt").contains("cannot be opened as an image"));
	}

	@Test
	void aSecondStartDoesOnlyWhatIsMissingOrHasChanged() throws IOException {
		paint(4);
		run();
		Map<String, String> before = contents(out);
		new FileSaver(scene(6)).saveAsTiff(in + "/img01.tif");
		Files.delete(out.resolve("img02-detections.csv"));
		new FileSaver(scene(4)).saveAsTiff(in + "/img04.tif");
		List<String> done = new ArrayList<>();
		FolderResult result = Triptych.processFolder(keys(), (image, wrong, state) -> done.add(image));
		assertEquals(List.of("img01.tif", "img02.tif", "img04.tif"), done.stream().sorted().toList());
		assertEquals("5 of 5 images done", result.summary());
		assertEquals(before.get("img02-detections.csv"), Files.readString(out.resolve("img02-detections.csv")));
		assertEquals(1 + 2 + 2 + 2 + 1 + 2, lines(out.resolve("all-detections.csv")).size());
		assertEquals(2, Files.readString(out.resolve("all-detections.csv")).split("img01.tif,img01.tif,", -1).length - 1,
			"the changed image is not there twice");
	}

	@Test
	void otherSettingsAreNotMixedIntoEarlierResults() throws IOException {
		paint(3);
		run();
		Map<String, String> before = contents(out);
		String sentence = problem("confidence", "0.85");
		assertTrue(sentence.contains("confidence was 0.") && sentence.contains("and is 0.85") && sentence.contains(
			"resume=no overwrite=yes"), sentence);
		assertTrue(problem("model", Planted.MODELS.resolve("boxes_v5.onnx").toString()).contains("sha256"));
		assertTrue(problem("pattern", "*.tif").contains("pattern was * and is *.tif"));
		assertTrue(problem("resume", "no").contains("overwrite=yes"));
		assertEquals(before, contents(out));
		FolderResult anew = run("confidence", "0.85", "resume", "no", "overwrite", "yes");
		assertEquals("3 of 3 images done", anew.summary());
		assertEquals(4, lines(out.resolve("all-detections.csv")).size(), "only red boxes score that high");
	}

	@Test
	void theSameFolderWrittenInAnotherWayGoesOn() throws IOException {
		paint(2);
		run();
		for (String written : List.of(in + "/", in + "/../in", Path.of("").toAbsolutePath().relativize(in).toString()))
			assertEquals("2 of 2 images done", run("input", written).summary());
		Path moved = Files.move(in, folder.resolve("elsewhere"));
		assertTrue(problem("input", moved.toString()).contains(" and is " + moved));
	}

	@Test
	void anotherTaskIntoTheSameFolderLeavesNothingOfTheFirst() throws IOException {
		paint(2);
		run();
		Map<String, String> keys = keys("task", "classification", "outputs", "table", "model", Planted.MODELS.resolve(
			"classes.onnx").toString(), "resume", "no", "overwrite", "yes");
		Triptych.processFolder(keys, FolderProgress.SILENT);
		assertEquals("[all-classification.csv, folder-run.journal, folder-run.json, img00-classification.csv, img00-run.json, "
			+ "img01-classification.csv, img01-run.json]", contents(out).keySet().toString());
	}

	@Test
	void filesOfTheUserStopTheRunBeforeItBegins() throws IOException {
		paint(2);
		Files.createDirectories(out);
		for (String taken : List.of("img01-rois.zip", "img00-detections.csv", "all-detections.csv", "folder-run.json")) {
			Path file = Files.writeString(out.resolve(taken), "mine");
			assertTrue(problem().contains(taken) && problem().contains("overwrite=yes"), problem());
			assertEquals(List.of(taken), List.copyOf(contents(out).keySet()));
			assertEquals("mine", Files.readString(file));
			Files.delete(file);
		}
		Files.writeString(out.resolve("img01-detections.csv"), "mine");
		assertEquals("2 of 2 images done", run("overwrite", "yes").summary());
		assertFalse(Files.readString(out.resolve("img01-detections.csv")).contains("mine"));
	}

	@Test
	void wrongKeysAreOneSentenceBeforeAnythingIsMade() {
		paint(2);
		for (String[] wrong : new String[][] { { "confidence", "2" }, { "cutoff", "0.3" }, { "thresholds", "purple:0.5" },
			{ "model", "nowhere.onnx" }, { "device", "toaster" }, { "task", "semantic" }, { "task", "instance" } }) {
			String sentence = problem(wrong);
			assertTrue(sentence.endsWith(".") || sentence.contains("use "), sentence);
			assertFalse(Files.exists(out), sentence);
		}
	}

	@Test
	void leftoversOfAKilledStartAreClearedAndATornLineIsNoLine() throws IOException {
		paint(5);
		run();
		Map<String, String> whole = contents(out);
		Path journal = out.resolve("folder-run.journal");
		List<String> lines = lines(journal);
		String begun = lines.stream().filter(l -> l.contains("BEGUN") && l.contains("img03")).findFirst().orElseThrow();
		List<String> kept = new ArrayList<>(lines.stream().filter(l -> !l.contains("img03") && !l.contains("img04")).toList());
		kept.add(begun);
		Files.write(journal, kept);
		Files.writeString(journal, "{\"image\":{\"state\":\"DONE\",\"path\":\"img04.t", StandardOpenOption.APPEND);
		Files.writeString(out.resolve("img03-rois.zip.triptych-part"), "half");
		Files.delete(out.resolve("img03-run.json"));
		for (String end : List.of("-detections.csv", "-summary.csv", "-rois.zip", "-run.json"))
			Files.delete(out.resolve("img04" + end));
		Files.writeString(out.resolve("all-detections.csv.triptych-part"), "half");
		assertEquals("5 of 5 images done", run().summary());
		assertEquals(whole, contents(out));
		assertEquals("5 of 5 images done", run().summary(), "the journal can still be read behind the torn line");
	}

	@Test
	void stoppedRunSaysSoAndASecondStartGivesTheTableOfAnUndisturbedOne() throws IOException {
		paint(9);
		Map<String, String> undisturbed = contents(run("save", folder.resolve("whole").toString()).save());
		int[] finished = new int[1];
		FolderResult stopped = Triptych.processFolder(keys(), new FolderProgress() {

			@Override
			public void finished(String image, String wrong, State state) {
				finished[0]++;
			}

			@Override
			public boolean stop() {
				return finished[0] >= 2;
			}
		});
		assertTrue(stopped.stopped() && stopped.summary().matches(
			"stopped, \\d of 9 images done; start again to do the rest"), stopped.summary());
		assertEquals(9, stopped.done().size() + stopped.skipped().size());
		assertTrue(stopped.done().size() >= 2 && stopped.done().size() < 9, stopped.summary());
		run();
		assertEquals(undisturbed, contents(out));
	}

	@Test
	void threeShardsMergedAreOneRunByteForByte() throws IOException {
		paint(8);
		Files.writeString(in.resolve("words.tif"), "These are words. ".repeat(20));
		Files.createDirectories(in.resolve("sub"));
		new FileSaver(scene(3)).saveAsTiff(in + "/sub/img00.tif");
		FolderResult one = run("recursive", "yes", "save", folder.resolve("whole").toString());
		String same = folder.resolve("same").toString();
		List<Path> apart = new ArrayList<>();
		for (int i = 1; i <= 3; i++) {
			FolderResult shard = Triptych.processFolder(keys("recursive", "yes", "save", same), i + "/3", 0,
				FolderProgress.SILENT);
			assertTrue(shard.files().isEmpty() && shard.summary().contains("of " + (i == 1 ? 4 : 3)), shard.summary());
			apart.add(folder.resolve("apart" + i));
			Triptych.processFolder(keys("recursive", "yes", "save", apart.get(i - 1).toString()), i + "/3", 1,
				FolderProgress.SILENT);
		}
		for (FolderResult merged : List.of(Triptych.merge(List.of(Path.of(same)), ""), Triptych.merge(apart, folder.resolve(
			"joined/here").toString()))) {
			assertEquals(Files.readString(one.save().resolve("all-detections.csv")), Files.readString(merged.save().resolve(
				"all-detections.csv")));
			assertEquals(one.done(), merged.done());
			assertEquals(one.failed(), merged.failed());
			assertEquals(one.summary(), merged.summary());
			assertTrue(one.keys().keySet().containsAll(merged.keys().keySet()), merged.keys().toString());
			assertEquals(merged.save().toString(), merged.keys().get("save"));
		}
		assertTrue(Files.exists(Path.of(same, "sub", "img00-detections.csv")));
	}

	@Test
	void mergeSaysWhichShardIsMissingUnfinishedTwiceOrStrange() throws IOException {
		paint(6);
		String[] folders = { folder.resolve("a").toString(), folder.resolve("b").toString(), folder.resolve("c").toString() };
		Triptych.processFolder(keys("save", folders[0]), "1/2", 0, FolderProgress.SILENT);
		assertTrue(unmerged(folders[0]).contains("Shard 2/2 is missing"));
		Triptych.processFolder(keys("save", folders[1], "confidence", "0.85"), "2/2", 0, FolderProgress.SILENT);
		assertTrue(unmerged(folders[0], folders[1]).contains("confidence was 0."));
		assertTrue(unmerged(folders[0], folders[0]).contains("Shard 1/2 is there twice"));
		assertTrue(unmerged(in.toString()).contains("holds no results"));
		Triptych.processFolder(keys("save", folders[2]), "2/2", 1, new FolderProgress() {

			private boolean one;

			@Override
			public void finished(String image, String wrong, State state) {
				one = true;
			}

			@Override
			public boolean stop() {
				return one;
			}
		});
		assertTrue(unmerged(folders[0], folders[2]).matches("Shard 2/2 has done [12] of 3 images.*"), unmerged(folders[0],
			folders[2]));
		assertFalse(Files.exists(folder.resolve("joined")));
		assertTrue(problem("save", folders[0]).contains("split in another way"));
	}

	private String unmerged(String... folders) {
		return assertThrows(TriptychException.class, () -> Triptych.merge(Arrays.stream(folders).map(Path::of).toList(), folder
			.resolve("joined").toString())).getMessage();
	}

	/** Of more than 20 classes an image's summary counts those alone that occur in it. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void columnsOfClassesKeepTheOrderOfTheModel(int workers) throws IOException {
		Path model = Files.copy(Planted.MODELS.resolve("boxes_e2e.onnx"), folder.resolve("many.onnx"));
		List<String> classes = new ArrayList<>(List.of("wolf", "cat", "ape"));
		for (int i = 3; i < 25; i++)
			classes.add("other" + i);
		Files.writeString(folder.resolve("many.triptych.yaml"), """
			task: detection
			input:
			  fit: letterbox
			  scale: 1/255
			decoder:
			  name: yolo
			  layout: end-to-end
			classes:\s""" + classes);
		Color[] colours = { Color.BLUE, Color.RED, Color.GREEN };
		for (int i = 0; i < 3; i++) {
			ImagePlus image = Planted.black(80, 64);
			Planted.fill(image, colours[i], 3, 5, 20, 20);
			new FileSaver(image).saveAsTiff(in + "/img" + i + ".tif");
		}
		Map<String, String> keys = keys("model", model.toString(), "outputs", "table");
		FolderResult result = Triptych.processFolder(keys, "1/1", workers, FolderProgress.SILENT);
		String expected = "Count,Count wolf,Count cat,Count ape,";
		String heads = lines(out.resolve("all-summary.csv")).get(0);
		assertTrue(heads.contains(expected), heads);
		String again = folder.resolve("shards").toString();
		for (int i = 1; i <= 2; i++)
			Triptych.processFolder(keys("model", model.toString(), "outputs", "table", "save", again), i + "/2", workers,
				FolderProgress.SILENT);
		Path merged = Triptych.merge(List.of(Path.of(again)), "").save();
		assertEquals(Files.readString(result.save().resolve("all-summary.csv")), Files.readString(merged.resolve(
			"all-summary.csv")));
	}

	@Test
	void columnsThatOnlySomeImagesHaveAreBlankForTheOthers() throws IOException {
		paint(1);
		ImageStack stack = new ImageStack(80, 64);
		stack.addSlice("first", scene(2).getProcessor());
		stack.addSlice("second", scene(3).getProcessor());
		new FileSaver(new ImagePlus("z", stack)).saveAsTiffStack(in + "/z, \"1\".tif");
		run("outputs", "table");
		List<String> rows = lines(out.resolve("all-detections.csv"));
		assertEquals("File,Label,Slice,Id,Class,Score,X,Y,BX,BY,Width,Height,Unit", rows.get(0));
		assertTrue(rows.get(1).startsWith("img00.tif,img00.tif,,1,red,"), rows.get(1));
		assertTrue(rows.get(3).startsWith("\"z, \"\"1\"\".tif\",\"z, \"\"1\"\".tif:first\",1,1,red,"), rows.get(3));
	}

	@Test
	void aSecondStartAtTheSameTimeIsToldToWait() {
		paint(2);
		List<String> told = new ArrayList<>();
		Triptych.processFolder(keys(), (image, wrong, state) -> told.add(problem()));
		assertTrue(told.get(0).contains("Review Folder... is writing into"), told.toString());
		assertEquals("2 of 2 images done", run().summary());
	}

	@Test
	void keysThatComeBackGiveTheSameRunAgain() throws IOException {
		paint(3);
		FolderResult first = run("confidence", "0.75");
		Map<String, String> again = new LinkedHashMap<>(first.keys());
		again.put("save", folder.resolve("again").toString());
		Triptych.processFolder(Options.macro(again));
		assertEquals(Files.readString(out.resolve("all-detections.csv")), Files.readString(folder.resolve(
			"again/all-detections.csv")));
	}

	@Test
	void differentUnitsAreToldAtTheEndAndInTheFile() throws IOException {
		paint(3);
		ImagePlus inches = scene(0);
		inches.getCalibration().setUnit("inch");
		inches.getCalibration().pixelWidth = inches.getCalibration().pixelHeight = 0.01;
		new FileSaver(inches).saveAsTiff(in + "/img03.tif");
		FolderResult result = run();
		assertTrue(result.summary().contains("different units (pixel, inch)"), result.summary());
		assertTrue(Files.readString(out.resolve("folder-run.json")).contains("different units"));
	}

	@Test
	void imagesOfOneUnitGiveNoNote() {
		paint(3);
		assertEquals("3 of 3 images done", run().summary());
	}

	@Test
	void aTableThatIsEmptyOrCutIsMadeAgain() throws IOException {
		paint(4);
		run();
		Map<String, String> whole = contents(out);
		Path table = out.resolve("img00-detections.csv");
		byte[] bytes = Files.readAllBytes(table);
		Files.write(table, Arrays.copyOf(bytes, bytes.length * 2 / 3));
		Files.write(out.resolve("img02-summary.csv"), new byte[0]);
		FolderResult again = run();
		assertEquals(2, again.kept());
		assertEquals(whole, contents(out));
	}

	@Test
	void aJournalThatNamesFilesElsewhereIsRefusedAndNothingIsRemoved() throws IOException {
		paint(1);
		Path victim = Files.writeString(folder.resolve("thesis-detections.csv"), "years of work");
		Files.createDirectories(out);
		Files.writeString(out.resolve("folder-run.journal"), """
			{"start":{"settings":{"task":"detection"},"folder":{},"skipped":{},"shard":"1/1","images":1,"list":"x"}}
			{"image":{"state":"DONE","path":"img00.tif","name":"../thesis","size":1,"modified":1,"text":""}}
			""");
		assertTrue(problem("resume", "no", "overwrite", "yes").contains("outside of the folder"));
		assertEquals("years of work", Files.readString(victim));
	}

	@Test
	void aLinkInPlaceOfAnUnfinishedFileIsNotFollowed() throws IOException {
		paint(1);
		Path victim = Files.writeString(folder.resolve("notes.txt"), "mine");
		Files.createDirectories(out);
		Files.createSymbolicLink(out.resolve("img00-detections.csv.triptych-part"), victim);
		run();
		assertEquals("mine", Files.readString(victim));
		assertTrue(Files.isRegularFile(out.resolve("img00-detections.csv")));
	}

	/** A name with a full stop in it is what was found, and not the end of a sentence. */
	@Test
	void theAnswerEColiIsNoNote() throws IOException {
		paint(2);
		Path model = Files.copy(Planted.MODELS.resolve("classes.onnx"), folder.resolve("classes.onnx"));
		String text = Files.readString(Planted.MODELS.resolve("classes.triptych.yaml"));
		Files.writeString(folder.resolve("classes.triptych.yaml"),
			text.replaceFirst("(?m)^classes:.*$", "classes: [E. coli, S. aureus, P. putida]"));
		FolderResult result = Triptych.processFolder(Map.of("task", "classification", "input",
			in.toString(), "save", out.toString(), "model", model.toString()), FolderProgress.SILENT);
		assertTrue(result.done().get(0).summary().contains(". "), result.done().toString());
		assertEquals("2 of 2 images done", result.summary());
	}

	@Test
	void whatIsUnusualAboutAnImageIsSaidAtTheEnd() throws IOException {
		paint(2);
		ImagePlus red = Triptych.open(in.resolve("img00.tif"));
		red.getCalibration().setUnit("pixel");
		Path turned = in.resolve("turned.jpg");
		new FileSaver(red).saveAsJpeg(turned.toString());
		byte[] plain = Files.readAllBytes(turned);
		byte[] exif = { (byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0,
			8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 };
		byte[] all = Arrays.copyOf(plain, plain.length + exif.length);
		System.arraycopy(exif, 0, all, 2, exif.length);
		System.arraycopy(plain, 2, all, 2 + exif.length, plain.length - 2);
		Files.write(turned, all);
		String summary = run().summary();
		assertTrue(summary.startsWith("3 of 3 images done; 1 image has a note in folder-run.json, the"
			+ " first turned.jpg: "), summary);
		assertTrue(summary.contains("EXIF orientation 6"), summary);
	}
}
