package triptych.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hostile inputs by the thousand: models, descriptions, packages, images, label images, ROIs,
 * options and questions, each changed from a small right one. Every one must end with a sentence or
 * a result, in 20 seconds, below 2 GB, without a file outside of the results folder. A
 * {@link FuzzWorker} does many of them; it is started again when it hangs or dies.
 *
 * <p>By hand: {@code Fuzz FIRST COUNT [all]}, with the tests' class path; prints what went wrong,
 * or how all ended, then the counts.
 */
public final class Fuzz implements AutoCloseable {

	private static final int SECONDS = 20, MOST_SECONDS = 120;
	private static final long MOST_KB = 2L << 20;
	private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
	/** After so many inputs a new worker shows that memory and models do not pile up unseen. */
	private static final int EACH = 1000;

	private final Path work, models;
	private final Map<String, Integer> counts = new TreeMap<>();
	private final List<String> faults = new ArrayList<>();
	private Process worker;
	private PrintWriter numbers;
	private BlockingQueue<String> answers;
	private boolean tellsAll;
	private int done;
	private long slowest, peak;

	/** @param work an empty folder */
	Fuzz(Path work, Path models) throws IOException {
		this.work = work.toAbsolutePath();
		this.models = models;
		for (String folder : List.of("home", "tmp", "here"))
			Files.createDirectories(this.work.resolve(folder));
	}

	public static void main(String[] args) throws Exception {
		int first = Integer.parseInt(args[0]), count = Integer.parseInt(args[1]);
		Path work = Files.createTempDirectory("triptych-fuzz");
		try (Fuzz fuzz = new Fuzz(work, Path.of("src/test/resources/models"))) {
			fuzz.tellsAll = args.length > 2;
			for (int i = 0; i < count; i++) {
				int before = fuzz.faults.size();
				fuzz.one(first + i);
				fuzz.faults.stream().skip(before).forEach(System.out::println);
				if (i % 500 == 499) System.out.println(fuzz);
			}
			System.out.println(fuzz);
		}
	}

	/** Does an input; what is wrong with how it ended is among the faults. */
	void one(int number) throws IOException, InterruptedException {
		if (worker == null || !worker.isAlive() || done++ % EACH == EACH - 1) start();
		numbers.println(number);
		numbers.flush();
		String answer = answer();
		if (answer == null) {
			String what = worker.isAlive() ? "HANGS" : "DEAD, exit " + worker.exitValue();
			count(FuzzCase.make(number, work.resolve("again"), new FuzzSeeds(models)).kind() + " fault");
			faults.add(number + " " + what);
			stop();
			return;
		}
		if (tellsAll) System.out.println(answer);
		String[] parts = answer.split("\t");
		slowest = Math.max(slowest, Long.parseLong(parts[2]));
		boolean right = parts[4].startsWith("ok") || parts[4].startsWith("told");
		count(parts[3] + " " + (right ? parts[4].split(" ")[0] : "fault"));
		if (!right) faults.add(number + " " + parts[3] + " " + parts[4]);
		if (memory() > MOST_KB) {
			faults.add(number + " " + parts[3] + " grew to " + memory() / 1024 + " MB");
			stop();
		}
	}

	/** Null where the worker has died, or has not answered in time. */
	private String answer() throws InterruptedException {
		double before = worked();
		for (int i = 0; i < MOST_SECONDS * 10; i++) {
			String answer = answers.poll(100, TimeUnit.MILLISECONDS);
			if (answer != null || !worker.isAlive()) return answer;
			// On a busy machine a process may get nothing done in that time.
			if (i > SECONDS * 10 && worked() - before > SECONDS / 2.0) return null;
		}
		return null;
	}

	/** Seconds of processor time of the worker. */
	private double worked() {
		return worker.info()
			.totalCpuDuration()
			.map(Duration::toMillis)
			.orElse(Long.MAX_VALUE) / 1000.0;
	}

	private void count(String what) {
		counts.merge(what, 1, Integer::sum);
	}

	List<String> faults() {
		return faults;
	}

	@Override
	public String toString() {
		int all = counts.values().stream().mapToInt(Integer::intValue).sum();
		return all + " inputs " + counts + ", " + faults.size() + " faults, slowest " + slowest
			+ " ms, peak " + peak / 1024 + " MB";
	}

	private void start() throws IOException {
		stop();
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(FuzzWorker.arguments(work, models));
		worker = new ProcessBuilder(command).directory(work.resolve("here").toFile())
			.redirectError(work.resolve("here/errors.txt").toFile())
			.start();
		numbers = new PrintWriter(worker.outputWriter(StandardCharsets.UTF_8));
		BlockingQueue<String> queue = new LinkedBlockingQueue<>();
		answers = queue;
		BufferedReader lines = new BufferedReader(
			new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
		Thread reader = new Thread(() -> lines.lines()
			.filter(line -> line.startsWith("fuzz\t"))
			.forEach(queue::add));
		reader.setDaemon(true);
		reader.start();
	}

	/** The most that the worker has held, in kB; 0 where the system does not tell. */
	private long memory() {
		try {
			Path status = Path.of("/proc", String.valueOf(worker.pid()), "status");
			Matcher m = PEAK.matcher(Files.exists(status) ? Files.readString(status) : "");
			long now = m.find() ? Long.parseLong(m.group(1)) : 0;
			peak = Math.max(peak, now);
			return now;
		}
		catch (IOException e) {
			return 0;
		}
	}

	private void stop() {
		if (worker == null) return;
		worker.descendants().forEach(ProcessHandle::destroyForcibly);
		worker.destroyForcibly();
		worker = null;
	}

	@Override
	public void close() {
		stop();
	}
}
