package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.io.FileSaver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/**
 * What a run does whose images, results or model are taken away while it works: it stops, says so,
 * and a second start ends with the tables of an undisturbed run.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets nobody take away what is open")
class LostFolderTest {

	private static final int IMAGES = 40;

	@TempDir
	private Path folder;

	private Path in, out, model;

	/** Something that happens after the third image. */
	private interface Disturbance {

		void happen() throws IOException;
	}

	@BeforeEach
	void paint() throws IOException {
		in = Files.createDirectory(folder.resolve("in"));
		out = folder.resolve("out");
		model = Files.copy(Planted.MODELS.resolve("boxes_v8.onnx"), folder.resolve("own.onnx"));
		for (int i = 0; i < IMAGES; i++) {
			ImagePlus image = Planted.black(80, 64);
			Planted.fill(image, Color.RED, 3, 5, 20 + i, 20);
			new FileSaver(image).saveAsTiff(in.resolve(String.format("img%02d.tif", i)).toString());
		}
	}

	private Map<String, String> keys(Path save) {
		return new HashMap<>(Map.of("task", "detection", "input", in.toString(), "save",
			save.toString(), "model", model.toString(), "outputs", "table"));
	}

	private FolderResult run(Disturbance disturbance) {
		List<String> finished = new ArrayList<>();
		return Triptych.processFolder(keys(out), (image, problem, state) -> {
			synchronized (finished) {
				finished.add(image);
				if (finished.size() != 3) return;
			}
			try {
				disturbance.happen();
			}
			catch (IOException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private String problem(Disturbance disturbance) {
		return assertThrows(TriptychException.class, () -> run(disturbance)).getMessage();
	}

	private void assertResumed() throws IOException {
		FolderResult whole = Triptych.processFolder(keys(folder.resolve("whole")),
			FolderProgress.SILENT);
		FolderResult resumed = Triptych.processFolder(keys(out), FolderProgress.SILENT);
		assertEquals(IMAGES + " of " + IMAGES + " images done", resumed.summary());
		for (String table : List.of("all-detections.csv", "all-summary.csv"))
			assertEquals(Files.readString(whole.save().resolve(table)),
				Files.readString(out.resolve(table)));
	}

	@Test
	void imagesThatAreGoneStopTheRun() throws IOException {
		Path elsewhere = folder.resolve("elsewhere");
		String sentence = problem(() -> Files.move(in, elsewhere));
		assertTrue(sentence.matches("The last 3 images are not there any more, such as \".*img.*"
			+ " start again when that is mended, to do the rest\\."), sentence);
		assertTrue(FolderJournal.read(out.resolve("folder-run.journal")).entries().size() < 15);
		Files.move(elsewhere, in);
		assertResumed();
	}

	@Test
	void oneImageThatIsGoneIsItsOwnTrouble() {
		FolderResult result = run(() -> Files.delete(in.resolve("img30.tif")));
		assertEquals(List.of("img30.tif"), List.copyOf(result.failed().keySet()));
		assertEquals(IMAGES - 1, result.done().size());
	}

	@Test
	void resultsThatAreGoneStopTheRunAndAreNotMadeAnewElsewhere() throws IOException {
		Path elsewhere = folder.resolve("elsewhere");
		String sentence = problem(() -> Files.move(out, elsewhere));
		assertTrue(sentence.startsWith("The journal \"" + out) && sentence.contains("no such file")
			&& sentence.contains("to do the rest"), sentence);
		assertFalse(Files.exists(out), "a folder of the same name without a journal");
		Files.move(elsewhere, out);
		assertResumed();
	}

	/** What a person does who wants no one to write there any more. */
	@Test
	void resultsThatCannotBeReplacedStopTheRun() throws IOException {
		String sentence = problem(() -> {
			for (int i = 20; i < IMAGES; i++)
				Files.createDirectories(out.resolve("img" + i + "-run.json/mine"));
		});
		assertTrue(sentence.startsWith("The results of 3 images in a row cannot be written into \""
			+ out + "\": "), sentence);
	}

	@Test
	void modelThatIsReplacedNeitherMixesNorGoesUnseen() throws IOException {
		Path other = Planted.MODELS.resolve("boxes_v5.onnx"), mine = Planted.MODELS.resolve(
			"boxes_v8.onnx");
		FolderResult result = run(
			() -> Files.copy(other, model, StandardCopyOption.REPLACE_EXISTING));
		assertEquals(IMAGES + " of " + IMAGES + " images done", result.summary());
		// All by the model that the run began with; a start that would mix is refused.
		Files.delete(out.resolve("img07-detections.csv"));
		String sentence = problem(() -> {});
		assertTrue(sentence.contains("sha256 was ") && sentence.contains("resume=no"), sentence);
		Files.copy(mine, model, StandardCopyOption.REPLACE_EXISTING);
		assertResumed();
	}
}
