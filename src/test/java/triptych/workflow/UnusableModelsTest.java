package triptych.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import triptych.core.TriptychException;

/** Models that cannot be used each give a sentence that says why and what to do. */
class UnusableModelsTest {

	@TempDir
	Path folder;

	private static String sentence(Path model) {
		String sentence = assertThrows(TriptychException.class, () -> Triptych.classify(Planted.black(64, 64), Planted.model(
			model))).getMessage();
		assertFalse(sentence.contains("Exception"), sentence);
		return sentence;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"regression       | does not say what it is for, and that cannot be told from its shapes; describe it in a file",
		"image_to_image   | does not say what it is for",
		"audio            | does not take an image: it wants x float [1, 512], h float [2, 1, 64]",
		"no_image         | does not take an image: it wants input float [1, 16]",
		"custom_op        | uses the operator com.example:Magic, which is not part of ONNX Runtime; export it again",
		"external_missing | keeps its weights in a file of its own, which is not beside it",
		"four_channels    | takes 4 channels, the image has 3 (red, green, blue)",
		"not_there        | There is no model" })
	void theReasonIsTold(String model, String expected) {
		String sentence = sentence(Planted.MODELS.resolve(model + ".onnx"));
		assertTrue(sentence.contains(expected), sentence);
	}

	private Path described(String model) throws IOException {
		Files.copy(Planted.MODELS.resolve(model + ".onnx"), folder.resolve("m.onnx"));
		Files.copy(Planted.MODELS.resolve("classes.triptych.yaml"), folder.resolve("m.triptych.yaml"));
		return folder.resolve("m.onnx");
	}

	@Test
	void aRegressionDescribedAsClassesIsToldApart() throws IOException {
		String sentence = sentence(described("regression"));
		assertTrue(sentence.contains("age [1], a single number, as a regression model gives"), sentence);
	}

	@Test
	void anImageToImageModelDescribedAsClassesIsTold() throws IOException {
		Path model = described("image_to_image");
		assertTrue(sentence(model).contains("leaves its input size open"), "before it runs");
		Path description = folder.resolve("m.triptych.yaml");
		Files.writeString(description, Files.readString(description).replace("fit: stretch",
			"fit: stretch\n  size: [64, 64]"));
		String sentence = sentence(model);
		assertTrue(sentence.contains("does not give a score for each class: its output is image [1, 3, 64, 64]"), sentence);
	}

	@Test
	void textNamedOnnxIsNoModel() throws IOException {
		for (String text : new String[] { "this is no model", "", "<html>404</html>", "version https://git-lfs.github.com" }) {
			Path file = Files.writeString(folder.resolve("text.onnx"), text);
			String sentence = sentence(file);
			assertTrue(sentence.contains("is not a readable ONNX model") && sentence.contains("text.onnx"), text + ": "
				+ sentence);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.1, 0.5, 0.9, 0.999 })
	void aModelThatWasCutOffIsNoModel(double share) throws IOException {
		byte[] all = Files.readAllBytes(Planted.MODELS.resolve("boxes_v8.onnx"));
		Path file = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(all, (int) (share * all.length)));
		String sentence = sentence(file);
		assertTrue(sentence.contains("is not a readable ONNX model") && sentence.contains("cut off"), sentence);
	}

	@Test
	void anUnusableModelDoesNotHinderTheNextOne() {
		sentence(Planted.MODELS.resolve("custom_op.onnx"));
		sentence(Planted.MODELS.resolve("external_missing.onnx"));
		assertEquals(3, Triptych.classify(Planted.black(64, 64), Planted.model("external_ok")).table().rows().size());
	}

	@Test
	void inspectPrintsADescriptionToFillIn() {
		String text = Triptych.inspect(Planted.MODELS.resolve("regression.onnx").toString());
		assertTrue(text.contains("regression.triptych.yaml") && text.contains("task: ?") && text.contains(
			"Output: age float [1]"), text);
		String known = Triptych.inspect(Planted.MODELS.resolve("boxes_v8.onnx").toString());
		assertTrue(known.contains("Task: detection (Detect Objects...)") && known.contains("3 (red, green, blue)") && known
			.contains("letterbox to 640 x 640"), known);
	}
}
