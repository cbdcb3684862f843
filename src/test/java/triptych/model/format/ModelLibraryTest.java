package triptych.model.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.options.MenuNames;

/**
 * From what the user typed to the files of a model. The files are empty: nothing is opened here.
 */
class ModelLibraryTest {

	@TempDir
	Path folder;

	private ModelLibrary library() {
		return new ModelLibrary(folder.resolve("installed"));
	}

	private Path file(String name) throws IOException {
		Path path = folder.resolve(name);
		Files.createDirectories(path.getParent());
		return Files.writeString(path, name.endsWith(".yaml") ? "task: detection\n" : "");
	}

	private String sentence(String model) {
		return assertThrows(TriptychException.class, () -> library().find(model)).getMessage();
	}

	private static String names(ModelFiles files) {
		return files.onDisk().orElseThrow().getFileName() + " " + files.description().map(Description::fileName).orElse("-");
	}

	@Test
	void theDescriptionBesideAFileBelongsToIt() throws IOException {
		Path onnx = file("a/cells.onnx");
		assertEquals("cells.onnx -", names(library().find(onnx.toString())));
		file("a/other.triptych.yaml");
		assertEquals("cells.onnx -", names(library().find(onnx.toString())));
		file("a/cells.triptych.yaml");
		assertEquals("cells.onnx cells.triptych.yaml", names(library().find(onnx.toString())));
	}

	@Test
	void aFolderWithOneModelStandsForIt() throws IOException {
		file("a/cells.onnx");
		file("a/readme.txt");
		assertEquals("cells.onnx -", names(library().find(folder.resolve("a").toString())));
	}

	private Path zip(String name, String... entries) throws IOException {
		Path zip = folder.resolve(name);
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (String entry : entries) {
				out.putNextEntry(new ZipEntry(entry));
				out.write(entry.endsWith(".yaml") ? "task: detection\n".getBytes(StandardCharsets.UTF_8) : new byte[0]);
			}
		}
		return zip;
	}

	@Test
	void aPackageRunsWithoutBeingInstalled() throws IOException {
		Path zip = zip("cells.zip", "cells-1.0/cells.onnx", "cells-1.0/cells.triptych.yaml");
		ModelFiles files = library().find(zip.toString());
		assertEquals("cells.onnx cells.triptych.yaml", names(files));
		assertEquals(files.onnx(), library().find(zip.toString()).onnx(), "unpacked once");
		Path fromMac = zip("mac.zip", "mac-1.0/mac.onnx", "mac-1.0/mac.triptych.yaml",
			"__MACOSX/mac-1.0/._mac.onnx");
		assertEquals("mac.onnx mac.triptych.yaml", names(library().find(fromMac.toString())),
			"packed by the Finder");
		Path nuclei = zip("nuclei.zip", "x.onnx");
		assertEquals("x.onnx -", names(library().find(nuclei.toString())), "called as a bundled one");
		assertFalse(library().names().contains("cells"));
		assertFalse(Files.exists(folder.resolve("installed")));
	}

	@Test
	void anotherPackageOfTheSameNameIsTheOtherModel() throws IOException {
		Path zip = zip("cells.zip", "a.onnx");
		assertEquals("a.onnx -", names(library().find(zip.toString())));
		zip("cells.zip", "other.onnx", "other.txt");
		assertEquals("other.onnx -", names(library().find(zip.toString())));
	}

	@Test
	void aPackageThatLeadsOutOfItselfOrIsDamagedIsTold() throws IOException {
		assertTrue(sentence(zip("evil.zip", "../../evil.onnx").toString()).contains("leads out of it"));
		Files.writeString(folder.resolve("bad.zip"), "no zip at all");
		assertTrue(sentence(folder.resolve("bad.zip").toString()).contains("cannot be unpacked"));
	}

	@Test
	void anEmptyFolderIsTold() throws IOException {
		Files.createDirectory(folder.resolve("empty"));
		assertTrue(sentence(folder.resolve("empty").toString()).contains("holds no .onnx file"));
	}

	@Test
	void aFolderWithTwoModelsListsThem() throws IOException {
		file("two/b.onnx");
		file("two/a.onnx");
		String sentence = sentence(folder.resolve("two").toString());
		assertTrue(sentence.contains("holds 2 models (a.onnx, b.onnx)"), sentence);
	}

	@Test
	void aDescriptionMayNameTheFileOfAnother() throws IOException {
		file("a/cells.onnx");
		Path alone = folder.resolve("a/area.triptych.yaml");
		Files.writeString(alone, "task: semantic\nfile: cells.onnx\n");
		ModelFiles files = library().find(alone.toString());
		assertEquals("cells.onnx area.triptych.yaml", names(files));
		assertEquals("area", files.name());
		Files.writeString(alone, "task: semantic\nfile: gone.onnx\n");
		assertTrue(sentence(alone.toString()).contains("belongs to gone.onnx, which is not there"));
	}

	@Test
	void aDescriptionIsReadOnce() throws IOException {
		file("a/cells.onnx");
		Path description = file("a/cells.triptych.yaml");
		ModelFiles files = library().find(description.toString());
		Files.delete(description);
		assertEquals("detection", files.description().orElseThrow().keys().need("task"));
	}

	@Test
	void aMissingModelListsTheKnownNames() throws IOException {
		file("installed/mine.onnx");
		file("installed/area.triptych.yaml");
		file("installed/packed/x.onnx");
		String sentence = sentence("unknown");
		assertTrue(sentence.contains("\"unknown\"") && sentence.contains("area, mine, packed, nuclei, nuclei-regions"),
			sentence);
		assertTrue(sentence(folder + "/no/such.onnx").contains("no such file"));
	}

	@Test
	void aMissingModelOfATaskListsThoseOfTheTask() throws IOException {
		assertTrue(sentence("yolo", Task.CLASSIFICATION).endsWith("for Classify Image... known by name are white-cells."));
		assertTrue(sentence("yolo", Task.INSTANCE_SEGMENTATION).endsWith("for Segment Objects... known by name are nuclei, cells-phase."));
		file("installed/mine.onnx");
		file("installed/boxes.triptych.yaml");
		file("installed/boxes.onnx");
		assertTrue(sentence("yolo", Task.DETECTION).endsWith("for Detect Objects... known by name are boxes, mine, blood-cells."),
			"what mine does is told only when it is opened");
	}

	private String sentence(String model, Task task) {
		return assertThrows(TriptychException.class, () -> library().find(model, task, MenuNames.of(task))).getMessage();
	}

	@Test
	void nothingInstalledTakesThePlaceOfABundledModel() throws IOException {
		for (String name : List.of("nuclei.onnx", "nuclei-regions.triptych.yaml", "nuclei/x.onnx"))
			file("installed/" + name);
		for (String bundled : List.of("nuclei", "nuclei-regions"))
			assertTrue(library().find(bundled).onDisk().orElseThrow().endsWith("models/nuclei.onnx"));
		assertEquals(1, library().names().stream().filter("nuclei"::equals).count());
		file("installed/packed/x.onnx");
		assertEquals("x.onnx -", names(library().find("packed")));
	}

	@Test
	void aPackageWithoutAModelOrThatFillsTheDiskIsTold() throws IOException {
		String sentence = sentence(zip("text.zip", "readme.txt").toString());
		assertTrue(sentence.contains("text.zip\" holds no .onnx file"), sentence);
		sentence = sentence(zip("two.zip", "a.onnx", "b.onnx").toString());
		assertTrue(sentence.contains("two.zip\" holds 2 models"), sentence);
		assertTrue(sentence(zip("nul.zip", "a\0b.onnx").toString()).contains("\"a?b.onnx\""));
		Path bomb = folder.resolve("bomb.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
			out.putNextEntry(new ZipEntry("bomb.onnx"));
			for (int i = 0; i < 70; i++)
				out.write(new byte[1 << 20]);
		}
		assertTrue(sentence(bomb.toString()).contains("more than 30 times as large"));
	}

	@Test
	void aFileOfAnotherKindIsTold() throws IOException {
		String sentence = sentence(file("a/weights.pt").toString());
		assertTrue(sentence.contains("weights.pt") && sentence.contains("not an .onnx file"), sentence);
	}

	@Test
	void pathsWithBlanksAndUmlautsWork() throws IOException {
		ModelFiles files = library().find(file("my m\u00f6dels #1/100 % cells.onnx").toString());
		assertTrue(Files.exists(files.onDisk().orElseThrow()));
		assertEquals("100 % cells", files.name());
	}

	@Test
	void everyBundledModelHasItsTask() {
		for (Task t : Task.values())
			assertTrue(library().names(t).contains(ModelLibrary.bundledFor(t).orElseThrow()));
	}
}
