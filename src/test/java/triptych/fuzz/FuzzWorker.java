package triptych.fuzz;

import java.awt.event.KeyEvent;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.IJ;

/**
 * The JVM in which hostile inputs meet the program. Reads a number a line, does that input through
 * the terminal's own entry, and answers with a line: the number, how it ended and how long it took.
 */
public final class FuzzWorker {

	/**
	 * Seconds of computing, or of waiting on a busy machine, after which the user presses Esc; a run
	 * has no limit of its own.
	 */
	private static final double PATIENCE = 6, WAITING = 60;

	private static final int ASKED_EVERY_MS = 500;

	/** What no user should read. */
	private static final Pattern RAW = Pattern.compile("(?m)Exception|Error:|^\\s*at [\\w.$]+\\("
		+ "|mistake that its makers|: null\\b|^[\\w/.-]+$");

	private FuzzWorker() {}

	/** @param args the folder to work in, and that of the tests' models */
	public static void main(String[] args) throws Exception {
		PrintStream answers = System.out;
		Path work = Path.of(args[0]);
		FuzzSeeds seeds = new FuzzSeeds(Path.of(args[1]));
		Method run = Class.forName("triptych.cli.Main").getDeclaredMethod("run", String[].class);
		run.setAccessible(true);
		Method plain = Class.forName("triptych.cli.PlainOutput").getDeclaredMethod("install");
		plain.setAccessible(true);
		BufferedReader numbers = new BufferedReader(new InputStreamReader(System.in));
		for (String line; (line = numbers.readLine()) != null;) {
			int number = Integer.parseInt(line);
			long start = System.nanoTime();
			String ended = one(number, work, seeds, plain, run);
			answers.println("fuzz\t" + number + "\t" + (System.nanoTime() - start) / 1_000_000 + "\t"
				+ ended);
			answers.flush();
		}
		Runtime.getRuntime().halt(0);
	}

	private static String one(int number, Path work, FuzzSeeds seeds, Method plain,
		Method run)
		throws IOException
	{
		Path folder = work.resolve("case" + number);
		FuzzCase input = FuzzCase.make(number, folder, seeds);
		Set<String> before = files(work);
		ByteArrayOutputStream out = new ByteArrayOutputStream(), err = new ByteArrayOutputStream();
		System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
		Timer patience = new Timer(true);
		patience.schedule(escape(), ASKED_EVERY_MS, ASKED_EVERY_MS);
		String ended;
		try {
			plain.invoke(null);
			String[] arguments = input.arguments().toArray(String[]::new);
			int code = (int) run.invoke(null, (Object) arguments);
			ended = ended(code, err.toString(StandardCharsets.UTF_8));
		}
		catch (ReflectiveOperationException e) {
			ended = "RAW " + e.getCause();
		}
		finally {
			patience.cancel();
			IJ.setKeyUp(KeyEvent.VK_ESCAPE);
			IJ.resetEscape();
		}
		Set<String> left = files(work);
		left.removeAll(before);
		left.removeIf(f -> f.startsWith("case" + number + "/results/"));
		if (!left.isEmpty()) ended = "FILES " + left + " " + ended;
		if (!ended.startsWith("ok") && !ended.startsWith("told")) ended += " <- " + input.arguments();
		delete(folder);
		return input.kind() + "\t" + ended.replaceAll("\\s+", " ");
	}

	private static TimerTask escape() {
		double computed = computed();
		long start = System.nanoTime();
		return new TimerTask() {

			@Override
			public void run() {
				boolean waited = (System.nanoTime() - start) / 1e9 > WAITING;
				if (waited || computed() - computed > PATIENCE) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
			}
		};
	}

	/** Seconds of processor time of this process, and of those of its that are alive. */
	private static double computed() {
		ProcessHandle own = ProcessHandle.current();
		return Stream.concat(Stream.of(own), own.children())
			.flatMap(p -> p.info().totalCpuDuration().stream())
			.mapToLong(Duration::toMillis)
			.sum() / 1000.0;
	}

	private static String ended(int code, String told) {
		String text = told.strip();
		if (code == 0) return text.isEmpty() || !RAW.matcher(text).find() ? "ok" : "RAW " + text;
		if (text.isEmpty()) return "RAW exit " + code + " without a word";
		// Wrong usage is told with the list of the keys.
		if (code == 2) return "told " + text.lines().findFirst().orElse("");
		return (RAW.matcher(text).find() ? "RAW " : "told ") + text;
	}

	/**
	 * All but what is the program's own: installed models and the list of those that were opened, and
	 * in the temporary folder until it ends libraries and packages that were looked at.
	 */
	private static Set<String> files(Path work) throws IOException {
		try (Stream<Path> all = Files.walk(work)) {
			return all.filter(Files::isRegularFile)
				.map(f -> work.relativize(f).toString().replace('\\', '/'))
				.filter(f -> !f.startsWith("home/.triptych/") && !f.startsWith("tmp/onnxruntime-java")
					&& !f.startsWith("tmp/triptych-package"))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path p : all.sorted((a, b) -> b.compareTo(a)).toList())
				Files.deleteIfExists(p);
		}
	}

	static List<String> arguments(Path work, Path models) {
		String[] parts = System.getProperty("java.class.path").split(File.pathSeparator);
		String classPath = Arrays.stream(parts)
			.map(part -> Path.of(part).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
		return List.of("-Xmx512m", "-Djava.awt.headless=true", "-XX:-CreateCoredumpOnCrash",
			"-Dsun.stderr.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8",
			"-Duser.home=" + work.resolve("home"), "-Djava.io.tmpdir=" + work.resolve("tmp"), "-cp",
			classPath, FuzzWorker.class.getName(), work.toString(),
			models.toAbsolutePath().toString());
	}
}
