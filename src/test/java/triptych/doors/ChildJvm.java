package triptych.doors;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own with a time-out, since a macro error can leave ImageJ hanging behind a modal window. */
public final class ChildJvm {

	/** @param output stdout and stderr together */
	public record Ended(int code, String output) {}

	private static final int SECONDS = 180;

	private ChildJvm() {}

	/** @param arguments what follows {@code java} */
	public static Ended run(List<String> arguments) {
		return run(arguments, true);
	}

	/** @param together false leaves stdout out: only what was written to stderr comes back */
	static Ended run(List<String> arguments, boolean together) {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx700m", "-Duser.home=" + folder("home")));
		command.addAll(arguments);
		try {
			Path log = Files.createTempFile(folder("logs"), "child", ".txt");
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(together).redirectOutput(log.toFile());
			Path errors = log.resolveSibling(log.getFileName() + ".err");
			if (!together) builder.redirectError(errors.toFile());
			Process process = builder.start();
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly().waitFor();
				throw new AssertionError("Still running after " + SECONDS + " s: " + command + "\n" + Files.readString(log));
			}
			return new Ended(process.exitValue(), Files.readString(together ? log : errors));
		}
		catch (IOException e) {
			throw new AssertionError(e);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	/** A folder for what the tests of the doors leave. */
	static Path folder(String name) {
		try {
			return Files.createDirectories(Path.of("target", "doors", name).toAbsolutePath());
		}
		catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	/** An empty folder. */
	static Path fresh(String name) {
		Path folder = folder(name);
		try (Stream<Path> old = Files.walk(folder)) {
			old.filter(p -> !p.equals(folder)).sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
		}
		catch (IOException e) {
			throw new AssertionError(e);
		}
		return folder;
	}

	/** The jar or folder that a class comes from. */
	static String homeOf(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		}
		catch (URISyntaxException e) {
			throw new AssertionError(e);
		}
	}

	/** Jars of this test's own class path whose names start like one of these. */
	static List<String> jars(String... starts) {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(p -> Arrays.stream(starts)
			.anyMatch(s -> Path.of(p).getFileName().toString().startsWith(s))).toList();
	}

	/** The jars below a folder that the package phase lays out. */
	static List<String> jarsBelow(String folder) {
		try (Stream<Path> files = Files.walk(Path.of("target", folder))) {
			return files.filter(p -> p.toString().endsWith(".jar")).map(p -> p.toAbsolutePath().toString()).sorted().toList();
		}
		catch (IOException e) {
			throw new AssertionError("Run the package phase first: " + e.getMessage(), e);
		}
	}

	static String path(List<String> entries) {
		return String.join(File.pathSeparator, entries);
	}
}
