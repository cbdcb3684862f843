package triptych.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** What of a Hugging Face folder a user can name, and what is said where something is missing. */
class HuggingFaceFoldersTest {

	private static final Path VIT = Path.of("src/test/resources/formats/hf-vit");

	@TempDir
	Path folder;

	private Path copied(String onnx) throws IOException {
		Path model = Files.createDirectories(folder.resolve("cells"));
		for (String file : new String[]{ "config.json", "preprocessor_config.json" })
			Files.copy(VIT.resolve(file), model.resolve(file));
		Files.createDirectories(model.resolve(onnx).getParent());
		Files.copy(VIT.resolve("model.onnx"), model.resolve(onnx));
		return model;
	}

	@ParameterizedTest
	@CsvSource({ "model.onnx, ''", "model.onnx, config.json", "model.onnx, model.onnx",
		"onnx/model.onnx, ''", "onnx/model.onnx, onnx/model.onnx", "onnx/model_quantized.onnx, ''",
		"onnx/model_quantized.onnx, onnx/model_quantized.onnx" })
	void theFolderOrAFileOfItIsEnough(String onnx, String given) throws IOException {
		Path model = copied(onnx);
		try (Export export = Export.open(model, given.isEmpty() ? model : model.resolve(given))) {
			assertEquals(Task.CLASSIFICATION, export.spec().task());
			assertEquals("cell", export.spec().className(0));
			if (!given.endsWith(".onnx")) assertEquals("cells", export.spec().name());
		}
	}

	@Test
	void aDescriptionOfOursWins() throws IOException {
		Path model = copied("model.onnx");
		Files.writeString(model.resolve("model.triptych.yaml"), """
			task: classification
			classes: [a, b, c, d, e]
			input: {size: [32, 32], channels: 3, layout: NCHW}
			decoder: {name: class-scores, activation: softmax}
			""".replace(", channels: 3", ""));
		String sentence = sentence(model);
		assertTrue(sentence.contains("number of channels"), sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"ViTForImageClassification | DPTForDepthEstimation   | tells how far away each pixel is",
		"ViTForImageClassification | VitPoseForPoseEstimation | finds the joints of a body",
		"ViTForImageClassification | ViTForMaskedImageModeling | Triptych runs those for image" })
	void modelsOfOtherKindsAreTold(String was, String is, String part) throws IOException {
		Path model = copied("model.onnx");
		replace(model.resolve("config.json"), was, is);
		String sentence = sentence(model);
		assertTrue(sentence.contains(part) && sentence.contains(is), sentence);
		assertTrue(sentence.contains("cells"), sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"\"height\": 32  | \"longest_edge\": 32 | tells the size in a form",
		"\"resample\": 2 | \"resample\": 9      | it must be 0 to 5",
		"ViTImageProcessor | PerceiverImageProcessor | in a way of its own",
		"\"image_mean\"  | \"do_pad\": true, \"pad_size\": {\"height\": 64}, \"image_mean\" | pad_size",
		"\"image_mean\"  | \"keep_aspect_ratio\": true, \"do_pad\": true, \"image_mean\" | keep_aspect" })
	void preparationThatCannotBeFollowedIsTold(String was, String is, String part)
		throws IOException
	{
		Path model = copied("model.onnx");
		replace(model.resolve("preprocessor_config.json"), was, is);
		String sentence = sentence(model);
		assertTrue(sentence.contains(part), sentence);
	}

	/** Its library would give it images of many sizes. */
	@Test
	void anExportOfAFixedSizeCannotKeepTheAspect() throws IOException {
		Path model = Files.createDirectories(folder.resolve("cells"));
		Path resources = Path.of("src/test/resources");
		for (String file : new String[]{ "config.json", "preprocessor_config.json" })
			Files.copy(resources.resolve("formats/hf-segformer-dpt").resolve(file), model.resolve(file));
		Files.copy(resources.resolve("models/classes.onnx"), model.resolve("model.onnx"));
		String sentence = sentence(model);
		assertTrue(sentence.contains("keep_aspect_ratio") && sentence.contains("with open height"),
			sentence);
	}

	@Test
	void aNumberIsNoClass() throws IOException {
		Path model = copied("model.onnx");
		String sentence = "it answers with a number";
		replace(model.resolve("config.json"), "\"architectures\"",
			"\"problem_type\": \"regression\", \"architectures\"");
		assertTrue(sentence(model).contains(sentence), sentence(model));
	}

	@Test
	void whatIsMissingIsTold() throws IOException {
		Path model = copied("model.onnx");
		Files.delete(model.resolve("preprocessor_config.json"));
		assertTrue(sentence(model).contains("lacks preprocessor_config.json"), sentence(model));
		Files.move(model.resolve("model.onnx"), model.resolve("model.bin"));
		assertTrue(sentence(model).contains("holds no .onnx file"), sentence(model));
		Files.copy(VIT.resolve("model.onnx"), model.resolve("a.onnx"));
		Files.copy(VIT.resolve("model.onnx"), model.resolve("b.onnx"));
		assertTrue(sentence(model).contains("a.onnx, b.onnx"), sentence(model));
	}

	@Test
	void theExampleOfTheDocumentsRuns() throws IOException {
		Matcher example = Pattern
			.compile("run\\(\"Detect Objects...\", \"model=\\[YOUR MODEL FOLDER\\] ([^\"]+)\"")
			.matcher(Files.readString(Path.of(".github/docs/models.md")));
		assertTrue(example.find());
		Path folder = VIT.resolveSibling("hf-detr").toAbsolutePath();
		Result found = Triptych.detect(Export.image("wide"),
			"model=[" + folder + "] device=cpu " + example.group(1));
		assertTrue(found.table().rows().size() > 5, found.summary());
		String told = Triptych.inspect(folder.toString());
		assertTrue(told.contains("scaled to a short side of 96 pixels, a long one of at most 140"),
			told);
		Triptych.releaseModels();
	}

	@Test
	void aConfigOfSomebodyElseIsPassedOver() throws IOException {
		Path model = copied("model.onnx");
		Files.writeString(model.resolve("config.json"), "{\"colour\": \"red\"}");
		String sentence = sentence(model);
		assertTrue(sentence.contains("does not say what it is for"), sentence);
	}

	private static void replace(Path file, String was, String is) throws IOException {
		String text = Files.readString(file);
		assertTrue(text.contains(was), was);
		Files.writeString(file, text.replace(was, is));
	}

	private static String sentence(Path model) {
		return assertThrows(TriptychException.class, () -> Export.open(model, model)).getMessage();
	}
}
