package triptych.doors;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImageJ;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import triptych.needs.NeedsTestData;
import triptych.needs.TestData;

/**
 * Situations of real people that once went wrong, each run in a terminal as its cmd.txt says: the
 * right value comes out, or a word that warns, and never a stack trace.
 */
@NeedsTestData("cases")
@EnabledOnOs({ OS.LINUX, OS.MAC })
class RealCasesIT {

	/** @param expected what the output holds, as a regular expression over all lines */
	record Case(String name, String expected) {

		@Override
		public String toString() {
			return name;
		}
	}

	/** A line a case: its name, a tab, the expected output. */
	static List<Case> cases() throws IOException {
		try (InputStream in = RealCasesIT.class.getResourceAsStream("/doors/real-cases.tsv")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(line -> !line.startsWith("#") && !line.isBlank())
				.map(line -> line.split("\t"))
				.map(cells -> new Case(cells[0], cells[1]))
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("cases")
	void theRightValueOrAWordThatWarns(Case real) throws Exception {
		Path given = TestData.at("cases").resolve(real.name());
		assumeTrue(Files.isDirectory(given), "SKIPPED: there is no " + given);
		if (Files.readString(given.resolve("cmd.txt")).startsWith("ImageJ")) PlainImageJ.needsDisplay();
		Path folder = copy(given, ChildJvm.fresh("case-" + real.name()));
		String output = run(folder, Files.readString(folder.resolve("cmd.txt")));
		assertFalse(output.contains("\tat "), output);
		assertTrue(Pattern.compile(real.expected(), Pattern.DOTALL).matcher(output).find(), output);
	}

	private static Path copy(Path given, Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(given)) {
			for (Path file : files.toList()) {
				Path copy = folder.resolve(given.relativize(file).toString());
				if (Files.isDirectory(file)) Files.createDirectories(copy);
				else Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		return folder;
	}

	private static void launcher(Path file, String java) throws IOException {
		Files.writeString(file, "#!/bin/sh\nexec \"" + System.getProperty("java.home") + "/bin/java\" "
			+ java + " \"$@\"\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private static String run(Path folder, String commands) throws IOException, InterruptedException {
		Path bin = ChildJvm.folder("case-bin"), log = folder.resolve("output.txt");
		String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(entry -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
		String home = "-Duser.home=\"" + ChildJvm.folder("home") + "\" ";
		launcher(bin.resolve("triptych"), home + "-Xmx700m -cp \"" + classes + "\" triptych.cli.Main");
		launcher(bin.resolve("ImageJ"), home + "-cp \"" + ChildJvm.homeOf(ImageJ.class) + "\" ij.ImageJ"
			+ " -ijpath \"" + Path.of("target", "Triptych-imagej").toAbsolutePath() + "\"");
		ProcessBuilder builder = new ProcessBuilder("bash", "-c", commands).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().merge("PATH", bin.toString(), (path, own) -> own + ":" + path);
		Process process = builder.start();
		boolean ended = process.waitFor(120, TimeUnit.SECONDS);
		if (!ended) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
		String output = Files.readString(log);
		assertTrue(ended, "still running: " + output);
		return output;
	}
}
