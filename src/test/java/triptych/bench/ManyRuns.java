package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import ij.ImagePlus;
import triptych.workflow.Triptych;

/**
 * Runs one command many times in one process and prints memory, threads and temporary files as it
 * goes: arguments are a verb (detect or segment-objects), an image, the number of runs and the
 * options. What grows, leaks.
 */
public final class ManyRuns {

	private ManyRuns() {}

	public static void main(String[] args) throws IOException {
		ImagePlus image = Triptych.open(Path.of(args[1]));
		int runs = Integer.parseInt(args[2]);
		String options = args[3];
		long start = System.nanoTime();
		for (int i = 1; i <= runs; i++) {
			if (args[0].equals("detect")) Triptych.detect(image, options);
			else Triptych.segmentObjects(image, options);
			if (i == 1 || i % (runs / 10) == 0) report(i, start);
		}
		System.out.println("released " + Triptych.releaseModels());
		System.gc();
		report(runs, start);
	}

	private static void report(int runs, long start) throws IOException {
		try (Stream<String> status = Files.lines(Path.of("/proc/self/status"));
			Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir"))))
		{
			String memory = status.filter(l -> l.startsWith("VmRSS") || l.startsWith("Threads"))
				.map(l -> l.replaceAll("\\s+", " "))
				.reduce("", (a, b) -> a + "  " + b);
			System.out.printf("%5d runs  %6.1f s %s  java threads %d  temporary files %d%n", runs,
				(System.nanoTime() - start) / 1e9, memory, Thread.activeCount(),
				temporary.filter(p -> p.toString().contains("onnx") || p.toString().contains("djl")
					|| p.toString().contains("triptych")).count());
		}
	}
}
