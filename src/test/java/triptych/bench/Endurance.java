package triptych.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import ij.ImagePlus;
import triptych.folder.FolderProgress;
import triptych.folder.FolderResult;
import triptych.workflow.Triptych;

/**
 * A folder of many images and many single runs in one JVM, again and again for a given time, and
 * how memory, threads and descriptors grow meanwhile: what grows, leaks. Arguments: a folder of
 * images (each is used under many names), a folder for results and samples, the images of the
 * folder run, the single runs, minutes (0: each once); or the file samples.csv of a run with the
 * first and the last image or run to look at. To be run with -Xms of the size of -Xmx and
 * -XX:+AlwaysPreTouch, so that the heap is resident from the start and the rest shows.
 */
public final class Endurance {

	/** The four tasks, with the bundled model of each. */
	private static final List<String> TASKS = List.of("classify white-cells", "detect blood-cells",
		"regions confluence", "objects nuclei");

	/** Starting, compiling and the first images are no growth that goes on. */
	private static final double WARM = 0.2;

	private final Path work;
	private final List<Path> images;
	private final long end;
	private final Vitals vitals;

	private Endurance(Path folder, Path work, long end) throws IOException {
		this.work = Files.createDirectories(work);
		this.end = end;
		try (Stream<Path> all = Files.list(folder)) {
			images = all.sorted().toList();
		}
		vitals = new Vitals(work.resolve("samples.csv"));
	}

	public static void main(String[] args) throws Exception {
		if (args.length == 3) {
			report(args[0], Vitals.read(Path.of(args[0]), Long.parseLong(args[1]),
				Long.parseLong(args[2])));
			return;
		}
		int count = Integer.parseInt(args[2]), runs = Integer.parseInt(args[3]);
		int minutes = Integer.parseInt(args[4]);
		long end = minutes == 0 ? Long.MAX_VALUE : System.nanoTime() + minutes * 60_000_000_000L;
		Endurance endurance = new Endurance(Path.of(args[0]), Path.of(args[1]), end);
		int round = 0;
		do {
			round++;
			endurance.part("round " + round + ", " + runs + " single runs", () -> endurance.runs(runs));
			endurance.part("round " + round + ", folder of " + count, () -> endurance.folder(count));
		}
		while (minutes > 0 && System.nanoTime() < end);
		report("all " + round + " rounds", endurance.vitals.since(0));
		endurance.vitals.interrupt();
	}

	private interface Work {

		void work() throws IOException;
	}

	private void part(String name, Work work) throws IOException {
		int first = vitals.count();
		work.work();
		report(name, vitals.since(first));
	}

	/** A folder run on hard links, of the three kinds of file that a result has. */
	private void folder(int count) throws IOException {
		Path in = work.resolve("in"), out = work.resolve("out");
		delete(out);
		if (!Files.isDirectory(in)) link(Files.createDirectory(in), count);
		long before = vitals.done.get();
		FolderResult result = Triptych.processFolder(Map.of("task", "instance", "model", "nuclei",
			"input", in.toString(), "save", out.toString(), "outputs", "labels,table,rois", "device",
			"cpu"), new FolderProgress() {

				@Override
				public void finished(String image, String problem, State state) {
					vitals.done.incrementAndGet();
				}

				@Override
				public boolean stop() {
					return System.nanoTime() > end;
				}
			});
		System.out.println(result.summary());
		if (!result.failed().isEmpty() || vitals.done.get() - before != result.done().size())
			throw new IllegalStateException("failed: " + result.failed());
	}

	/** On the disk of the results, since hard links do not reach another. */
	private void link(Path in, int count) throws IOException {
		Path originals = Files.createDirectories(work.resolve("originals"));
		List<Path> copies = new ArrayList<>();
		for (Path image : images)
			copies.add(Files.copy(image, originals.resolve(image.getFileName())));
		for (int i = 0; i < count; i++) {
			Path image = copies.get(i % copies.size());
			Files.createLink(in.resolve(String.format("%05d-%s", i, image.getFileName())), image);
		}
	}

	private void runs(int count) throws IOException {
		Path out = Files.createDirectories(work.resolve("single"));
		for (int i = 0; i < count && System.nanoTime() < end; i++) {
			String[] task = TASKS.get(i % TASKS.size()).split(" ");
			ImagePlus image = Triptych.open(images.get(i / TASKS.size() % images.size()));
			String options = "model=" + task[1] + " device=cpu overwrite=yes save=[" + out + "]";
			switch (task[0]) {
				case "classify" -> Triptych.classify(image, options);
				case "detect" -> Triptych.detect(image, options);
				case "regions" -> Triptych.segmentRegions(image, options);
				default -> Triptych.segmentObjects(image, options);
			}
			vitals.done.incrementAndGet();
		}
		delete(out);
	}

	private static void report(String name, List<Vitals.Sample> all) {
		List<Vitals.Sample> warm = all.subList((int) (WARM * all.size()), all.size());
		// The heap is known at every so many samples only.
		if (warm.size() < Slope.BLOCKS * Vitals.COLLECTED) {
			System.out.println(name + ": too short for slopes, " + all.size() + " samples");
			return;
		}
		Vitals.Sample first = all.get(0), last = all.get(all.size() - 1);
		System.out.printf(Locale.ROOT, "%s: %.2f h, %d done, %d samples; slopes an hour after the first"
			+ " %.0f %%, 95 %% interval%n", name, last.hours() - first.hours(),
			last.done() - first.done(), all.size(), 100 * WARM);
		slope("resident memory, MB", warm, Vitals.Sample::resident);
		slope("heap after collection, MB", warm, Vitals.Sample::heap);
		slope("threads", warm, Vitals.Sample::threads);
		slope("descriptors", warm, Vitals.Sample::descriptors);
		slope("temporary files", warm, Vitals.Sample::temporary);
	}

	private static void slope(String what, List<Vitals.Sample> samples,
		ToDoubleFunction<Vitals.Sample> value)
	{
		double[] hours = samples.stream().mapToDouble(Vitals.Sample::hours).toArray();
		double[] values = samples.stream().mapToDouble(value).toArray();
		System.out.printf("  %-26s %s%n", what, Slope.of(hours, values));
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
	}
}
