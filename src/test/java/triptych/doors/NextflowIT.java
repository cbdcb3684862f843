package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workflow of the clusters' README, where the variable NEXTFLOW names a Nextflow to run it. */
class NextflowIT {

	private static final String NEXTFLOW = System.getenv("NEXTFLOW");

	private final Path folder = ChildJvm.fresh("nextflow");
	private final Path images = folder.resolve("my images"), save = folder.resolve("results");
	private final Path imagej = folder.resolve("My ImageJ");

	@BeforeAll
	static void needsNextflow() {
		assumeTrue(NEXTFLOW != null, "NEXTFLOW is not set: it names the nextflow to be run");
	}

	@BeforeEach
	void plant() throws IOException {
		Files.createDirectories(imagej);
		Path packed = Path.of("target", "Triptych-imagej").toAbsolutePath();
		Files.createSymbolicLink(imagej.resolve("plugins"), packed.resolve("plugins"));
		Files.createSymbolicLink(imagej.resolve("ij.jar"), Path.of(ChildJvm.homeOf(ImageJ.class)));
		Files.copy(packed.resolve("triptych"), imagej.resolve("triptych"));
		Files.createDirectories(images);
		ImagePlus nuclei = IJ.openImage("test-images/nuclei.tif");
		for (int i = 0; i < 4; i++) {
			nuclei.setRoi(20 * i, 10 * i, 150, 120);
			IJ.saveAsTiff(nuclei.crop(), images.resolve(i + ".tif").toString());
		}
		Files.writeString(images.resolve("broken.tif"), "no image");
	}

	@Test
	void tablesAreThoseOfOneComputerAlthoughATaskIsKilled() throws Exception {
		List<String> line = new ArrayList<>(readme());
		List<FileTime> before = dates();
		Process run = start(line);
		kill(run, "--shard=2/3");
		String output = end(run);
		assertEquals(0, run.exitValue(), output);
		assertTrue(output.contains("(137) -- Execution is retried"), output);
		assertTrue(output.contains("broken.tif: The file \""), output);
		assertTrue(output.contains("4 of 5 images done, 1 failed"), output);
		assertEquals(alone("alone"), tables(save));
		assertEquals(before, dates());

		Process again = start(line);
		assertTrue(end(again).contains("is not empty; choose another one"), output);
		assertEquals(1, again.exitValue());
	}

	@Test
	void whatHasNotChangedIsNotDoneAgain() throws Exception {
		List<String> line = new ArrayList<>(readme());
		end(start(line));
		line.add("-resume");
		String cached = end(start(line));
		assertEquals(4, cached.split("Cached process", -1).length - 1, cached);
		// The folder itself keeps its date.
		Files.write(images.resolve("0.tif"), Files.readAllBytes(images.resolve("3.tif")));
		String output = end(start(line));
		assertEquals(alone("changed"), tables(save), output);
		assertEquals(Files.readString(save.resolve("3-objects.csv")).replace("3.tif", "0.tif"),
			Files.readString(save.resolve("0-objects.csv")));
	}

	/** The line of the README, on the folders of this test. */
	private List<String> readme() throws IOException {
		String text = Files.readString(Path.of("src/cluster/README.md"));
		Matcher line = Pattern.compile("    nextflow (run .*)").matcher(text);
		assertTrue(line.find(), text);
		String shards = line.group(1).replaceFirst("--shards \\d+", "--shards 3");
		return Stream.of(shards.split(" ")).map(word -> switch (word) {
			case "images" -> images.toString();
			case "results" -> save.toString();
			case "src/cluster/nextflow" -> Path.of(word).toAbsolutePath().toString();
			default -> word;
		}).toList();
	}

	private Process start(List<String> words) throws IOException {
		List<String> command = new ArrayList<>(List.of(NEXTFLOW));
		command.addAll(words);
		return process(command).start();
	}

	private ProcessBuilder process(List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("run.log").toFile());
		builder.environment().put("HOME", ChildJvm.folder("nextflow-home").toString());
		builder.environment().put("NXF_ANSI_LOG", "false");
		builder.environment().merge("PATH", imagej.toString(),
			(path, own) -> own + File.pathSeparator + path);
		return builder;
	}

	private String end(Process process) throws Exception {
		assertTrue(process.waitFor(300, TimeUnit.SECONDS), "still running");
		return Files.readString(folder.resolve("run.log"));
	}

	private static void kill(Process run, String word) throws InterruptedException {
		while (run.isAlive()) {
			Optional<ProcessHandle> java = run.descendants()
				.filter(p -> p.info().command().orElse("").endsWith("java"))
				.filter(p -> p.info().commandLine().orElse("").contains(word))
				.findFirst();
			if (java.isPresent()) {
				java.get().destroyForcibly();
				return;
			}
			Thread.sleep(50);
		}
		throw new AssertionError("no task with " + word + " was found");
	}

	/** The tables that one start of the script gives. */
	private String alone(String name) throws Exception {
		Path alone = folder.resolve(name);
		end(process(List.of(imagej.resolve("triptych").toString(), "process-folder",
			"--task=instance", "--input=" + images, "--save=" + alone)).start());
		return tables(alone);
	}

	private static String tables(Path results) throws IOException {
		return Files.readString(results.resolve("all-objects.csv"))
			+ Files.readString(results.resolve("all-summary.csv"));
	}

	private List<FileTime> dates() throws IOException {
		List<FileTime> dates = new ArrayList<>(List.of(Files.getLastModifiedTime(images)));
		try (Stream<Path> files = Files.list(images)) {
			for (Path file : files.sorted().toList())
				dates.add(Files.getLastModifiedTime(file));
		}
		return dates;
	}
}
