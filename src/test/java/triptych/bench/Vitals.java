package triptych.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * What a process takes of the machine, sampled every second while it works (Linux). Every
 * fourth sample comes after a full collection, so that the heap is what is held; not each, since
 * that would also free what only a collection frees.
 */
final class Vitals extends Thread {

	static final int SECONDS = 1, COLLECTED = 4;

	/** @param heap megabytes after a full collection, NaN where there was none */
	record Sample(double hours, long done, double resident, double heap, double threads,
		double descriptors, double temporary)
	{
		static final String HEADER = "hours,done,resident,heap,threads,descriptors,temporary";

		static Sample of(String line) {
			double[] values =
				Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
			return new Sample(values[0], (long) values[1], values[2], values[3], values[4], values[5],
				values[6]);
		}

		String line() {
			return String.format(Locale.ROOT, "%.5f,%d,%.1f,%.2f,%.0f,%.0f,%.0f", hours, done, resident,
				heap, threads, descriptors, temporary);
		}
	}

	/** Images or runs that are done, counted by whoever does them. */
	final AtomicLong done = new AtomicLong();

	private final List<Sample> samples = new ArrayList<>();
	private final long start = System.nanoTime();
	private final Path csv;

	/** @param csv gets every sample as a line */
	Vitals(Path csv) {
		super("vitals");
		this.csv = csv;
		setDaemon(true);
		start();
	}

	@Override
	public void run() {
		try (PrintStream lines = new PrintStream(csv.toFile())) {
			lines.println(Sample.HEADER);
			for (int i = 1;; i++) {
				Thread.sleep(1000 * SECONDS);
				boolean collect = i % COLLECTED == 0;
				if (collect) System.gc();
				Sample sample = sample(collect);
				lines.println(sample.line());
				synchronized (samples) {
					samples.add(sample);
				}
			}
		}
		catch (IOException e) {
			throw new IllegalStateException(e);
		}
		catch (InterruptedException e) {
			// The end of the work.
		}
	}

	/** Of samples that were kept, those from one number of images or runs to another. */
	static List<Sample> read(Path csv, long first, long last) throws IOException {
		try (Stream<String> lines = Files.lines(csv)) {
			return lines.skip(1)
				.map(Sample::of)
				.filter(sample -> sample.done() >= first && sample.done() <= last)
				.toList();
		}
	}

	/** How many samples there are. */
	int count() {
		synchronized (samples) {
			return samples.size();
		}
	}

	/** @return the samples from one on, in their order */
	List<Sample> since(int first) {
		synchronized (samples) {
			return List.copyOf(samples.subList(first, samples.size()));
		}
	}

	private Sample sample(boolean collected) throws IOException {
		double heap = collected
			? ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6 : Double.NaN;
		return new Sample((System.nanoTime() - start) / 3.6e12, done.get(), status("VmRSS") / 1024,
			heap, status("Threads"), entries(Path.of("/proc/self/fd")),
			entries(Path.of(System.getProperty("java.io.tmpdir"))));
	}

	/** The number of a line of the process's status. */
	private static double status(String name) throws IOException {
		try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
			return lines.filter(l -> l.startsWith(name + ":"))
				.mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")))
				.findFirst()
				.orElseThrow();
		}
	}

	private static double entries(Path folder) throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			return all.count();
		}
	}
}
