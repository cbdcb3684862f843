package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ij.ImageJ;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The script that an unpacked Triptych is started with in a terminal. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "triptych.bat is tried by hand, under Wine")
class LauncherIT {

	private static final List<String> DETECT = List.of("detect", "test-images/shapes.tif",
		"--model=src/test/resources/models/boxes_v8.onnx");

	private final Path imagej = ChildJvm.fresh("launcher");
	private final Path home = ChildJvm.fresh("launcher-home");
	private final Path temporary = ChildJvm.fresh("launcher-temporary");

	/** An ImageJ folder with a space in its name, as many have. */
	private Path triptych;

	@BeforeEach
	void unpack() throws IOException {
		Path folder = Files.createDirectories(imagej.resolve("My ImageJ"));
		Path packed = Path.of("target", "Triptych-imagej").toAbsolutePath();
		Files.createSymbolicLink(folder.resolve("plugins"), packed.resolve("plugins"));
		Files.createSymbolicLink(folder.resolve("ij.jar"), Path.of(ChildJvm.homeOf(ImageJ.class)));
		triptych = Files.copy(packed.resolve("triptych"), folder.resolve("triptych"));
	}

	@Test
	void laterRunsGiveTheSameAndLeaveNothingMore() throws IOException {
		ChildJvm.Ended first = run(Map.of(), DETECT);
		assertEquals(0, first.code(), first.output());
		assertTrue(first.output().contains("shapes.tif: "), first.output());
		List<String> left = left();
		assertTrue(left.stream().anyMatch(name -> name.contains(".jsa ")), left.toString());
		// As of a run that was killed while it kept its classes, under the number of its process.
		Path cache = home.resolve(".triptych/cache");
		Files.write(cache.resolve("classes-1-1.jsa." + ProcessHandle.current().pid()), new byte[9]);
		List<String> alive = left();
		assertEquals(first, run(Map.of(), DETECT));
		assertEquals(alive, left());
		Process ended = new ProcessBuilder("true").start();
		ended.onExit().join();
		Files.move(cache.resolve("classes-1-1.jsa." + ProcessHandle.current().pid()),
			cache.resolve("classes-1-1.jsa." + ended.pid()));
		for (int i = 0; i < 3; i++) {
			assertEquals(first, run(Map.of(), DETECT));
			assertEquals(left, left());
		}
		assertEquals("rwx------", PosixFilePermissions.toString(
			Files.getPosixFilePermissions(home.resolve(".triptych/cache"))));
	}

	/** The script for Windows is not run here. */
	@Test
	void bothScriptsNameLibrariesThatAreThere() throws IOException {
		List<String> sh = libraries("triptych", "for name in ", ";");
		assertEquals(sh, libraries("triptych.bat", "for %%n in (", ")"));
		Path folder = Path.of("target", "Triptych-imagej", "plugins", "Triptych");
		try (Stream<Path> jars = Files.list(folder)) {
			List<String> there = jars.map(p -> p.getFileName().toString()).toList();
			for (String name : List.of("djl-api", "onnxruntime-engine", "onnxruntime", "snakeyaml-engine"))
				assertTrue(sh.contains(name) && there.stream().anyMatch(jar -> jar.matches(name + "-[0-9].*")),
					name + " is not in both of " + sh + " and " + there);
		}
	}

	private static List<String> libraries(String script, String before, String after)
		throws IOException
	{
		String text = Files.readString(Path.of("target", "Triptych-imagej", script));
		String names = text.substring(text.indexOf(before) + before.length());
		return List.of(names.substring(0, names.indexOf(after)).strip().split("[\\s\\\\]+"));
	}

	@Test
	void damagedClassesAndLibrariesAreNotUsed() throws IOException {
		ChildJvm.Ended first = run(Map.of(), DETECT);
		try (Stream<Path> files = Files.walk(home.resolve(".triptych/cache"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				byte[] bytes = Files.readAllBytes(file);
				for (int i = bytes.length / 2; i < bytes.length; i += 1000)
					bytes[i] ^= 0x55;
				assertTrue(file.toFile().setWritable(true));
				Files.write(file, bytes);
			}
		}
		String damaged = archive();
		assertEquals(first, run(Map.of(), DETECT));
		assertNotEquals(damaged, archive());
	}

	/** Name and content of the only one. */
	private String archive() throws IOException {
		try (Stream<Path> files = Files.list(home.resolve(".triptych/cache"))) {
			List<Path> all = files.filter(f -> f.getFileName().toString().contains(".jsa")).toList();
			assertEquals(1, all.size(), all.toString());
			return all.get(0) + " " + Arrays.hashCode(Files.readAllBytes(all.get(0)));
		}
	}

	@Test
	void foldersOfManyImagesAreWorthBothCompilers() throws IOException {
		Path fake = Files.createDirectories(imagej.resolve("fake/bin"));
		Files.writeString(fake.resolveSibling("release"), "JAVA_VERSION=\"17.0.1\"\n");
		Path java = Files.writeString(fake.resolve("java"), "#!/bin/sh\necho \"$@\"\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
		Map<String, String> environment = Map.of("JAVA_HOME", fake.getParent().toString());
		Path images = Files.createDirectories(imagej.resolve("my images"));
		List<String> words = List.of("process-folder", "--input=" + images);
		for (int i = 0; i < 500; i++)
			Files.createFile(images.resolve(i + ".jpg"));
		String first = "-XX:TieredStopAtLevel=1";
		assertTrue(run(environment, words).output().contains(first));
		assertFalse(run(environment, List.of("process-folder", "--recursive=yes", words.get(1)))
			.output()
			.contains(first));
		try (RandomAccessFile large = new RandomAccessFile(images.resolve("0.jpg").toFile(), "rw")) {
			large.setLength(1_100_000_000);
			assertFalse(run(environment, words).output().contains(first));
			large.setLength(0);
		}
		Files.createFile(images.resolve("501st.jpg"));
		assertFalse(run(environment, words).output().contains(first));
		assertTrue(run(environment, DETECT).output().contains(first));
	}

	@Test
	void homeThatCannotBeWrittenToIsNoReasonToFail() throws IOException {
		Path file = Files.writeString(imagej.resolve("no folder"), "");
		ChildJvm.Ended ended = run(Map.of("HOME", file.toString(), "TRIPTYCH_JAVA_OPTIONS",
			"-Xmx600m -Duser.home=/dev/null -Djava.io.tmpdir=" + temporary), DETECT);
		assertEquals(0, ended.code(), ended.output());
		assertTrue(ended.output().contains("shapes.tif: "), ended.output());
	}

	@Test
	void codesAndLinksAreThoseOfTheProgram() throws IOException {
		Path link = Files.createSymbolicLink(imagej.resolve("link"), Path.of("My ImageJ/triptych"));
		triptych = link;
		assertTrue(run(Map.of(), List.of("--version")).output().matches("Triptych \\d+.*\\R"));
		assertEquals(2, run(Map.of(), List.of("nonsense")).code());
		assertEquals(1, run(Map.of(), List.of("detect", "no such.tif")).code());
	}

	@Test
	void runsThatDetectNothingKeepNoClassesForLaterOnes() throws IOException {
		assertEquals(1, run(Map.of(), List.of("detect", "no such.tif")).code());
		assertEquals(2, run(Map.of(), List.of("detect")).code());
		assertEquals(0, run(Map.of(), List.of("detect", "--help")).code());
		assertTrue(left().stream().noneMatch(name -> name.contains(".jsa")), left().toString());
		assertEquals(0, run(Map.of(), DETECT).code());
		assertTrue(left().stream().anyMatch(name -> name.contains(".jsa ")), left().toString());
	}

	/** SLURM and others signal the process that they have started, and not what that has started. */
	@Test
	void whatEndsTheScriptEndsJavaWithIt() throws IOException, InterruptedException {
		Path images = Files.createDirectories(imagej.resolve("many"));
		for (int i = 0; i < 300; i++)
			Files.copy(Path.of("test-images/shapes.tif"), images.resolve(i + ".tif"));
		for (String start : List.of("keeps the classes", "has them")) {
			Path results = imagej.resolve("results " + start), log = imagej.resolve(start + ".txt");
			Process process = builder(Map.of(), List.of("process-folder", "--task=detection",
				"--input=" + images, "--save=" + results, DETECT.get(2)), log).start();
			Path journal = results.resolve("folder-run.journal");
			while (process.isAlive() && !(Files.exists(journal) && Files.size(journal) > 3000))
				Thread.sleep(20);
			List<ProcessHandle> all = process.descendants().toList();
			process.destroy();
			assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
			assertEquals(143, process.exitValue(), Files.readString(log));
			assertTrue(Files.readString(log).contains("stopped, "), Files.readString(log));
			assertTrue(all.stream().noneMatch(ProcessHandle::isAlive), all.toString());
			assertEquals(0, run(Map.of(), DETECT).code());
		}
	}

	@Test
	void oldJavaIsToldInASentence() throws IOException {
		Path old = Files.createDirectories(imagej.resolve("old/bin"));
		Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");
		Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\necho started\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
		// Only the tools that the script needs, so that no other Java is found.
		Path tools = Files.createDirectories(imagej.resolve("tools"));
		for (String tool : List.of("sh", "readlink", "find"))
			Files.createSymbolicLink(tools.resolve(tool), tool(tool));
		ChildJvm.Ended ended = run(Map.of("JAVA_HOME", old.getParent().toString(), "PATH",
			tools.toString()), DETECT);
		assertEquals(1, ended.code(), ended.output());
		assertTrue(ended.output().startsWith("Triptych needs Java 17 or newer; found was " + java
			+ " (Java 11)."), ended.output());
	}

	@Test
	void arrayOfSlurmDoesAllImagesAndCondaInstallsTheScript() throws IOException {
		Path source = Files.createDirectories(imagej.resolve("source"));
		Files.createSymbolicLink(source.resolve("triptych"), triptych.getParent());
		Path prefix = Files.createDirectories(imagej.resolve("conda"));
		triptych = Path.of("src/cluster/conda/build.sh").toAbsolutePath();
		ChildJvm.Ended built = run(
			Map.of("SRC_DIR", source.toString(), "PREFIX", prefix.toString()), List.of());
		assertEquals(0, built.code(), built.output());

		Path images = Files.createDirectories(imagej.resolve("images"));
		for (String name : List.of("a.tif", "b.tif", "c.tif"))
			Files.copy(Path.of("test-images/shapes.tif"), images.resolve(name));
		Path script = prefix.resolve("bin/triptych"), results = imagej.resolve("results");
		for (String task : List.of("1", "2")) {
			triptych = Path.of("src/cluster/process-folder.sbatch").toAbsolutePath();
			ChildJvm.Ended ended = run(
				Map.of("TRIPTYCH", script.toString(), "SLURM_ARRAY_TASK_ID", task,
					"SLURM_ARRAY_TASK_COUNT", "2"),
				List.of("--task=detection", "--input=" + images, "--save=" + results, DETECT.get(2)));
			assertEquals(0, ended.code(), ended.output());
		}
		triptych = script;
		ChildJvm.Ended merged = run(Map.of(), List.of("merge", results.toString()));
		assertTrue(merged.output().startsWith("3 of 3 images done"), merged.output());
	}

	private static Path tool(String name) {
		return Stream.of("/usr/bin", "/bin")
			.map(folder -> Path.of(folder, name))
			.filter(Files::exists)
			.findFirst()
			.orElseThrow();
	}

	private List<String> left() throws IOException {
		List<String> left = new ArrayList<>();
		for (Path folder : List.of(home, temporary))
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted().toList())
					if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
						left.add(file + " " + Files.size(file));
			}
		return left;
	}

	private ChildJvm.Ended run(Map<String, String> environment, List<String> words)
		throws IOException
	{
		Path log = Files.createTempFile(ChildJvm.folder("logs"), "launcher", ".txt");
		Process process = builder(environment, words, log).start();
		try {
			assertTrue(process.waitFor(120, TimeUnit.SECONDS), "still running: " + words);
		}
		catch (InterruptedException e) {
			throw new AssertionError(e);
		}
		return new ChildJvm.Ended(process.exitValue(), Files.readString(log));
	}

	private ProcessBuilder builder(Map<String, String> environment, List<String> words, Path log) {
		List<String> command = new ArrayList<>(List.of(triptych.toString()));
		command.addAll(words);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment()
			.putAll(Map.of("HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home"),
				"TRIPTYCH_JAVA_OPTIONS",
				"-Xmx600m -Duser.home=" + home + " -Djava.io.tmpdir=" + temporary));
		builder.environment().putAll(environment);
		return builder;
	}
}
