package triptych.bench;

import java.io.IOException;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import triptych.bench.Processes.Run;

/**
 * A folder of images from the start of the process to its end: Process Folder... by the script that
 * users start, in turns with a Python script as two workers with a thread each and as one with two.
 * Arguments: the script triptych of an installed copy that has been used before, or of several with
 * commas between them, the Python that has numpy, OpenCV and ONNX Runtime, a model, the folder, how
 * often each takes its turn, and for nuclei the ways of Python (skimage, opencv, opencv+stars) with
 * commas. Without a way the model is a YOLOv8 and the script folder_references.py, with one a
 * watershed over a map of distances and folder_objects.py. Prints medians and the least and most,
 * and how many boxes both have, that is for nuclei the boxes around objects.
 */
public final class FolderBeside {

	/** @param pixels of the object, 0 where it has none */
	private record Box(String key, double x, double y, double width, double height, double pixels) {

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
		boolean objects = args.length > 5;
		Map<String, List<String>> commands = new LinkedHashMap<>();
		for (String script : args[0].split(",")) {
			String task = objects ? "instance" : "detection";
			List<String> words = new ArrayList<>(List.of(script, "process-folder", "--task=" + task,
				"--device=cpu", "--model=" + model, "--input=" + folder, "--save=" + out));
			if (objects) words.add("--outputs=table");
			commands.put(script, words);
		}
		for (String way : objects ? args[5].split(",") : new String[]{ "" })
			for (String team : List.of("2 1", "1 2"))
				commands.put("Python " + way + " " + team,
					python(args, out, objects, team + " " + way.replace('+', ' ')));
		Map<String, List<Run>> runs = new LinkedHashMap<>();
		List<Box> mine = List.of(), theirs = List.of();
		for (int turn = 0; turn < turns; turn++)
			for (String name : commands.keySet()) {
				clear(out);
				runs.computeIfAbsent(name, n -> new ArrayList<>()).add(Processes.run(commands.get(name)));
				if (name.startsWith("Python")) theirs = boxes(out.resolve("all.csv"));
				else mine = boxes(out.resolve(objects ? "all-objects.csv" : "all-detections.csv"));
			}
		runs.forEach((name, all) -> print(name, all, images));
		say("load of the machine %.1f%n",
			ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
		compare(mine, theirs);
	}

	private static List<String> python(String[] args, Path out, boolean objects, String words) {
		String script = objects ? "folder_objects.py" : "folder_references.py";
		List<String> command = new ArrayList<>(
			List.of(args[1], "src/test/java/triptych/bench/" + script, args[2], args[3], out.toString()));
		command.addAll(List.of(words.strip().split(" ")));
		return command;
	}

	private static void print(String name, List<Run> runs, int images) {
		double clock = Processes.median(runs, Run::clock);
		double processor = Processes.median(runs, Run::processor);
		say("%s: %.1f s (%s), %.1f images/s; processor time %.1f s (%s), %.0f ms an image; n = %d%n",
			name, clock, Processes.spread(runs, Run::clock), images / clock, processor,
			Processes.spread(runs, Run::processor), 1000 * processor / images, runs.size());
	}

	private static void compare(List<Box> mine, List<Box> theirs) {
		Map<String, List<Box>> byKey = theirs.stream().collect(Collectors.groupingBy(Box::key));
		long same = mine.stream()
			.filter(b -> byKey.getOrDefault(b.key(), List.of()).stream().anyMatch(b::like))
			.count();
		long equal = mine.stream()
			.filter(b -> b.pixels > 0 && byKey.getOrDefault(b.key(), List.of()).contains(b))
			.count();
		say(
			"boxes: %d here, %d in Python, %d of one class and place (IoU above 0.9), %d objects with the"
				+ " same box and as many "
				+ "pixels%n",
			mine.size(), theirs.size(), same, equal);
	}

	private static List<Box> boxes(Path csv) throws IOException {
		List<String> lines = Files.readAllLines(csv);
		List<String> head = Arrays.asList(lines.get(0).split(","));
		int[] at = Stream.of("BX", "BY", "Width", "Height", "Pixels").mapToInt(head::indexOf).toArray();
		// Of one class are all nuclei.
		int file = head.indexOf("File"), type = at[4] < 0 ? head.indexOf("Class") : file;
		return lines.stream().skip(1).map(l -> l.split(",", -1)).map(c -> {
			double[] v = IntStream.of(at)
				.mapToDouble(i -> i < 0 ? 0 : Double.parseDouble(c[i]))
				.toArray();
			return new Box(c[file] + " " + c[type], v[0], v[1], v[2], v[3], v[4]);
		}).toList();
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
