package triptych.advice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import com.google.gson.GsonBuilder;
import triptych.advisor.Advice;
import triptych.advisor.Advisor;
import triptych.advisor.Cost;
import triptych.advisor.QuestionReader;
import triptych.advisor.Range;
import triptych.advisor.Reading;
import triptych.advisor.TaskChoice;
import triptych.core.Table;
import triptych.options.Key;
import triptych.options.Options;

/**
 * What Choose Task... answers. Made from tables and text alone: no model is opened, nothing waits.
 *
 * @param certainty that the task is the right one, from 0 to 1
 * @param command the macro line to go on with
 * @param reason why, in sentences, and what the command needs
 * @param file the annotation plan, where one was written
 */
public record TaskAdvice(ChooseTaskOptions options, Advice advice, Reading reading, double certainty, NextCommand command,
	String reason, Optional<Path> file) {

	private static final List<String> COLUMNS = List.of("Task", "Certainty", "RunnerUp", "MissingAnswer", "Start", "Escalate",
		"Affordable", "MoneyLow", "MoneyHigh", "HoursLow", "HoursHigh", "ImagesAffordable", "Metric", "Command", "Reason");

	/** Advice for keys given as in a macro; writes nothing. */
	public static TaskAdvice of(Map<String, String> keys) {
		ChooseTaskOptions options = Options.of(ChooseTaskOptions.class, keys);
		Reading read = QuestionReader.read(options.question(), options.language());
		Advice advice = Advisor.advise(read, options.needs(), options.budget());
		Reading all = read.with(options.needs());
		NextCommand command = NextCommand.of(advice.task(), options.question());
		String reason = (advice.reason() + " " + command.why()).strip();
		return new TaskAdvice(options, advice, all, all.probabilities().get(advice.task()), command, reason, Optional.empty());
	}

	public TaskAdvice writtenTo(Path plan) {
		return new TaskAdvice(options, advice, reading, certainty, command, reason, Optional.of(plan));
	}

	/** The key whose answer would decide between the two most probable tasks, blank where that is clear. */
	public String missingAnswer() {
		return advice.missing().map(f -> f.need().key()).orElse("");
	}

	/** Such as "Certainty 93 %. Next best: Detection: a box around every object". */
	public String certaintyInWords() {
		// Nobody is surer than that of a text.
		String percent = String.format(Locale.ROOT, "Certainty %.0f %%", Math.min(99, 100 * certainty));
		// That another kind of tool may be meant is worth saying only where there is doubt.
		boolean doubt = advice.open() || advice.runnerUp() != TaskChoice.NONE;
		return percent + (doubt ? ". Next best: " + name(advice.runnerUp()) : "");
	}

	/** One row; a number that is not known is NaN. */
	public Table table() {
		List<Object> row = new ArrayList<>(List.of(advice.task().key(), rounded(certainty), advice.runnerUp().key(),
			missingAnswer(), advice.route().start().key(), advice.route().escalationKey(), advice.affordable().key()));
		Optional<Range> money = advice.cost().flatMap(Cost::money), hours = advice.cost().flatMap(Cost::hours);
		row.addAll(List.of(end(money, Range::low), end(money, Range::high), end(hours, Range::low), end(hours, Range::high),
			end(advice.cost().flatMap(Cost::images), Range::low), advice.metric(), command.line(), reason));
		return Table.ofText(COLUMNS, List.of(row), "");
	}

	private static double end(Optional<Range> range, ToDoubleFunction<Range> end) {
		return range.map(r -> rounded(end.applyAsDouble(r))).orElse(Double.NaN);
	}

	/** Without the last digits, which come from sums in binary. */
	private static double rounded(double n) {
		return Double.isInfinite(n) ? n : Math.round(n * 1e4) / 1e4;
	}

	/** The annotation plan, a page of HTML. */
	public String plan() {
		return new AnnotationPlan(this).html();
	}

	/** The keys that were given, as a macro writes them. */
	public Map<String, String> keys() {
		Map<String, String> keys = Options.values(options);
		Options.keys(ChooseTaskOptions.class).forEach(k -> keys.remove(k.name(), k.fallback()));
		return keys;
	}

	/** The advice as lines for a terminal. */
	public String text() {
		StringBuilder text = new StringBuilder();
		List<Object> row = table().rows().get(0);
		for (int i = 0; i < COLUMNS.size(); i++) {
			String cell = row.get(i) instanceof Double d ? Double.isNaN(d) ? "" : Key.plain(d) : String.valueOf(row.get(i));
			if (!cell.isEmpty()) text.append(String.format(Locale.ROOT, "%-17s%s%n", COLUMNS.get(i), cell));
		}
		advice.missing().ifPresent(f -> text.append(String.format("%-17s%s (%s)%n", "Please answer", f.question(), f.need().key()
			+ "=" + (f.need().key().equals("level") ? "image, object or pixel" : "yes or no"))));
		return text.toString();
	}

	/** The same and more as JSON: the columns, the words that told, the certainty and the cost of every task. */
	public String json() {
		Map<String, Object> json = new LinkedHashMap<>();
		List<Object> row = table().rows().get(0);
		for (int i = 0; i < COLUMNS.size(); i++)
			json.put(COLUMNS.get(i), row.get(i) instanceof Double d && !Double.isFinite(d) ? null : row.get(i));
		json.put("Question", advice.missing().map(f -> f.question()).orElse(""));
		json.put("Language", reading.language().key());
		json.put("Words", reading.cues().stream().map(c -> Map.of("words", c.words(), "speaksFor", c.concept(), "negated", c
			.negated())).toList());
		Map<String, Double> certainties = new LinkedHashMap<>();
		reading.probabilities().forEach((task, p) -> certainties.put(task.key(), rounded(p)));
		json.put("Certainties", certainties);
		json.put("Costs", advice.costs().stream().map(TaskAdvice::cost).toList());
		json.put("Rules", advice.rules().stream().map(r -> r.item()).toList());
		return ascii(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create().toJson(json)) + "\n";
	}

	/** Other letters as JSON's escapes, for a terminal may write them in any encoding. */
	private static String ascii(String json) {
		StringBuilder text = new StringBuilder(json.length());
		for (char c : json.toCharArray())
			text.append(c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
		return text.toString();
	}

	private static Map<String, Object> cost(Cost c) {
		Map<String, Object> cost = new LinkedHashMap<>();
		cost.put("task", c.task().key());
		cost.put("money", c.money().map(r -> List.of(rounded(r.low()), rounded(r.high()))).orElse(List.of()));
		cost.put("hours", c.hours().map(r -> List.of(rounded(r.low()), rounded(r.high()))).orElse(List.of()));
		cost.put("affordable", c.affordable().key());
		cost.put("source", c.price().moneySource() + "; " + c.price().hoursSource());
		return cost;
	}

	/** An amount of money, hours or images as people write it: whole from 10 up, one decimal below, two below 1. */
	public static String amount(double n) {
		return String.format(Locale.ROOT, n >= 10 || n == Math.rint(n) ? "%,.0f" : n < 1 ? "%.2f" : "%.1f", n);
	}

	/** What a task is called in sentences, such as "one label per image". */
	public static String name(TaskChoice task) {
		return switch (task) {
			case CLASSIFICATION_SINGLE -> "Classification: one label for each image";
			case CLASSIFICATION_MULTI -> "Classification: several labels for each image";
			case LOCALISATION -> "Localisation: one box around the one object";
			case DETECTION -> "Detection: a box around every object";
			case SEMANTIC -> "Semantic segmentation: a class for every pixel";
			case INSTANCE -> "Instance segmentation: a mask for every object";
			case PANOPTIC -> "Panoptic segmentation: masks and background regions";
			case NONE -> "None of these tasks: another kind of tool";
		};
	}
}
