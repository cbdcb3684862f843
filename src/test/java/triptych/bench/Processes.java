package triptych.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What whole processes take, from their start to their end, with all that they start. */
final class Processes {

	/** In seconds, by the clock and of all processors. */
	record Run(double clock, double processor) {}

	private Processes() {}

	/**
	 * The shell's own count of what a process and its children have used.
	 *
	 * @throws IOException with the last line that was printed, where it fails
	 */
	static Run run(List<String> command) throws IOException, InterruptedException {
		List<String> timed = new ArrayList<>(List.of("bash", "-c",
			"TIMEFORMAT='times %3R %3U %3S'; time \"$@\" > /dev/null", "time"));
		timed.addAll(command);
		Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
		String last = "";
		try (BufferedReader lines =
			new BufferedReader(new InputStreamReader(process.getInputStream())))
		{
			for (String line = lines.readLine(); line != null; line = lines.readLine())
				last = line;
		}
		if (process.waitFor() != 0) throw new IOException(command + ": " + last);
		double[] times =
			Arrays.stream(last.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
		return new Run(times[0], times[1] + times[2]);
	}

	static double median(List<Run> runs, ToDoubleFunction<Run> what) {
		return runs.stream().mapToDouble(what).sorted().toArray()[runs.size() / 2];
	}

	/** Least and most. */
	static String spread(List<Run> runs, ToDoubleFunction<Run> what) {
		double[] sorted = runs.stream().mapToDouble(what).sorted().toArray();
		return String.format(Locale.ROOT, "%.2f to %.2f", sorted[0], sorted[sorted.length - 1]);
	}
}
