package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import triptych.folder.FolderProgress;
import triptych.workflow.Triptych;

/**
 * A folder run on a disk that fills: a disk of one megabyte in memory, which Linux lets a process
 * have for itself and its children.
 */
class FullDiskTest {

	private static final int IMAGES = 40;
	private static final String TABLE = "all-objects.csv";

	@TempDir
	private Path folder;

	private Path in, out;

	@BeforeEach
	void paint() throws IOException {
		in = Files.createDirectory(folder.resolve("in"));
		out = Files.createDirectory(folder.resolve("disk"));
		FolderJvm.paint(in, IMAGES);
		assumeTrue(inside("true") == 0, "SKIPPED: this system gives nobody a small disk");
	}

	/** Runs lines of sh beside a disk in the folder out, which is gone when they end. */
	private int inside(String lines) throws IOException {
		String mount = "mount -t tmpfs -o size=1m tmpfs '" + out + "' || exit 77\n";
		try {
			Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", mount + lines)
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("log").toFile())
				.start();
			assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running");
			return process.exitValue();
		}
		catch (IOException e) {
			// No unshare, as on other systems than Linux.
			return 77;
		}
		catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	private String run(String log) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return String.join(" ", "'" + java + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx500m",
			"-Duser.home='" + ChildJvm.folder("home") + "' -cp '"
				+ System.getProperty("java.class.path") + "' triptych.cli.Main process-folder",
			"--task=instance '--input=" + in + "' '--save=" + out + "' --outputs=labels,table >",
			"'" + folder.resolve(log) + "' 2>&1");
	}

	@Test
	void fullDiskStopsTheRunWithoutATraceAndTheNextStartDoesTheRest() throws IOException {
		Path then = folder.resolve("then"), end = folder.resolve("end");
		int code = inside(run("first") + " && exit 1\n"
			+ "cp -r '" + out + "' '" + then + "'\n"
			+ "mount -o remount,size=50m '" + out + "'\n"
			+ run("second") + " || exit 2\n"
			+ "cp -r '" + out + "' '" + end + "'\n");
		String first = Files.readString(folder.resolve("first"));
		assertEquals(0, code, first);
		String last = first.lines().reduce("", (before, line) -> line);
		assertTrue(last.matches("The (results of 3 images in a row|journal) .*: No space left on"
			+ " device.* start again .*to do the rest\\."), first);
		long finished = names(then).stream().filter(n -> n.endsWith("-objects.csv")).count();
		assertTrue(finished > 3 && finished < 30, finished + " of " + IMAGES + "\n" + first);
		// Not a thousand images computed for nothing, and nothing half written.
		assertTrue(first.lines().filter(line -> line.contains("No space left")).count() < 12, first);
		assertTrue(FolderJvm.unfinished(then).isEmpty(), names(then).toString());

		Path whole = folder.resolve("whole");
		Triptych.processFolder(Map.of("task", "instance", "input", in.toString(), "save",
			whole.toString(), "outputs", "labels,table"), FolderProgress.SILENT);
		assertEquals(names(whole), names(end));
		assertArrayEquals(Files.readAllBytes(whole.resolve(TABLE)),
			Files.readAllBytes(end.resolve(TABLE)));
	}

	private static List<String> names(Path of) throws IOException {
		try (Stream<Path> files = Files.list(of)) {
			return files.map(f -> f.getFileName().toString()).sorted().toList();
		}
	}
}
