package triptych.bench.same;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One run of all cases on a build, each section in a process of its own. In the folder, {@code
 * work} is where the commands run, and {@code raw/SECTION/CASE} holds what one printed, its exit
 * code, and the files it saved.
 */
public final class Recording {

	private static final int MINUTES = 10, LANES = 2;

	/** ImageJ and what makes it behave as in a Fiji. */
	private static final String[] PATCHED = { "ij-", "ij1-patcher", "javassist", "classgraph" };

	/**
	 * Written by {@link CaseRunner} before each case, so that the next one is known where a process
	 * dies.
	 */
	static final String AT = "at.txt";

	private final Path folder, build, checkout, data, own;
	private final List<String> needed;

	/**
	 * @param needed class path of what the build needs
	 * @param data models and images of others, or null
	 */
	public Recording(Path folder, Path build, String needed, Path data) {
		this.folder = folder;
		this.build = build.toAbsolutePath().normalize();
		this.needed = List.of(needed.split(File.pathSeparator));
		this.data = data == null ? null : data.toAbsolutePath().normalize();
		checkout = Path.of("").toAbsolutePath();
		var source = Recording.class.getProtectionDomain().getCodeSource();
		own = Path.of(source.getLocation().getPath());
	}

	public void make() throws IOException, InterruptedException {
		long start = System.nanoTime();
		if (Files.exists(folder.resolve("raw")))
			throw new IllegalArgumentException("There is a run in " + folder + " already.");
		Inputs.layOut(folder.resolve("work"), checkout, data);
		Files.createDirectories(folder.resolve("raw"));
		remember();
		DocumentedKeys.collect(checkout, folder.resolve("raw/documented-keys"));
		List<Callable<Void>> tasks = new ArrayList<>();
		for (Cases.Section section : Cases.all())
			if (data != null || !section.isReal()) tasks.add(() -> record(section));
		ExecutorService lanes = Executors.newFixedThreadPool(LANES);
		List<Future<Void>> ended = lanes.invokeAll(tasks);
		lanes.shutdown();
		try {
			for (Future<Void> one : ended)
				one.get();
		}
		catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		}
		System.out.printf("%d sections in %d s%n", tasks.size(), secondsSince(start));
	}

	/** Which paths the masks have to hide. */
	private void remember() throws IOException {
		Properties paths = new Properties();
		paths.setProperty("build", build.toString());
		paths.setProperty("checkout", checkout.toString());
		try (var out = Files.newBufferedWriter(folder.resolve("paths.properties"))) {
			paths.store(out, null);
		}
	}

	private Void record(Cases.Section section) throws IOException, InterruptedException {
		Path raw = Files.createDirectories(folder.resolve("raw").resolve(section.name()));
		if (section.kind().equals("recorder") && System.getenv("DISPLAY") == null) {
			System.out.println("No display: what the Recorder writes is not looked at.");
			return null;
		}
		long start = System.nanoTime();
		// A process of its own for each case shows the exit codes that a shell sees.
		boolean alone = section.kind().equals("process");
		for (int next = 0; next < section.cases().size();) {
			Path log = folder.resolve(section.name() + ".log");
			List<String> command = command(section, next);
			int code = start(command, log, section.kind().equals("recorder"));
			int at = Integer.parseInt(Files.readString(raw.resolve(AT)));
			if (at == section.cases().size()) break;
			Path ofCase = raw.resolve(section.cases().get(at).name());
			String how = alone ? "" : " (the process ended)";
			Files.writeString(ofCase.resolve("code.txt"), code + how + "\n");
			next = at + 1;
		}
		Files.delete(raw.resolve(AT));
		int cases = section.cases().size();
		System.out.printf("%-24s %3d cases, %d s%n", section.name(), cases, secondsSince(start));
		return null;
	}

	private static long secondsSince(long start) {
		return (System.nanoTime() - start) / 1_000_000_000L;
	}

	private int start(List<String> command, Path log, boolean display) throws IOException,
		InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command)
			.directory(folder.resolve("work").toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		if (!display) builder.environment().remove("DISPLAY");
		Process process = builder.start();
		if (process.waitFor(MINUTES, TimeUnit.MINUTES)) return process.exitValue();
		process.destroyForcibly().waitFor();
		throw new IllegalStateException("Still running after " + MINUTES + " minutes: " + command);
	}

	private List<String> command(Cases.Section section, int first) {
		boolean plugins = section.kind().equals("macro") || section.kind().equals("recorder");
		List<String> path = new ArrayList<>(plugins ? jars(PATCHED) : needed);
		if (!plugins) path.add(0, build.toString());
		path.add(own.toString());
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx900m", "-XX:TieredStopAtLevel=1"));
		command.add("-XX:ActiveProcessorCount=2");
		command.add("-Djava.security.manager=allow");
		command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
		command.add("-Duser.home=" + folder.resolve("work/home"));
		command.add("-Djava.awt.headless=" + section.kind().equals("macro"));
		command.addAll(List.of("-cp", joined(path), CaseRunner.class.getName()));
		command.addAll(List.of(section.name(), String.valueOf(first)));
		if (plugins) command.add(joined(plugins()));
		return command;
	}

	/** What a Fiji finds in its plugins folder: all but ImageJ and what patches it. */
	private List<String> plugins() {
		List<String> plugins = new ArrayList<>(needed);
		plugins.removeAll(jars(PATCHED));
		plugins.add(0, build.toString());
		return plugins;
	}

	private List<String> jars(String... starts) {
		return needed.stream()
			.filter(path -> {
				String name = Path.of(path).getFileName().toString();
				return Arrays.stream(starts).anyMatch(name::startsWith);
			})
			.toList();
	}

	private static String joined(List<String> paths) {
		return String.join(File.pathSeparator, paths);
	}
}
