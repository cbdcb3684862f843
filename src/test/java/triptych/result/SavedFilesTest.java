package triptych.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.Opener;
import ij.io.RoiDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.run.Commands;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** The files of save=: what is in them, and what is left when they cannot be written. */
class SavedFilesTest {

	@TempDir
	Path folder;

	private static ImagePlus scene(String title) {
		ImagePlus image = Planted.black(80, 64);
		image.setTitle(title);
		Planted.fill(image, Color.RED, 3, 5, 30, 20);
		Planted.fill(image, Color.GREEN, 40, 30, 60, 50);
		return image;
	}

	private Result detect(String title, String keys) {
		return Triptych.detect(scene(title), Planted.model("boxes_v8") + "save=" + Options.quoted(folder.toString()) + " "
			+ keys);
	}

	private static Map<String, String> contents(Path folder) throws IOException {
		Map<String, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path p : files.filter(Files::isRegularFile).toList())
				contents.put(folder.relativize(p).toString(), new String(Files.readAllBytes(p), "ISO-8859-1"));
		}
		return contents;
	}

	/** A small reader of RFC 4180 text, written without a look at the writer. */
	private static List<List<String>> csv(String text) {
		List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
			else if (c == '"') quoted = !quoted;
			else if (quoted || c != ',' && c != '\r') cell.append(c);
			else {
				row.add(cell.toString());
				cell.setLength(0);
				if (c == ',') continue;
				assertEquals('\n', text.charAt(++i), "rows end with CR LF");
				rows.add(row);
				row = new ArrayList<>();
			}
		}
		assertTrue(row.isEmpty() && cell.isEmpty() && !quoted, "the last row ends with CR LF");
		return rows;
	}

	@Test
	void theTableIsReadBackFromCsvWithCommasAndQuotesInTheTitle() throws IOException {
		Result result = detect("a, \"b\".tif", "outputs=table");
		assertEquals(List.of("a_ _b_-detections.csv", "a_ _b_-run.json", "a_ _b_-summary.csv"), List.copyOf(contents(folder).keySet()));
		List<List<String>> rows = csv(Files.readString(folder.resolve("a_ _b_-detections.csv")));
		List<String> columns = new ArrayList<>(result.table().columns());
		columns.add("Unit");
		assertEquals(columns, rows.get(0));
		assertEquals(3, rows.size());
		for (int r = 0; r < 2; r++)
			for (int c = 0; c <= result.table().columns().size(); c++) {
				Object expected = c == result.table().columns().size() ? "pixel" : result.table().rows().get(r).get(c);
				String written = rows.get(r + 1).get(c);
				if (expected instanceof Double d) assertEquals(d, Double.parseDouble(written));
				else assertEquals(String.valueOf(expected), written);
			}
		assertEquals("a, \"b\".tif", rows.get(1).get(0));
	}

	@Test
	void theUnitIsThatOfTheImageAndMissingNumbersAreEmpty() throws IOException {
		ImagePlus image = scene("cells.tif");
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().setUnit("nm");
		Triptych.classify(image, Planted.model("classes_softmax_4d") + "save=" + Options.quoted(folder.toString()));
		List<List<String>> rows = csv(Files.readString(folder.resolve("cells-classification.csv")));
		assertEquals(List.of("Label", "Rank", "Class", "Score", "Logit", "Accepted", "Unit"), rows.get(0));
		assertEquals("", rows.get(1).get(4), "a model that gives scores has no logits");
		assertEquals("nm", rows.get(1).get(6));
	}

	@Test
	void roisComeBackWithNameGroupAndProperties() throws IOException {
		Result result = detect("cells.tif", "outputs=rois");
		List<Roi> rois = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(folder.resolve("cells-rois.zip")))) {
			for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
				assertTrue(e.getName().endsWith(".roi"), e.getName());
				byte[] bytes = zip.readAllBytes();
				rois.add(RoiDecoder.openFromByteArray(bytes));
			}
		}
		assertEquals(2, rois.size());
		Roi green = rois.get(1);
		assertEquals("green-0002 0.80", green.getName());
		assertEquals(2, green.getGroup());
		assertEquals(List.of("2", "green", "1", "0.8000"), List.of(green.getProperty("id"), green.getProperty("class"), green
			.getProperty("classId"), green.getProperty("score")));
		assertEquals("boxes_v8", green.getProperty("model"));
		assertEquals(result.rois().get(1).getXBase(), green.getXBase(), 1e-4);
		assertEquals(result.rois().get(1).getFloatWidth(), green.getFloatWidth(), 1e-4);
		assertEquals(40, green.getXBase(), 0.5);
	}

	@Test
	void labelsComeBackWithCalibrationAndProvenance() throws IOException {
		ImagePlus image = scene("cells.tif");
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().setUnit("um");
		Triptych.segmentObjects(image, Planted.model("touching") + "outputs=labels save=" + Options.quoted(folder
			.toString()));
		ImagePlus labels = new Opener().openImage(folder.resolve("cells-labels.tif").toString());
		assertEquals(1, labels.getProcessor().get(10, 10));
		assertEquals(0.25, labels.getCalibration().pixelWidth, 1e-9);
		String info = (String) labels.getProperty("Info");
		assertTrue(info.contains("run(\"Segment Objects...\", \"model=") && info.contains("sha256: ") && info.contains(
			"device: cpu"), info);
	}

	@Test
	void theRunIsDescribedAsJson() throws IOException {
		Result result = detect("cells.tif", "outputs=table confidence=0.3");
		JsonObject run = JsonParser.parseString(Files.readString(folder.resolve("cells-run.json"))).getAsJsonObject();
		assertEquals("Detect Objects...", run.get("command").getAsString());
		assertEquals("0.3", run.getAsJsonObject("keys").get("confidence").getAsString());
		assertEquals(result.keys().keySet(), run.getAsJsonObject("keys").keySet());
		assertEquals("boxes_v8", run.getAsJsonObject("provenance").get("model").getAsString());
		assertEquals("2 objects found", run.get("summary").getAsString());
	}

	@Test
	void aFileThatIsThereStopsTheRunAndStaysAsItWas() throws IOException {
		for (String taken : List.of("cells-detections.csv", "cells-rois.zip", "cells-labels.tif", "cells-run.json")) {
			Path file = Files.writeString(folder.resolve(taken), "mine");
			String sentence = assertThrows(TriptychException.class, () -> detect("cells.tif",
				"outputs=table,rois,labels overwrite=no")).getMessage();
			assertTrue(sentence.contains(taken) && sentence.contains("overwrite=yes"), sentence);
			assertEquals(Map.of(taken, "mine"), contents(folder));
			Files.delete(file);
		}
	}

	@Test
	void overwriteReplacesAndLeavesNothingOfTheRunBefore() throws IOException {
		detect("cells.tif", "outputs=table,rois,labels");
		Files.writeString(folder.resolve("other-rois.zip"), "mine");
		assertEquals(6, contents(folder).size());
		detect("cells.tif", "outputs=table,rois confidence=1 overwrite=yes");
		Map<String, String> after = contents(folder);
		assertEquals(List.of("cells-detections.csv", "cells-run.json", "cells-summary.csv", "other-rois.zip"), List.copyOf(after
			.keySet()),
			"ROIs and labels of another run would belong to nothing in this table");
		assertEquals(1, csv(after.get("cells-detections.csv")).size(), "nothing found: the head alone");
	}

	@Test
	void overwriteLeavesTheRoisOfAnotherCommandAlone() throws IOException {
		Triptych.segmentRegions(scene("cells.tif"), "outputs=table,rois save=[" + folder + "]");
		Files.writeString(folder.resolve("cells-rois.zip"), "regions");
		detect("cells.tif", "outputs=table confidence=1 overwrite=yes");
		assertEquals("regions", contents(folder).get("cells-rois.zip"));
	}

	@Test
	void aFileInPlaceOfTheFolderIsTold() throws IOException {
		Path file = Files.writeString(folder.resolve("results"), "mine");
		for (Path target : List.of(file, file.resolve("deeper"))) {
			String sentence = assertThrows(TriptychException.class, () -> Triptych.detect(scene("cells.tif"), Planted.model(
				"boxes_v8") + "save=" + Options.quoted(target.toString()))).getMessage();
			assertTrue(sentence.contains(target.toString()) && sentence.contains("cannot be written"), sentence);
			assertEquals(Map.of("results", "mine"), contents(folder));
		}
	}

	@Test
	void aFolderNameThatNoSystemTakesIsTold() {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.run(Commands.DETECT, scene("cells.tif"), Map.of(
			"model", Planted.MODELS.resolve("boxes_v8.onnx").toString(), "save", "a\0b"))).getMessage();
		assertTrue(sentence.contains("cannot be written"), sentence);
	}

	@Test
	void aFolderInPlaceOfAFileLeavesNothingBehind() throws IOException {
		Files.createDirectories(folder.resolve("cells-run.json/inside"));
		Files.writeString(folder.resolve("cells-run.json/inside/note"), "mine");
		Files.writeString(folder.resolve("cells-detections.csv"), "before");
		String sentence = assertThrows(TriptychException.class, () -> detect("cells.tif", "outputs=table overwrite=yes"))
			.getMessage();
		assertTrue(sentence.contains("cells-run.json"), sentence);
		assertEquals(Map.of("cells-run.json/inside/note", "mine", "cells-detections.csv", "before"), contents(folder));
	}

	@Test
	void aWriteThatFailsHalfWayLeavesNothingBehind() throws IOException {
		// The last file cannot be written under its unfinished name, as on a full disk.
		Files.createDirectories(folder.resolve("cells-run.json.triptych-part/inside"));
		String sentence = assertThrows(TriptychException.class, () -> detect("cells.tif", "outputs=table,rois,labels"))
			.getMessage();
		assertTrue(sentence.contains("cannot be written") && sentence.contains("nothing was left"), sentence);
		assertEquals(Map.of(), contents(folder));
	}

	@Test
	void aNewFolderIsMadeAndHoldsOnlyTheResults() throws IOException {
		Path deep = folder.resolve("a/b c");
		Result result = Triptych.detect(scene("cells.tif"), Planted.model("boxes_v8") + "outputs=table save=" + Options
			.quoted(deep.toString()));
		assertEquals(List.of(deep.resolve("cells-detections.csv"), deep.resolve("cells-summary.csv"), deep.resolve("cells-run.json")), result.files());
		assertEquals(3, contents(deep).size());
	}

	@Test
	void onlyTheLastExtensionOfATitleIsLeftOut() {
		assertEquals("cells.ome", ResultFiles.stem("cells.ome.tif"));
		assertEquals("cells", ResultFiles.stem("cells"));
		assertEquals(".hidden", ResultFiles.stem(".hidden"));
		assertEquals("Dr. Smith sample", ResultFiles.stem("Dr. Smith sample"), "no extension");
		assertEquals("Fig. 2b", ResultFiles.stem("Fig. 2b"), "or it would share its files with Fig. 2a");
		assertEquals("dose 0.5", ResultFiles.stem("dose 0.5"));
		assertEquals("a.b", ResultFiles.stem("a.b.jpeg"));
		assertEquals("_..", ResultFiles.safe("/.."));
		assertEquals("\u7d30\u80de 1", ResultFiles.safe("\u7d30\u80de 1"));
		assertFalse(ResultFiles.safe("  ").isEmpty());
	}
}
