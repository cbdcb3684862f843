package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import triptych.folder.FolderProgress;
import triptych.workflow.Triptych;

/** What is left when the process of a folder run ends at a moment of somebody else's choice. */
class KilledFolderTest {

	private static final int IMAGES = 30;

	@TempDir
	Path folder;

	private Path in, out, journal;

	@BeforeEach
	void paint() throws IOException {
		in = Files.createDirectories(folder.resolve("in"));
		out = folder.resolve("out");
		journal = out.resolve("folder-run.journal");
		FolderJvm.paint(in, IMAGES);
	}

	private Process start() throws IOException {
		return FolderJvm.start(folder.resolve("log"), "--task=instance", "--input=" + in, "--save=" + out,
			"--outputs=labels,table,rois");
	}

	/** Every file but those that hold times. */
	private static Map<String, Integer> contents(Path folder) throws IOException {
		Map<String, Integer> contents = new TreeMap<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				String name = file.getFileName().toString();
				contents.put(name, name.endsWith(".csv") ? Files.readString(file).hashCode() : 0);
			}
		}
		return contents;
	}

	@Test
	void killedAtRandomMomentsAndStartedAgainTheTablesAreThoseOfAnUndisturbedRun() throws Exception {
		Random random = new Random();
		int killed = 0;
		for (int kill = 0; kill < 2; kill++)
			if (FolderJvm.kill(start(), journal, 3 + 9 * kill + random.nextInt(5), random.nextInt(15))) killed++;
		assertTrue(killed > 0, Files.readString(folder.resolve("log")));
		Process last = start();
		assertTrue(last.waitFor(60, TimeUnit.SECONDS));
		String log = Files.readString(folder.resolve("log"));
		assertEquals(0, last.exitValue(), log);
		assertTrue(log.contains(IMAGES + " of " + IMAGES + " images done"), log);
		Path whole = folder.resolve("whole");
		Triptych.processFolder(Map.of("task", "instance", "input", in.toString(), "save", whole.toString(), "outputs",
			"labels,table,rois"), FolderProgress.SILENT);
		assertEquals(contents(whole), contents(out));
		assertTrue(Files.readAllLines(out.resolve("all-objects.csv")).size() > 2 * IMAGES);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void askedToEndItFinishesTheImagesInWorkAndSaysHowFarItGot() throws Exception {
		Process process = start();
		while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) < 3000))
			Thread.sleep(2);
		process.destroy();
		assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
		String log = Files.readString(folder.resolve("log"));
		assertTrue(process.exitValue() == 143 && log.matches("(?s).*stopped, \\d+ of " + IMAGES
			+ " images done; start again to do the rest.*"), process.exitValue() + log);
		assertTrue(FolderJvm.unfinished(out).isEmpty() && Files.exists(out.resolve("all-objects.csv")));
		Map<String, Long> states = new TreeMap<>();
		for (String line : Files.readAllLines(journal))
			for (String state : new String[] { "BEGUN", "DONE" })
				if (line.contains('"' + state + '"')) states.merge(state, 1L, Long::sum);
		assertEquals(states.get("BEGUN"), states.get("DONE"), "no image is half way");
	}
}
