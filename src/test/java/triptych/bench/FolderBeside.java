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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder of photographs from the start of the process to its end: Process Folder... by the script that users start,
 * in turns with a Python script (folder_references.py) as two workers with a thread each and as one with two. Arguments:
 * the script triptych of an installed copy that has been used before, or of several with commas between them, the Python
 * that has numpy, OpenCV and ONNX Runtime, a YOLOv8, the folder, how often each takes its turn. Prints medians and the
 * least and most, and how many boxes both have.
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
		Map<String, List<String>> commands = new LinkedHashMap<>();
		for (String script : args[0].split(","))
			commands.put(script, List.of(script, "process-folder", "--task=detection", "--device=cpu", "--model=" + model,
				"--input=" + folder, "--save=" + out));
		for (String team : List.of("2 1", "1 2"))
			commands.put("Python " + team, List.of(args[1], "src/test/java/triptych/bench/folder_references.py", model, folder,
				out.toString(), team.split(" ")[0], team.split(" ")[1]));
		Map<String, List<Run>> runs = new LinkedHashMap<>();
		List<Box> mine = List.of(), theirs = List.of();
		for (int turn = 0; turn < turns; turn++)
			for (String name : commands.keySet()) {
				clear(out);
				runs.computeIfAbsent(name, n -> new ArrayList<>()).add(run(commands.get(name)));
				if (name.startsWith("Python")) theirs = boxes(out.resolve("all.csv"));
				else mine = boxes(out.resolve("all-detections.csv"));
			}
		runs.forEach((name, all) -> print(name, all, images));
		say("load of the machine %.1f%n", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		compare(mine, theirs);
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

	private static void print(String name, List<Run> runs, int images) {
		double clock = median(runs, Run::clock), processor = median(runs, Run::processor);
		say("%s: %.1f s (%s), %.1f images/s; processor time %.1f s (%s), %.0f ms an image; n = %d%n", name, clock,
			spread(runs, Run::clock), images / clock, processor, spread(runs, Run::processor), 1000 * processor / images,
			runs.size());
	}

	private static String spread(List<Run> runs, ToDoubleFunction<Run> what) {
		double[] sorted = runs.stream().mapToDouble(what).sorted().toArray();
		return String.format(Locale.ROOT, "%.1f to %.1f", sorted[0], sorted[sorted.length - 1]);
	}

	private static double median(List<Run> runs, ToDoubleFunction<Run> what) {
		return runs.stream().mapToDouble(what).sorted().toArray()[runs.size() / 2];
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
