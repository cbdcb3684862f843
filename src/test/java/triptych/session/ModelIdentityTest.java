package triptych.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.engine.Device;
import triptych.folder.FolderProgress;
import triptych.result.Result;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** A model is all of its files: what is replaced beside the .onnx is another model. */
class ModelIdentityTest {

	private static final ImagePlus GREEN = Planted.filled(64, 64, Color.GREEN);

	@TempDir
	Path folder;
	private Path model;

	@BeforeEach
	void copy() throws IOException {
		model = folder.resolve("external_ok.onnx");
		for (String name : new String[] { "onnx", "onnx.data", "triptych.yaml" })
			Files.copy(Planted.MODELS.resolve("external_ok." + name),
				folder.resolve("external_ok." + name));
	}

	/** The weights of the 3 x 3 matrix behind the class values, the first two columns swapped. */
	private void swapWeights() throws IOException {
		Path data = folder.resolve("external_ok.onnx.data");
		FileTime before = Files.getLastModifiedTime(data);
		ByteBuffer weights = ByteBuffer.wrap(Files.readAllBytes(data)).order(ByteOrder.LITTLE_ENDIAN);
		for (int row = 0; row < 3; row++) {
			float first = weights.getFloat(12 * row);
			weights.putFloat(12 * row, weights.getFloat(12 * row + 4)).putFloat(12 * row + 4, first);
		}
		Files.write(data, weights.array());
		Files.setLastModifiedTime(data, FileTime.fromMillis(before.toMillis() + 60_000));
	}

	private Map<String, String> run(String expected) {
		Result result = Triptych.classify(GREEN, Planted.model(model));
		assertEquals(expected, Planted.cell(result.table(), 0, "Class"));
		return result.provenance();
	}

	@Test
	void replacedWeightsAreReadAndAreAnotherModel() throws IOException {
		String before = run("green").get("sha256");
		swapWeights();
		assertNotEquals(before, run("red").get("sha256"));
	}

	@Test
	void replacedClassNamesAreReadAndAreAnotherModel() throws IOException {
		Path description = folder.resolve("external_ok.triptych.yaml");
		Files.writeString(description, Files.readString(description)
			.replace("classes: [red, green, blue]", "classes-file: names.txt"));
		Path names = Files.writeString(folder.resolve("names.txt"), "red\ngreen\nblue\n");
		String before = run("green").get("sha256");
		Files.writeString(names, "rot\nlime\nblau\n");
		Files.setLastModifiedTime(names, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
		assertNotEquals(before, run("lime").get("sha256"));
	}

	@Test
	void aModelOfItsOwnSessionHasTheSameIdentity() {
		String shared = run("green").get("sha256");
		ModelCache.Opened own =
			ModelCache.openOwn(model.toString(), Task.CLASSIFICATION, Device.of("cpu"), 1);
		assertEquals(shared, own.sha256());
		own.model().close();
	}

	@Test
	void aFolderIsNotGoneOnWithUnderReplacedWeights() throws IOException {
		Path images = Files.createDirectory(folder.resolve("images"));
		IJ.saveAsTiff(GREEN, images.resolve("a.tif").toString());
		Map<String, String> keys = Map.of("task", "classification", "model", model.toString(), "input",
			images.toString(), "save", folder.resolve("results").toString());
		Triptych.processFolder(keys, FolderProgress.SILENT);
		swapWeights();
		String sentence = assertThrows(TriptychException.class,
			() -> Triptych.processFolder(keys, FolderProgress.SILENT)).getMessage();
		assertTrue(sentence.contains("sha256 was"), sentence);
	}
}
