package triptych.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import triptych.advisor.QuestionReader;
import triptych.advisor.Reading;
import triptych.advisor.TaskChoice;

/**
 * How often the advisor reads a question rightly, and how long it takes: arguments are tables of questions (columns id,
 * lang, question, gold, acceptable, negation, source; those that are missing are blank). "misses" as first argument
 * prints the wrong ones as well. Shares come with their Wilson 95 % interval; what is acceptable counts as right.
 */
public final class Questions {

	private record Asked(Map<String, String> row, Reading reading, Set<String> right) {

		boolean isRight() {
			return right.contains(reading.task().key());
		}

		boolean isNone() {
			return row.get("gold").equals("none");
		}

		boolean isRefused() {
			return reading.task() == TaskChoice.NONE && !isRight();
		}
	}

	private Questions() {}

	public static void main(String[] args) throws IOException {
		boolean misses = args[0].equals("misses");
		long start = System.nanoTime();
		QuestionReader.read("How many cells are there?", "auto");
		System.out.printf("first question, tables read: %.0f ms%n", (System.nanoTime() - start) / 1e6);
		List<Asked> all = new ArrayList<>();
		for (String file : Arrays.copyOfRange(args, misses ? 1 : 0, args.length)) {
			List<Asked> asked = rows(Path.of(file)).stream().map(Questions::ask).toList();
			System.out.println(file);
			share("  right", asked, Asked::isRight);
			all.addAll(asked);
		}
		report(all);
		if (misses) for (Asked a : all)
			if (!a.isRight()) System.out.printf("%-21s read %-21s %.2f %s%n", a.row.get("gold"), a.reading.task().key(), a.reading
				.certainty(), a.row.get("question"));
		time(all);
	}

	private static Asked ask(Map<String, String> row) {
		Set<String> right = new TreeSet<>(Arrays.asList(row.getOrDefault("acceptable", "").split("[|,; ]+")));
		right.add(row.get("gold"));
		return new Asked(row, QuestionReader.read(row.get("question"), "auto"), right);
	}

	private static void report(List<Asked> all) {
		System.out.println("all");
		share("  right", all, Asked::isRight);
		share("  among the first two", all, a -> a.isRight() || a.right.contains(a.reading.runnerUp().key()));
		List<Asked> sure = all.stream().sorted(Comparator.comparingDouble((Asked a) -> a.reading.certainty()).reversed()).limit(
			Math.round(0.75 * all.size())).toList();
		share("  surest three quarters", sure, Asked::isRight);
		share("  none recognised", all.stream().filter(Asked::isNone).toList(), a -> a.reading.task() == TaskChoice.NONE);
		share("  refused though in scope", all.stream().filter(a -> !a.isNone()).toList(), Asked::isRefused);
		share("  not English", all.stream().filter(a -> !a.row.getOrDefault("lang", "en").equals("en")).toList(), Asked::isRight);
		share("  by real people (Q)", all.stream().filter(a -> a.row.getOrDefault("source", "").startsWith("Q")).toList(),
			Asked::isRight);
		share("  with a negated cue", all.stream().filter(a -> a.reading.cues().stream().anyMatch(c -> c.negated())).toList(),
			Asked::isRight);
		for (String column : List.of("lang", "negation", "gold"))
			groups(all, column);
		for (double p = 0.3; p < 1; p += 0.1)
			calibration(all, p, p + 0.1);
	}

	private static void groups(List<Asked> all, String column) {
		Map<String, List<Asked>> groups = new TreeMap<>();
		for (Asked a : all)
			groups.computeIfAbsent(a.row.getOrDefault(column, ""), v -> new ArrayList<>()).add(a);
		groups.forEach((value, asked) -> share("  " + column + " " + value, asked, Asked::isRight));
	}

	private static void calibration(List<Asked> all, double from, double to) {
		share(String.format("  certainty %.1f to %.1f", from, to), all.stream().filter(a -> a.reading.certainty() >= from
			&& a.reading.certainty() < to).toList(), Asked::isRight);
	}

	private static void share(String name, List<Asked> of, Predicate<Asked> what) {
		double n = of.size(), p = of.stream().filter(what).count() / n, z = 1.96, d = 1 + z * z / n;
		double middle = (p + z * z / (2 * n)) / d, half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d;
		if (n > 0) System.out.printf("%-34s n=%4d  %.3f  [%.3f, %.3f]%n", name, of.size(), p, middle - half, middle + half);
	}

	private static void time(List<Asked> all) {
		for (int round = 0; round < 5; round++)
			for (Asked a : all)
				QuestionReader.read(a.row.get("question"), "auto");
		double[] times = new double[all.size()];
		for (int i = 0; i < times.length; i++) {
			long start = System.nanoTime();
			QuestionReader.read(all.get(i).row.get("question"), "auto");
			times[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		StringBuilder longText = new StringBuilder();
		while (longText.length() < 10000)
			longText.append(all.get(longText.length() % all.size()).row.get("question")).append(' ');
		String ten = longText.substring(0, 10000);
		double best = Double.MAX_VALUE;
		for (int i = 0; i < 300; i++) {
			long start = System.nanoTime();
			QuestionReader.read(ten, "auto");
			best = Math.min(best, (System.nanoTime() - start) / 1e6);
		}
		System.out.printf("a question %.3f ms (median), %.3f ms (longest); 10,000 characters %.2f ms (best of 300)%n",
			times[times.length / 2], times[times.length - 1], best);
	}

	private static List<Map<String, String>> rows(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
		String[] heading = lines.get(0).split("\t");
		List<Map<String, String>> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split("\t", -1);
			Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < heading.length && i < cells.length; i++)
				row.put(heading[i].equals("task") ? "gold" : heading[i], cells[i]);
			rows.add(row);
		}
		return rows;
	}
}
