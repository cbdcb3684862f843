package triptych.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.Task;
import triptych.options.ClassifyOptions;
import triptych.options.Options;
import triptych.result.Result;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** How long a model stays open, and when its files are read again. */
class ModelCacheTest {

	private static final ImagePlus GREEN = Planted.filled(64, 64, Color.GREEN);

	@TempDir
	Path folder;

	private Path copy(String model, String description) throws IOException {
		Path file = folder.resolve("m.onnx");
		boolean there = Files.exists(file);
		Files.copy(Planted.MODELS.resolve(model + ".onnx"), file, StandardCopyOption.REPLACE_EXISTING);
		Files.copy(Planted.MODELS.resolve(description + ".triptych.yaml"), folder.resolve("m.triptych.yaml"),
			StandardCopyOption.REPLACE_EXISTING);
		if (there) Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 60000));
		return file;
	}

	private static String sha256(Path file) throws IOException {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		}
		catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void aReleasedModelRunsAgain() {
		String options = Planted.model("classes");
		Result first = Triptych.classify(GREEN, options);
		assertTrue(Triptych.releaseModels() >= 1);
		assertEquals(0, Triptych.releaseModels());
		assertEquals(first.table(), Triptych.classify(GREEN, options).table());
	}

	/** The same graph in a file that nobody has seen: field 6 of a model is a comment. */
	private Path never(String model) throws IOException {
		Path file = copy(model, model);
		byte[] comment = String.valueOf(System.nanoTime()).getBytes(StandardCharsets.US_ASCII);
		Files.write(file, new byte[] { 6 << 3 | 2, (byte) comment.length }, StandardOpenOption.APPEND);
		return Files.write(file, comment, StandardOpenOption.APPEND);
	}

	private static int openedAhead(Path file) {
		Triptych.releaseModels();
		OpeningAhead.model(Task.CLASSIFICATION,
			Options.parse(ClassifyOptions.class, Planted.model(file)));
		OpeningAhead.await();
		return Triptych.releaseModels();
	}

	@Test
	void aModelIsOpenedAheadOnlyOnceItsTrialIsOver() throws IOException {
		Path file = never("classes");
		assertEquals(0, openedAhead(file));
		Triptych.classify(GREEN, Planted.model(file));
		assertEquals(1, openedAhead(file));
		assertEquals(0, openedAhead(folder.resolve("missing.onnx")));
	}

	@Test
	void twoDescriptionsShareOneOpenFile() throws IOException {
		Path file = copy("classes", "classes");
		Path second = folder.resolve("second.triptych.yaml");
		Files.writeString(second, Files.readString(folder.resolve("m.triptych.yaml")).replace("[red, green, blue]",
			"[rot, gr\u00fcn, blau]") + "file: m.onnx\n");
		Triptych.releaseModels();
		assertEquals("green", Planted.cell(Triptych.classify(GREEN, Planted.model(file)).table(), 0, "Class"));
		assertEquals("gr\u00fcn", Planted.cell(Triptych.classify(GREEN, Planted.model(second)).table(), 0, "Class"));
		assertEquals("green", Planted.cell(Triptych.classify(GREEN, Planted.model(file)).table(), 0, "Class"));
		assertEquals(1, Triptych.releaseModels());
	}

	@Test
	void aReplacedFileIsOpenedAgain() throws IOException {
		Path file = copy("classes", "classes");
		Result first = Triptych.classify(GREEN, Planted.model(file));
		assertEquals(sha256(file), first.provenance().get("sha256"));
		assertEquals(10, Planted.number(first.table(), 0, "Logit"), 1e-4);
		copy("classes_sigmoid", "classes");
		Result second = Triptych.classify(GREEN, Planted.model(file));
		assertEquals(sha256(file), second.provenance().get("sha256"));
		assertEquals(1, Planted.number(second.table(), 0, "Logit"), 1e-4);
	}

	@Test
	void aChangedDescriptionIsReadAgain() throws IOException {
		Path file = copy("classes", "classes");
		assertEquals("green", Planted.cell(Triptych.classify(GREEN, Planted.model(file)).table(), 0, "Class"));
		Path description = folder.resolve("m.triptych.yaml");
		Files.writeString(description, Files.readString(description).replace("green", "leaf"));
		assertEquals("leaf", Planted.cell(Triptych.classify(GREEN, Planted.model(file)).table(), 0, "Class"));
	}

	@Test
	void theProvenanceNamesWhatReallyRan() throws IOException {
		Result result = Triptych.classify(GREEN, Planted.model("classes") + "device=cpu");
		assertEquals("Planted classes", result.provenance().get("model"));
		assertEquals(sha256(Planted.MODELS.resolve("classes.onnx")), result.provenance().get("sha256"));
		assertEquals("cpu", result.provenance().get("device"));
		assertEquals("1.28.0", result.provenance().get("onnxruntime"));
		assertTrue(Long.parseLong(result.provenance().get("milliseconds")) >= 0);
	}

	@Test
	void installedModelsAreFoundByName() throws IOException {
		copy("classes", "classes");
		String before = System.getProperty("triptych.models");
		System.setProperty("triptych.models", folder.toString());
		try {
			assertEquals("m", Triptych.models().get(0));
			assertEquals("green", Planted.cell(Triptych.classify(GREEN, "model=m").table(), 0, "Class"));
		}
		finally {
			if (before == null) System.clearProperty("triptych.models");
			else System.setProperty("triptych.models", before);
		}
	}
}
