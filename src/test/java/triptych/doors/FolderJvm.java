package triptych.doors;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;

/** A folder run of the terminal in a JVM of its own, which can be killed while it works. */
public final class FolderJvm {

	private FolderJvm() {}

	/** Starts it from the classes of this test; what it prints goes into a file beside the results. */
	public static Process start(Path log, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-XX:TieredStopAtLevel=1", "-Duser.home=" + ChildJvm.folder("home"), "-cp", System.getProperty("java.class.path"), "triptych.cli.Main", "process-folder"));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log
			.toFile())).start();
	}

	/** Waits until so many images are begun, then kills it; false where it was over before. */
	public static boolean kill(Process process, Path journal, int begun, int milliseconds) throws Exception {
		while (process.isAlive() && begun(journal) < begun)
			Thread.sleep(2);
		Thread.sleep(milliseconds);
		boolean alive = process.isAlive();
		process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
		return alive;
	}

	/** Images whose results have begun to be written, those of all starts. */
	public static int begun(Path journal) throws IOException {
		if (!Files.exists(journal)) return 0;
		try (Stream<String> lines = Files.lines(journal)) {
			return (int) lines.filter(l -> l.contains("\"BEGUN\"")).count();
		}
	}

	/** Discs of several sizes, a different picture in each file. */
	public static void paint(Path folder, int images) {
		for (int i = 0; i < images; i++) {
			ByteProcessor pixels = new ByteProcessor(200, 160);
			pixels.setColor(200);
			for (int k = 0; k < 3 + i % 5; k++)
				pixels.fillOval(10 + 31 * k, 20 + 13 * k + i % 7, 18, 18 + k);
			new FileSaver(new ImagePlus("", pixels)).saveAsTiff(folder + File.separator + String.format("img%03d.tif", i));
		}
	}

	/** Names of files that are not whole. */
	public static List<String> unfinished(Path folder) throws IOException {
		if (!Files.exists(folder)) return List.of();
		try (Stream<Path> files = Files.walk(folder)) {
			return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".triptych-part")).toList();
		}
	}
}
