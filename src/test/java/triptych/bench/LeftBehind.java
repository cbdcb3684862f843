package triptych.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What runs of the terminal leave in the home and in the temporary folder, also those that are
 * killed at random moments (as by kill -9). Arguments: the folder with ImageJ, Triptych and its
 * script triptych, an empty folder for home, temporary files and results, the number of runs, and
 * how many of ten are killed. All files are listed after the first run and after each other one.
 */
public final class LeftBehind {

	private static final List<List<String>> VERBS = List.of(
		List.of("detect", "test-images/shapes.tif",
			"--model=src/test/resources/models/boxes_v8.onnx"),
		List.of("segment-objects", "test-images/nuclei.tif"),
		List.of("classify", "test-images/shapes.tif",
			"--model=src/test/resources/models/classes.onnx"));

	private final Path script, home, temporary, results, log;

	private LeftBehind(Path imagej, Path work) throws IOException {
		script = imagej.resolve("triptych");
		home = Files.createDirectories(work.resolve("home"));
		temporary = Files.createDirectories(work.resolve("temporary"));
		results = work.resolve("results");
		log = work.resolve("log");
	}

	public static void main(String[] args) throws Exception {
		LeftBehind runs = new LeftBehind(Path.of(args[0]).toAbsolutePath(),
			Path.of(args[1]).toAbsolutePath());
		runs.all(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
	}

	private void all(int runs, int killedOfTen) throws Exception {
		Random random = new Random(4);
		int killed = 0;
		// Each verb once: the models that a computer has opened are a list that each model joins once.
		long start = System.nanoTime();
		for (int i = 0; i < VERBS.size(); i++)
			finish(start(i));
		long usual = (System.nanoTime() - start) / VERBS.size() / 1_000_000;
		Map<String, Long> first = files();
		print("after the first run of each of " + VERBS.size() + " verbs", first);
		TreeSet<String> once = new TreeSet<>();
		for (int i = 0; i < runs; i++) {
			// Without the classes of the first run, which are the largest file of all, it is made again.
			if (i % 20 == 10) deleteArchives();
			Process process = start(i);
			if (random.nextInt(10) < killedOfTen) {
				if (!process.waitFor(random.nextInt((int) usual), TimeUnit.MILLISECONDS)) killed++;
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly().waitFor();
			}
			else finish(process);
			once.addAll(files().keySet());
		}
		finish(start(0));
		once.removeAll(first.keySet());
		System.out.println(killed + " of " + runs + " runs killed; seen on the way and not after the"
			+ " first: " + once);
		print("after a last run", files());
		age();
		finish(start(0));
		Map<String, Long> last = files();
		print("after one more run ten minutes later", last);
		if (!last.equals(first)) throw new IllegalStateException("More or other files are left.");
		System.out.println("the same files of the same sizes");
	}

	private Process start(int i) throws IOException {
		List<String> command = new ArrayList<>(List.of(script.toString()));
		command.addAll(VERBS.get(i % VERBS.size()));
		command.addAll(List.of("--save=" + results, "--overwrite=yes"));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment()
			.putAll(Map.of("HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home"),
				"TRIPTYCH_JAVA_OPTIONS",
				"-Xmx600m -Duser.home=" + home + " -Djava.io.tmpdir=" + temporary));
		return builder.start();
	}

	private void finish(Process process) throws Exception {
		if (process.waitFor() != 0) throw new IllegalStateException(Files.readString(log));
	}

	/** As if ten minutes had passed, for what is kept that long because it may be in use. */
	private void age() throws IOException {
		FileTime then = FileTime.from(Instant.now().minus(Duration.ofMinutes(11)));
		try (Stream<Path> left = Files.list(temporary)) {
			for (Path file : left.toList())
				Files.setLastModifiedTime(file, then);
		}
	}

	private void deleteArchives() throws IOException {
		try (Stream<Path> all = Files.list(home.resolve(".triptych/cache"))) {
			all.filter(f -> f.toString().endsWith(".jsa")).map(Path::toFile).forEach(File::delete);
		}
	}

	/** Sizes of all files by their places, 0 for folders and class archives, whose sizes differ. */
	private Map<String, Long> files() throws IOException {
		Map<String, Long> files = new TreeMap<>();
		for (Path folder : List.of(home, temporary))
			try (Stream<Path> all = Files.walk(folder)) {
				for (Path file : all.toList()) {
					boolean sized = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
						&& !file.toString().endsWith(".jsa");
					// The name of an archive ends with the sum of its content.
					String name = folder.getParent().relativize(file).toString();
					files.put(name.replaceFirst("-\\d+-\\d+\\.jsa$", ".jsa"),
						sized ? file.toFile().length() : 0);
				}
			}
		return files;
	}

	private void print(String when, Map<String, Long> files) throws IOException {
		long bytes = 0;
		for (Path folder : List.of(home, temporary))
			try (Stream<Path> all = Files.walk(folder)) {
				for (Path file : all.toList())
					if (Files.isRegularFile(file)) bytes += Files.size(file);
			}
		System.out.printf("%s: %d files and folders, %.1f MB: %s%n", when, files.size(), bytes / 1e6,
			files.keySet());
	}
}
