package triptych.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import triptych.advisor.Advice;
import triptych.advisor.Advisor;
import triptych.advisor.Budget;
import triptych.advisor.KnownQuestion;
import triptych.advisor.need.Needs;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuestionReader;

/**
 * How often the advisor reads a question rightly, asks where it should, and how long it takes:
 * arguments are tables of questions (see KnownQuestion). "misses" as first argument prints the
 * wrong ones as well. Shares come with their Wilson 95 % interval; what is acceptable counts as
 * right, and of a vague question, to ask. The ten longest are timed one by one.
 */
public final class Questions {

	private record Asked(KnownQuestion question, QuestionAnalysis reading, boolean asks) {

		boolean isRight() {
			return question.mustAsk() ? asks : question.right().contains(task());
		}

		String task() {
			return reading.task().key();
		}

		boolean isNone() {
			return question.task().equals("none");
		}

		boolean isRefused() {
			return reading.task() == TaskChoice.NONE && !isRight();
		}

		/** Right without a further answer: neither wrong nor asked for nothing. */
		boolean isAtOnce() {
			return isRight() && !asks;
		}
	}

	private Questions() {}

	public static void main(String[] args) throws IOException {
		boolean misses = args[0].equals("misses");
		first(System.getProperty("first", "How many cells are there?"));
		List<Asked> all = new ArrayList<>();
		for (String file : Arrays.copyOfRange(args, misses ? 1 : 0, args.length)) {
			List<Asked> asked = KnownQuestion.read(Path.of(file)).stream().map(Questions::ask).toList();
			System.out.println(file);
			share("  right", asked, Asked::isRight);
			all.addAll(asked);
		}
		report(all);
		if (misses) all.stream().filter(a -> !a.isRight()).forEach(Questions::printMiss);
		time(all);
	}

	/**
	 * Reading and advice in a process that has done neither; -Dfirst= another text, as long as a post
	 * say.
	 */
	private static void first(String question) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long start = System.nanoTime(), cpu = threads.getCurrentThreadCpuTime();
		new Advisor(Budget.UNKNOWN).advise(QuestionReader.read(question, "auto"), Needs.UNKNOWN);
		double used = (threads.getCurrentThreadCpuTime() - cpu) / 1e6,
			clock = (System.nanoTime() - start) / 1e6;
		System.out.printf(
			"first question (%d letters), tables read: %.0f ms of processor time, %.0f ms by the clock%n",
			question.length(), used, clock);
	}

	private static void printMiss(Asked a) {
		System.out.printf("%-21s read %-21s %.2f %s%n", a.question.task(), a.task(),
			a.reading.certainty(), a.question.text());
	}

	private static Asked ask(KnownQuestion question) {
		QuestionAnalysis reading = QuestionReader.read(question.text(), "auto");
		Advice advice = new Advisor(Budget.UNKNOWN).advise(reading, Needs.UNKNOWN);
		return new Asked(question, reading, advice.open());
	}

	private static void report(List<Asked> all) {
		List<Asked> clear = all.stream().filter(a -> !a.question.mustAsk()).toList();
		System.out.println("all");
		share("  right", clear, Asked::isRight);
		share("  right and not asked back", clear, Asked::isAtOnce);
		share("  vague ones asked back", all.stream().filter(a -> a.question.mustAsk()).toList(),
			Asked::isRight);
		share("  among the first two", clear,
			a -> a.isRight() || a.question.right().contains(a.reading.runnerUp().key()));
		List<Asked> sure = clear.stream()
			.sorted(Comparator.comparingDouble((Asked a) -> a.reading.certainty()).reversed())
			.limit(Math.round(0.75 * clear.size()))
			.toList();
		share("  surest three quarters", sure, Asked::isRight);
		share("  none recognised", clear.stream().filter(Asked::isNone).toList(),
			a -> a.reading.task() == TaskChoice.NONE);
		share("  refused though in scope", clear.stream().filter(a -> !a.isNone()).toList(),
			Asked::isRefused);
		share("  not English", clear.stream().filter(a -> !a.question.language().equals("en")).toList(),
			Asked::isRight);
		share("  by real people (Q)", clear.stream().filter(a -> a.question.byRealPeople()).toList(),
			Asked::isRight);
		share("  with a negated cue",
			clear.stream().filter(a -> a.reading.cues().stream().anyMatch(c -> c.negated())).toList(),
			Asked::isRight);
		groups(clear, "language", KnownQuestion::language);
		groups(all, "kind", KnownQuestion::kind);
		groups(clear, "task", KnownQuestion::task);
		confusions(clear);
		share("  wrong at 0.9 or more", all.stream().filter(a -> a.reading.certainty() >= 0.9).toList(),
			a -> !a.isRight());
		for (double p = 0.3; p < 1; p += 0.1)
			calibration(all, p, p + 0.1);
	}

	private static void groups(List<Asked> all, String name, Function<KnownQuestion, String> of) {
		Map<String, List<Asked>> groups = new TreeMap<>();
		for (Asked a : all)
			groups.computeIfAbsent(of.apply(a.question), v -> new ArrayList<>()).add(a);
		groups.forEach((value, asked) -> share("  " + name + " " + value, asked, Asked::isRight));
	}

	/** Which tasks are taken for which. */
	private static void confusions(List<Asked> all) {
		Map<String, Integer> wrong = new TreeMap<>();
		for (Asked a : all)
			if (!a.isRight()) wrong.merge(a.question.task() + " read as " + a.task(), 1, Integer::sum);
		System.out.println("  " + wrong);
	}

	private static void calibration(List<Asked> all, double from, double to) {
		List<Asked> of = all.stream()
			.filter(a -> a.reading.certainty() >= from && a.reading.certainty() < to)
			.toList();
		share(String.format("  certainty %.1f to %.1f", from, to), of, Asked::isRight);
	}

	private static void timeOne(String text) {
		double best = Double.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			long start = System.nanoTime();
			QuestionReader.read(text, "auto");
			best = Math.min(best, (System.nanoTime() - start) / 1e6);
		}
		System.out.printf("  %d letters: %.2f ms (best of 5)%n", text.length(), best);
	}

	private static void share(String name, List<Asked> of, Predicate<Asked> what) {
		double n = of.size(), p = of.stream().filter(what).count() / n, z = 1.96, d = 1 + z * z / n;
		double middle = (p + z * z / (2 * n)) / d,
			half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d;
		if (n > 0)
			System.out.printf("%-34s n=%4d  %.3f  [%.3f, %.3f]%n", name, of.size(), p, middle - half,
				middle + half);
	}

	private static void time(List<Asked> all) {
		for (int round = 0; round < 5; round++)
			for (Asked a : all)
				QuestionReader.read(a.question.text(), "auto");
		double[] times = new double[all.size()];
		for (int i = 0; i < times.length; i++) {
			long start = System.nanoTime();
			QuestionReader.read(all.get(i).question.text(), "auto");
			times[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		all.stream()
			.map(a -> a.question.text())
			.sorted(Comparator.comparingInt(String::length).reversed())
			.limit(10)
			.forEach(Questions::timeOne);
		StringBuilder longText = new StringBuilder();
		while (longText.length() < 10000)
			longText.append(all.get(longText.length() % all.size()).question.text()).append(' ');
		String ten = longText.substring(0, 10000);
		double best = Double.MAX_VALUE;
		for (int i = 0; i < 300; i++) {
			long start = System.nanoTime();
			QuestionReader.read(ten, "auto");
			best = Math.min(best, (System.nanoTime() - start) / 1e6);
		}
		System.out.printf(
			"a question %.3f ms (median), %.3f ms (longest); 10,000 characters %.2f ms (best of 300)%n",
			times[times.length / 2], times[times.length - 1], best);
	}
}
