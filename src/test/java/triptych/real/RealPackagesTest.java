package triptych.real;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;

import triptych.core.TriptychException;
import triptych.needs.NeedsTestData;
import triptych.result.Result;
import triptych.workflow.Triptych;

/** A real package of bioimage.io in its formats, whole and broken. */
@NeedsTestData(RealData.MODELS)
class RealPackagesTest {

	private static final Path PACKAGE = RealData.file("models/bio_unet2d_nuclei_broad_spec");

	@TempDir
	Path folder;
	private Path model;

	@AfterAll
	static void release() {
		Triptych.releaseModels();
	}

	@BeforeEach
	void copy() throws IOException {
		model = Files.createDirectories(folder.resolve("nuclei-broad"));
		for (String file : new String[] { "bioimageio.yaml", "weights.onnx", "test_input.npy",
			"test_output.npy" })
			Files.copy(PACKAGE.resolve(file), model.resolve(file));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "bioimageio.yaml", "v0_4_9.bioimageio.yaml",
		"v0_4_0.bioimageio.yaml" })
	void thePublishedOutputIsReproduced(String start) {
		String told = Triptych.inspect(PACKAGE.resolve(start).toString());
		Matcher test = Pattern.compile("Test: passed: the output differs by at most (\\S+)")
			.matcher(told);
		assertTrue(test.find(), told);
		System.out.println(start + " " + test.group());
		assertTrue(Double.parseDouble(test.group(1)) <= 1e-4, told);
		assertTrue(told.contains("Task: semantic") && told.contains("Licence: MIT"), told);
		assertTrue(!told.contains("Warning"), told);
	}

	@Test
	void nucleiAreSegmented() {
		Result result = Triptych.segmentRegions(IJ.openImage(PACKAGE.resolve("test_input.png")
			.toString()), "device=cpu model=[" + PACKAGE + "]");
		double pixels = Double.parseDouble(String.valueOf(result.table().rows().get(0).get(3)));
		assertTrue(pixels > 10000, result.table().rows().toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		source: weights.onnx  | source: ../weights.onnx       | lie outside of the package
		source: weights.onnx  | source: other.onnx            | other.onnx, which are not in it
		source: weights.onnx  | source: https://a.org/w.onnx  | download that file into the folder
		zero_mean_unit_variance | wavelets                    | with the operator wavelets
		id: sigmoid           | id: scale_range               | makes an image of an image
		id: sigmoid           | id: stitch                    | needs the operator stitch
		""")
	void brokenPackagesGetTheirSentence(String was, String is, String part) throws IOException {
		change(was, is);
		String sentence = assertThrows(TriptychException.class, () -> Triptych.inspect(model.toString()))
			.getMessage();
		System.out.println(sentence);
		assertTrue(sentence.contains(part), sentence);
	}

	@Test
	void aPackageWithoutOnnxSaysWhatItHas() throws IOException {
		change("onnx:", "tensorflow_js:");
		String sentence = assertThrows(TriptychException.class, () -> Triptych.inspect(model.toString()))
			.getMessage();
		System.out.println(sentence);
		assertTrue(sentence.contains("pytorch_state_dict") && sentence.contains("none as ONNX"), sentence);
	}

	@Test
	void aWrongChecksumIsAWarningWithBothValues() throws IOException {
		change("sha256: 85f5ac80", "sha256: 00000000");
		String told = Triptych.inspect(model.toString());
		assertTrue(told.contains("Warning: ") && told.contains("85f5ac80") && told.contains("00000000"),
			told);
		Result result = Triptych.segmentRegions(IJ.openImage(PACKAGE.resolve("test_input.png").toString()),
			"device=cpu model=[" + model + "]");
		assertTrue(result.provenance().get("note").contains("is not the one that its package tells"),
			result.provenance().toString());
	}

	@Test
	void aWrongOutputIsSeenInTheTest() throws IOException {
		byte[] bytes = Files.readAllBytes(model.resolve("test_output.npy"));
		for (int i = bytes.length - 4; i < bytes.length; i++)
			bytes[i] = (byte) 0x40;
		Files.write(model.resolve("test_output.npy"), bytes);
		assertTrue(Triptych.inspect(model.toString()).contains("Test: failed"));
	}

	private void change(String was, String is) throws IOException {
		Path file = model.resolve("bioimageio.yaml");
		String text = Files.readString(file);
		assertTrue(text.contains(was), was);
		Files.writeString(file, text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is)));
	}
}
