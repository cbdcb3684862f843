package triptych.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import triptych.core.TriptychException;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** Models of every kind installed, used by their name, renamed and removed. */
class ModelInstallationTest {

	private static final Path MODELS = Path.of("src/test/resources/models");

	@TempDir
	Path folder;

	private Path installed;
	private String before;

	@BeforeEach
	void ownFolder() {
		before = System.getProperty("triptych.models");
		installed = folder.resolve("installed");
		System.setProperty("triptych.models", installed.toString());
	}

	@AfterEach
	void restore() {
		if (before == null) System.clearProperty("triptych.models");
		else System.setProperty("triptych.models", before);
		Triptych.releaseModels();
	}

	@Test
	void aDescribedModelRunsByItsNewName() throws IOException {
		String told = Triptych.installModel("model=" + MODELS.resolve("external_ok.onnx")
			+ " name=mine");
		assertTrue(told.contains("model=mine"), told);
		assertTrue(Triptych.models().contains("mine"));
		assertEquals(List.of("external_ok.onnx.data", "mine.onnx", "mine.triptych.yaml"),
			files("mine"));
		Result result = Triptych.classify(shapes(), "model=mine");
		Result same = Triptych.classify(shapes(), "model=" + MODELS.resolve("external_ok.onnx"));
		assertEquals(same.table().rows().toString(), result.table().rows().toString());
	}

	/** A description that belongs to a file of another name. */
	@Test
	void aSecondDescriptionOfAFileIsInstalledWithIt() throws IOException {
		Triptych.installModel("model=" + MODELS.resolve("regions-fixed.triptych.yaml"));
		assertEquals(List.of("regions-fixed.onnx", "regions-fixed.triptych.yaml"),
			files("regions-fixed"));
		assertTrue(Triptych.segmentRegions(shapes(), "model=regions-fixed").table().rows().size() > 0);
	}

	@Test
	void aPackageOfHuggingFaceKeepsItsFiles() throws IOException {
		Path model = Path.of("src/test/resources/formats/hf-vit");
		Triptych.installModel("model=" + model + " name=vit");
		assertEquals(List.of("config.json", "model.onnx", "preprocessor_config.json"), files("vit"));
		assertTrue(Triptych.inspect("vit").contains("Task: classification"));
		Triptych.installModel("model=vit action=remove");
		assertFalse(Files.exists(installed.resolve("vit")));
	}

	@Test
	void aZipIsCalledAsItsFile() throws IOException {
		Path zip = folder.resolve("my cells.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			for (String name : List.of("regions.onnx", "regions.triptych.yaml")) {
				out.putNextEntry(new ZipEntry(name));
				out.write(Files.readAllBytes(MODELS.resolve(name)));
			}
		}
		Triptych.installModel("model=[" + zip + "]");
		assertTrue(Triptych.models().contains("my_cells"));
		assertEquals(List.of("my_cells.onnx", "my_cells.triptych.yaml"), files("my_cells"));
	}

	@Test
	void filesOfTheUsersOwnBesideAModelAreNotLost() throws IOException {
		Triptych.installModel("model=" + MODELS.resolve("external_ok.onnx") + " name=mine");
		Path notes = Files.writeString(installed.resolve("mine/notes.txt"), "what I tried");
		for (String keys : List.of("model=mine action=remove", "model=mine action=rename name=other")) {
			String sentence = assertThrows(TriptychException.class, () -> Triptych.installModel(keys))
				.getMessage();
			assertTrue(sentence.contains("notes.txt"), sentence);
			assertEquals("what I tried", Files.readString(notes));
			assertTrue(Files.exists(installed.resolve("mine/mine.onnx")));
			assertFalse(Files.exists(installed.resolve("other")));
		}
		Files.delete(notes);
		Triptych.installModel("model=mine action=remove");
		assertFalse(Files.exists(installed.resolve("mine")));
	}

	@Test
	void anInstalledModelIsRenamedAndRemoved() throws IOException {
		Triptych.installModel("model=" + MODELS.resolve("regions.onnx"));
		Triptych.installModel("model=regions name=tissue action=rename");
		assertFalse(Triptych.models().contains("regions"));
		assertTrue(Triptych.segmentRegions(shapes(), "model=tissue").table().rows().size() > 0);
		Triptych.installModel("model=tissue action=remove");
		assertFalse(Triptych.models().contains("tissue"));
		try (Stream<Path> left = Files.list(installed)) {
			assertEquals(List.of(), left.toList());
		}
		assertTrue(Files.exists(MODELS.resolve("regions.onnx")), "the file that it came from");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"''                                          | needs a model",
		"model=MODELS/regions.onnx name=nuclei       | is the name of a model of Triptych's own",
		"model=MODELS/regions.onnx name=../up        | cannot be a model's name",
		"model=MODELS/regions.onnx name=there        | is installed already",
		"model=MODELS/regression.onnx                | has no description",
		"model=nuclei name=mine                      | one of Triptych's own",
		"model=nuclei action=remove                  | cannot be renamed or removed",
		"model=MODELS/regions.onnx action=remove     | No model called",
		"model=missing action=remove                 | there are there",
		"model=there action=rename                   | its new name is needed",
		"model=there name=there action=rename        | is installed already" })
	void whatCannotBeIsTold(String keys, String part) {
		Triptych.installModel("model=" + MODELS.resolve("regions.onnx") + " name=there");
		String sentence = assertThrows(TriptychException.class,
			() -> Triptych.installModel(keys.replace("MODELS", MODELS.toString()))).getMessage();
		assertTrue(sentence.contains(part), sentence);
		assertTrue(Triptych.models().contains("there"));
	}

	private List<String> files(String model) throws IOException {
		try (Stream<Path> files = Files.list(installed.resolve(model))) {
			return files.map(p -> p.getFileName().toString()).sorted().toList();
		}
	}

	private static ImagePlus shapes() {
		return Triptych.open(Path.of("test-images/shapes.tif"));
	}
}
