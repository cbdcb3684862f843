package triptych.engine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import ai.onnxruntime.OrtEnvironment;
import triptych.core.Stopped;
import triptych.core.TriptychException;

/**
 * The first opening of a model that nobody has opened here, in a process of its own. Some graphs,
 * damaged ones or made so, end ONNX Runtime's process or keep it busy for ever; that process must
 * not be ImageJ, which may hold work that is not saved. A refusal in an orderly way is no matter of
 * the trial: the real opening tells it.
 */
public final class Trial {

	/** Seconds of processor time that opening may take, and more for each gigabyte of the model. */
	private static final double SECONDS = 6, PER_GIGABYTE = 120;

	/** Seconds of processor time that the run may take before the trial is over. */
	private static final double RUNNING = 3;

	/** Where the system does not tell processor time, the clock counts, on a machine that is busy. */
	private static final int CLOCK = 4;

	private static final long ASKED_EVERY_MS = 20;

	private static final List<String> ANSWERS = List.of(TrialRun.STARTED, TrialRun.OPENED,
		TrialRun.RAN, TrialRun.REFUSED);

	private final Path model;
	private final BooleanSupplier stop;
	private volatile String said = "";

	private Trial(Path model, BooleanSupplier stop) {
		this.model = model;
		this.stop = stop;
	}

	/**
	 * Returns when the model may be opened here.
	 *
	 * @param bytes of the model with its weights
	 * @param stop asked again and again; true ends the trial
	 * @throws TriptychException where the model took the process down, or had not been opened in time
	 * @throws Stopped where it was stopped
	 */
	public static void of(Path model, long bytes, BooleanSupplier stop) {
		List<String> command = command(model);
		if (command.isEmpty()) return;
		Trial trial = new Trial(model, stop);
		double limit = SECONDS + bytes / 1e9 * PER_GIGABYTE;
		Process process;
		try {
			process = new ProcessBuilder(command)
				.directory(new File(System.getProperty("java.io.tmpdir")))
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException e) {
			// Where no process can be started, the model is opened without a trial, as by other programs.
			return;
		}
		try {
			trial.await(process, limit);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private void await(Process process, double limit) {
		Thread reader = new Thread(() -> read(process), "Triptych trial");
		reader.setDaemon(true);
		reader.start();
		long start = System.nanoTime();
		double opened = Double.POSITIVE_INFINITY;
		try {
			while (!process.waitFor(ASKED_EVERY_MS, TimeUnit.MILLISECONDS)) {
				if (stop.getAsBoolean()) throw new Stopped();
				double now = seconds(process, start);
				if (said.equals(TrialRun.OPENED)) opened = Math.min(opened, now);
				// A run has no limit of time: whoever waits for it can end it.
				if (now > opened + RUNNING) return;
				if (now < limit || opened < now) continue;
				throw new TriptychException("The model " + model + " was still not open after "
					+ (int) limit + " seconds of computing, where models of its size take one or two. Its"
					+ " graph may have no end; it was not opened. Ask whoever made it, or export it again.");
			}
			reader.join(1000);
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Stopped();
		}
		if (accused(process.exitValue())) throw accident();
	}

	/**
	 * A process that never reached the model, or that somebody ended from outside (SIGKILL where
	 * memory is short, SIGTERM), says nothing about the model.
	 */
	private boolean accused(int exit) {
		return exit != 0 && exit != 137 && exit != 143 && !said.isEmpty();
	}

	private TriptychException accident() {
		String when = said.equals(TrialRun.OPENED) ? "is run" : "is opened";
		return new TriptychException("The model " + model + " makes ONNX Runtime fail in a way that"
			+ " would close ImageJ when it " + when + ", so it was not used (tried in a process of its"
			+ " own). It is damaged, or holds an operator with values that cannot be; export it again.");
	}

	private void read(Process process) {
		try (BufferedReader lines = new BufferedReader(
			new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)))
		{
			for (String line; (line = lines.readLine()) != null;)
				if (ANSWERS.contains(line)) said = line;
		}
		catch (IOException e) {
			// The process was ended.
		}
	}

	private static double seconds(Process process, long start) {
		double clock = (System.nanoTime() - start) / 1e9;
		return process.info()
			.totalCpuDuration()
			.map(Duration::toMillis)
			.map(ms -> ms / 1000.0)
			.orElse(clock / CLOCK);
	}

	/** This Java with two jars; empty where it cannot be told what they are. */
	private static List<String> command(Path model) {
		String windows = File.separatorChar == '\\' ? "w.exe" : "";
		Path java = Path.of(System.getProperty("java.home"), "bin", "java" + windows);
		List<String> jars = new ArrayList<>();
		for (Class<?> c : List.of(TrialRun.class, OrtEnvironment.class))
			jar(c, jars);
		if (!Files.isExecutable(java) || jars.size() < 2) return List.of();
		List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx512m", "-Xshare:auto",
			"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-CreateCoredumpOnCrash",
			"-XX:+SuppressFatalErrorMessage", "-XX:-UsePerfData"));
		// The libraries are unpacked already; what else it writes goes when this Java ends.
		NativeCache.folder()
			.or(NativeFiles::folder)
			.ifPresent(f -> command.add("-Donnxruntime.native.path=" + f));
		NativeFiles.folder().ifPresent(f -> command.add("-Djava.io.tmpdir=" + f));
		command.addAll(List.of("-cp", String.join(File.pathSeparator, jars), TrialRun.class.getName(),
			model.toAbsolutePath().toString()));
		return command;
	}

	private static void jar(Class<?> c, List<String> jars) {
		try {
			jars.add(Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
		}
		catch (URISyntaxException | RuntimeException e) {
			// A class loader that does not tell where its classes come from: there is no trial.
		}
	}
}
