package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.io.FileSaver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.review.ReviewJournal;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** Two programs with one folder of results: on some systems a lock is gone when its file is read. */
class TwoProcessesTest {

	@TempDir
	Path folder;

	private Map<String, String> keys;

	@BeforeEach
	void results() throws IOException {
		Path in = Files.createDirectories(folder.resolve("in"));
		new FileSaver(Planted.filled(64, 64, Color.RED)).saveAsTiff(in + "/a.tif");
		keys = new LinkedHashMap<>(Map.of("task", "classification", "input", in.toString(), "save", out(),
			"model", Planted.MODELS.resolve("classes.onnx").toString()));
		Triptych.processFolder(keys, FolderProgress.SILENT);
	}

	private String out() {
		return folder.resolve("out").toString();
	}

	private FolderReview review() {
		return FolderReview.open(Options.of(ReviewOptions.class, Map.of("results", out())));
	}

	/** What another process is told that wants both journals: two words. */
	private List<String> other() throws IOException, InterruptedException {
		Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
			OtherProcess.class.getName(), out()).redirectErrorStream(true).start();
		String said = new String(child.getInputStream().readAllBytes());
		assertEquals(0, child.waitFor(), said);
		return said.lines().toList();
	}

	@Test
	void aReviewKeepsOthersOutWhateverIsReadMeanwhile() throws IOException, InterruptedException {
		try (FolderReview review = review()) {
			assertThrows(TriptychException.class, this::review);
			assertThrows(TriptychException.class, () -> ReviewJournal.open(folder.resolve("out")));
			assertThrows(TriptychException.class, () -> Triptych.processFolder(keys,
				FolderProgress.SILENT));
			review.finish();
			List<String> told = other();
			assertTrue(told.get(0).contains("Review Folder..."), told.get(0));
			assertTrue(told.get(1).startsWith(System.getProperty("user.name") + " on "), told.get(1));
		}
		assertEquals(List.of("open", "open"), other());
	}

	/** The results are not where the review thinks; some systems would go on writing into nothing. */
	@Test
	void aCorrectionForAFolderThatIsGoneIsNotSaidToBeKept() throws IOException {
		try (FolderReview review = review()) {
			var image = review.open(review.items().get(0));
			String other = image.classes().stream()
				.filter(c -> !c.equals(image.plane(0).best(1).className()))
				.findFirst()
				.orElseThrow();
			Files.move(folder.resolve("out"), folder.resolve("moved"));
			String told = assertThrows(TriptychException.class, () -> image.correct(image.corrections(0)
				.reclassify(List.of(1), image.named(other)))).getMessage();
			assertTrue(told.contains("the last correction is not kept"), told);
			Files.move(folder.resolve("moved"), folder.resolve("out"));
			image.correct(image.corrections(0).reclassify(List.of(1), image.named(other)));
		}
		assertEquals(1, ReviewJournal.read(folder.resolve("out")).image("a.tif").edits().size());
	}
}
