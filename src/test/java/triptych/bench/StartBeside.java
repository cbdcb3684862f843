package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import triptych.bench.Processes.Run;

/**
 * Short processes in turns, from the start to the end: one photograph in the terminal, before and
 * after, beside a script in Python. Arguments: how often each takes its turn, then lines of the
 * shell, of which all are held against the last; none may have a space in a word. The first turn
 * warms the disk up and is not counted.
 */
public final class StartBeside {

	private StartBeside() {}

	public static void main(String[] args) throws IOException, InterruptedException {
		List<String> lines = Arrays.asList(args).subList(1, args.length);
		Map<String, List<Run>> runs = new LinkedHashMap<>();
		for (int turn = 0; turn <= Integer.parseInt(args[0]); turn++)
			for (String line : lines) {
				Run run = Processes.run(List.of(line.split(" ")));
				if (turn > 0) runs.computeIfAbsent(line, l -> new ArrayList<>()).add(run);
			}
		List<Run> peer = runs.get(lines.get(lines.size() - 1));
		runs.forEach((line, all) -> System.out.printf(Locale.ROOT,
			"%s%n  clock %.2f s (%s), of pairs with the last %.2f; processor time %.2f s (%s); n = %d%n",
			line, Processes.median(all, Run::clock), Processes.spread(all, Run::clock), ratio(all, peer),
			Processes.median(all, Run::processor), Processes.spread(all, Run::processor), all.size()));
		System.out.printf(Locale.ROOT, "load of the machine %.1f%n",
			ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
	}

	/** The median of each turn's ratio. */
	private static double ratio(List<Run> mine, List<Run> theirs) {
		double[] ratios = new double[mine.size()];
		Arrays.setAll(ratios, i -> mine.get(i).clock() / theirs.get(i).clock());
		Arrays.sort(ratios);
		return ratios[ratios.length / 2];
	}
}
