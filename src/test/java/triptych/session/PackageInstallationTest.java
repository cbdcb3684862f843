package triptych.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import triptych.workflow.Triptych;

/** Packages as bioimage.io gives them, zipped, installed, used by their name and removed. */
class PackageInstallationTest {

	private static final Path MODELS = Path.of("src/test/resources/models");

	private static final String V04 = """
		format_version: 0.4.10
		type: model
		name: Planted regions
		license: MIT
		inputs:
		  - name: input
		    axes: bcyx
		    data_type: float32
		    shape: {min: [1, 3, 16, 16], step: [0, 0, 16, 16]}
		    preprocessing:
		      - {name: scale_linear, kwargs: {axes: yx, gain: 0.00392156862745098, offset: 0}}
		outputs:
		  - name: scores
		    axes: bcyx
		    data_type: float32
		    postprocessing: [{name: binarize, kwargs: {threshold: 0.5}}]
		    shape: {reference_tensor: input, scale: [1, 1, 1, 1], offset: [0, 0, 0, 0]}
		weights:
		  onnx: {source: weights.onnx, sha256: SHA, opset_version: 13}
		""";

	private static final String V05 = """
		format_version: 0.5.4
		type: model
		name: Planted regions
		license: MIT
		inputs:
		  - id: input
		    axes:
		      - {type: batch}
		      - {type: channel, channel_names: [red, green, blue]}
		      - {type: space, id: y, size: {min: 16, step: 16}}
		      - {type: space, id: x, size: {min: 16, step: 16}}
		    data: {type: float32}
		    preprocessing:
		      - {id: scale_linear, kwargs: {gain: 0.00392156862745098, offset: 0}}
		outputs:
		  - id: scores
		    axes:
		      - {type: batch}
		      - {type: channel, channel_names: [red, green, blue]}
		      - {type: space, id: y, size: {tensor_id: input, axis_id: y}}
		      - {type: space, id: x, size: {tensor_id: input, axis_id: x}}
		    data: {type: float32}
		    postprocessing: [{id: binarize, kwargs: {threshold: 0.5}}]
		weights:
		  onnx: {source: weights.onnx, sha256: SHA, opset_version: 13}
		""";

	@TempDir
	Path folder;

	private String before;

	@BeforeEach
	void ownFolder() {
		before = System.getProperty("triptych.models");
		System.setProperty("triptych.models", folder.resolve("installed").toString());
	}

	@AfterEach
	void restore() {
		if (before == null) System.clearProperty("triptych.models");
		else System.setProperty("triptych.models", before);
		Triptych.releaseModels();
	}

	@ParameterizedTest
	@ValueSource(strings = { V04, V05 })
	void aPackageIsInstalledRunsAndGoes(String rdf) throws IOException {
		byte[] weights = Files.readAllBytes(MODELS.resolve("regions_sigmoid.onnx"));
		Path zip = zipped(rdf.replace("SHA", sha256(weights)), weights);
		String told = Triptych.installModel("model=[" + zip + "] name=tissue");
		assertTrue(told.contains("model=tissue"), told);
		Files.delete(zip);
		assertTrue(Triptych.models().contains("tissue"));
		String facts = Triptych.inspect("tissue");
		assertTrue(facts.contains("Licence: MIT") && !facts.contains("checksum"), facts);
		ImagePlus image = Triptych.open(Path.of("test-images/shapes.tif"));
		assertEquals(areas(image, MODELS.resolve("regions_sigmoid.onnx").toString()),
			areas(image, "tissue"));
		Triptych.installModel("model=tissue action=remove");
		assertFalse(Triptych.models().contains("tissue"));
		assertFalse(Files.exists(folder.resolve("installed/tissue")));
	}

	/** The pixels of each region; a package of format 0.4 tells no names of classes. */
	private static Map<String, Integer> areas(ImagePlus image, String model) {
		Map<String, Integer> areas = new TreeMap<>();
		int[] found = Triptych.segmentRegions(image, "model=[" + model + "] device=cpu")
			.labels()
			.orElseThrow()
			.getProcessor()
			.getHistogram();
		for (int id = 0; id < found.length; id++)
			if (found[id] > 0) areas.put(String.valueOf(id), found[id]);
		assertTrue(areas.size() > 2, areas.toString());
		return areas;
	}

	private Path zipped(String rdf, byte[] weights) throws IOException {
		Path zip = folder.resolve("package.zip");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
			out.putNextEntry(new ZipEntry("rdf.yaml"));
			out.write(rdf.getBytes(StandardCharsets.UTF_8));
			out.putNextEntry(new ZipEntry("weights.onnx"));
			out.write(weights);
		}
		return zip;
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException e) {
			throw new AssertionError("SHA-256 is always there", e);
		}
	}
}
