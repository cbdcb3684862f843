package triptych.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of photographs from the start of the process to its end: Process Folder... by the script that users start,
 * in turns with a Python script (folder_references.py) as two workers with a thread each and as one with two. Arguments:
 * the script triptych of an installed copy, the Python that has numpy, OpenCV and ONNX Runtime, a YOLOv8, the folder,
 * how often each takes its turn. Before the first turn each runs once, which also makes the class archive. Prints
 * medians and the least and most, and how many boxes both have.
 */
public final class FolderBeside {

	private record Run(double clock, double processor) {}

	private record Box(String key, double x, double y, double width, double height) {

		boolean like(Box o) {
			double w = Math.min(x + width, o.x + o.width) - Math.max(x, o.x);
			double h = Math.min(y + height, o.y + o.height) - Math.max(y, o.y);
			if (w <= 0 || h <= 0 || !key.equals(o.key)) return false;
			return w * h / (width * height + o.width * o.height - w * h) > 0.9;
		}
	}

	private FolderBeside() {}

	public static void main(String[] args) throws IOException, InterruptedException {
		Path out = Files.createTempDirectory("beside");
		String model = args[2], folder = args[3];
		int turns = Integer.parseInt(args[4]), images = count(folder);
		List<List<String>> commands = new ArrayList<>();
		commands.add(List.of(args[0], "process-folder", "--task=detection", "--device=cpu", "--model=" + model,
			"--input=" + folder, "--save=" + out.resolve("0")));
		for (String team : new String[] { "2 1", "1 2" })
			commands.add(List.of(args[1], "src/test/java/triptych/bench/folder_references.py", model, folder,
				out.resolve(String.valueOf(commands.size())).toString(), team.split(" ")[0], team.split(" ")[1]));
		Run[][] runs = new Run[commands.size()][turns];
		for (int turn = -1; turn < turns; turn++)
			for (int k = 0; k < runs.length; k++) {
				clear(out.resolve(String.valueOf(k)));
				Run run = run(commands.get(k));
				if (turn >= 0) runs[k][turn] = run;
			}
		String[] names = { "folder run", "Python, 2 x 1 thread", "Python, 1 x 2 threads" };
		for (int k = 0; k < names.length; k++)
			print(names[k], runs[k], images);
		double mine = median(runs[0], Run::processor);
		double theirs = Math.min(median(runs[1], Run::processor), median(runs[2], Run::processor));
		double rate = Math.min(median(runs[1], Run::clock), median(runs[2], Run::clock)) / median(runs[0], Run::clock);
		say("processor time %.3f of the better Python's, images a second %.3f; load of the machine %.1f%n", mine / theirs,
			rate, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		compare(boxes(out.resolve("0/all-detections.csv")), boxes(out.resolve("1/all.csv")));
	}

	/** The shell's own count of what a process and its children have used. */
	private static Run run(List<String> command) throws IOException, InterruptedException {
		List<String> timed = new ArrayList<>(List.of("bash", "-c",
			"TIMEFORMAT='times %R %U %S'; time \"$@\" > /dev/null", "time"));
		timed.addAll(command);
		Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
		String last = "";
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine())
				last = line;
		}
		if (process.waitFor() != 0) throw new IOException(command + ": " + last);
		double[] times = Arrays.stream(last.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
		return new Run(times[0], times[1] + times[2]);
	}

	private static void print(String name, Run[] runs, int images) {
		double clock = median(runs, Run::clock), processor = median(runs, Run::processor);
		say("%-21s %.1f s (%s), %.1f images/s; processor time %.1f s (%s), %.0f ms an image; n = %d%n", name, clock,
			spread(runs, Run::clock), images / clock, processor, spread(runs, Run::processor), 1000 * processor / images,
			runs.length);
	}

	private static String spread(Run[] runs, java.util.function.ToDoubleFunction<Run> what) {
		double[] sorted = Arrays.stream(runs).mapToDouble(what).sorted().toArray();
		return String.format(Locale.ROOT, "%.1f to %.1f", sorted[0], sorted[sorted.length - 1]);
	}

	private static double median(Run[] runs, java.util.function.ToDoubleFunction<Run> what) {
		return Arrays.stream(runs).mapToDouble(what).sorted().toArray()[runs.length / 2];
	}

	private static void compare(List<Box> mine, List<Box> theirs) {
		Map<String, List<Box>> byKey = theirs.stream().collect(Collectors.groupingBy(Box::key));
		long same = mine.stream().filter(b -> byKey.getOrDefault(b.key(), List.of()).stream().anyMatch(b::like)).count();
		say("boxes: %d here, %d in Python, %d of one class and place (IoU above 0.9)%n", mine.size(), theirs.size(), same);
	}

	private static List<Box> boxes(Path csv) throws IOException {
		List<String> lines = Files.readAllLines(csv);
		List<String> head = Arrays.asList(lines.get(0).split(","));
		int[] at = IntStream.of(0, 1, 2, 3, 4, 5).map(i -> head.indexOf(new String[] { "File", "Class", "BX", "BY", "Width",
			"Height" }[i])).toArray();
		return lines.stream().skip(1).map(l -> l.split(",")).map(c -> new Box(c[at[0]] + " " + c[at[1]],
			Double.parseDouble(c[at[2]]), Double.parseDouble(c[at[3]]), Double.parseDouble(c[at[4]]), Double.parseDouble(
				c[at[5]]))).toList();
	}

	private static int count(String folder) throws IOException {
		try (Stream<Path> all = Files.list(Path.of(folder))) {
			return (int) all.count();
		}
	}

	private static void clear(Path folder) throws IOException {
		if (!Files.exists(folder)) return;
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path p : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(p);
		}
	}

	private static void say(String format, Object... values) {
		System.out.printf(Locale.ROOT, format, values);
	}
}
