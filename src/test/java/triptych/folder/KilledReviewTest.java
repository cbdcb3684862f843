package triptych.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.options.Options;
import triptych.result.ResultFiles;
import triptych.workflow.Planted;
import triptych.workflow.Triptych;

/** A review whose process is killed at any moment: the next one has every correction that was said. */
class KilledReviewTest {

	private static final int KILLS = 6;

	@TempDir
	Path folder;

	private void results() throws IOException {
		Path in = Files.createDirectories(folder.resolve("in"));
		for (int i = 0; i < 3; i++) {
			ImagePlus image = new ImagePlus("i", new ColorProcessor(200, 150));
			image.getProcessor().setColor(Color.RED);
			for (int k = 0; k < 12; k++)
				image.getProcessor().fillOval(10 + 40 * (k % 4), 10 + 40 * (k / 4), 20 + i, 20);
			new FileSaver(image).saveAsTiff(in + "/" + i + ".tif");
		}
		Triptych.processFolder(Map.of("task", "instance", "input", in.toString(), "save", out().toString(),
			"model", Planted.MODELS.resolve("touching.onnx").toString()), FolderProgress.SILENT);
	}

	private Path out() {
		return folder.resolve("out");
	}

	/** What it has said before it was killed: corrections less those taken back, by image. */
	private Map<String, Integer> killed(int corrections, int milliseconds) throws IOException, InterruptedException {
		Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
			ReviewUntilKilled.class.getName(), out().toString()).redirectErrorStream(true).start();
		Map<String, Integer> said = new HashMap<>();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(child.getInputStream()))) {
			assertEquals("open", lines.readLine());
			int heard = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				assertTrue(line.startsWith("done ") || line.startsWith("undone "), line);
				said.merge(line.substring(line.indexOf(' ') + 1), line.startsWith("done") ? 1 : -1, Integer::sum);
				// Not asked, not told: kill -9, while it saves what it has just said.
				if (++heard == corrections) {
					Thread.sleep(milliseconds);
					child.toHandle().destroyForcibly();
				}
			}
		}
		assertTrue(child.waitFor(20, TimeUnit.SECONDS));
		return said;
	}

	private FolderReview review() {
		return FolderReview.open(Options.of(ReviewOptions.class, Map.of("results", out().toString())));
	}

	@Test
	void everyCorrectionThatWasSaidIsThereAndEveryFileIsWhole() throws Exception {
		results();
		Random random = new Random(7);
		Map<String, Integer> before = new HashMap<>();
		for (int kill = 0; kill < KILLS; kill++) {
			Map<String, Integer> said = killed(1 + random.nextInt(5), random.nextInt(80));
			try (FolderReview review = review()) {
				for (FolderReview.Item item : review.items()) {
					int there = review.open(item).edits().size();
					int least = before.getOrDefault(item.path(), 0) + said.getOrDefault(item.path(), 0);
					assertTrue(Math.abs(there - least) <= 1, "at most the one that was in the making: " + there + ", " + least);
					before.put(item.path(), there);
				}
				review.finish();
				check(review);
			}
		}
		assertTrue(before.values().stream().mapToInt(i -> i).sum() > 3, "some were corrected: " + before);
	}

	/** Tables, label images and the joined table tell the same objects, and nothing unfinished lies about. */
	private void check(FolderReview review) throws IOException {
		List<String> all = Files.readAllLines(out().resolve("all-objects.csv"));
		for (FolderReview.Item item : review.items()) {
			String name = out().resolve(item.name()).toString();
			String mark = review.isReviewed(item) ? "-reviewed" : "";
			ImageProcessor labels = IJ.openImage(name + mark + "-labels.tif").getProcessor();
			Set<Integer> ids = new TreeSet<>();
			for (int i = 0; i < labels.getPixelCount(); i++)
				if (labels.get(i) > 0) ids.add(labels.get(i));
			assertEquals(review.open(item).plane(0).all(), List.copyOf(ids), item.path());
			List<String> rows = Files.readAllLines(Path.of(name + mark + "-objects.csv"));
			assertEquals(ids.size() + 1, rows.size(), item.path());
			assertEquals(ids.size(), all.stream().filter(l -> l.startsWith(item.path() + ",")).count(), item.path());
		}
		try (Stream<Path> files = Files.list(out())) {
			assertEquals(List.of(), files.filter(f -> f.toString().endsWith(ResultFiles.UNFINISHED)).toList());
		}
	}
}
