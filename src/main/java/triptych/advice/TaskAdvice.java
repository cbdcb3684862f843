package triptych.advice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import triptych.advisor.Advice;
import triptych.advisor.Advisor;
import triptych.advisor.Cost;
import triptych.advisor.Range;
import triptych.advisor.need.DecidingQuestion;
import triptych.advisor.need.Language;
import triptych.advisor.need.TaskChoice;
import triptych.advisor.need.TypedNumber;
import triptych.advisor.need.Words;
import triptych.advisor.question.QuestionAnalysis;
import triptych.advisor.question.QuestionReader;
import triptych.core.table.Table;
import triptych.options.Key;
import triptych.options.Options;

/**
 * What Choose Task... answers. Made from tables and text alone: no model is opened, nothing waits.
 *
 * @param reading the question as it was read, with the answers
 * @param words the language of the advice: the one asked for, else that of the question
 * @param command the macro line to go on with
 * @param reason why, in sentences, and what the command needs
 * @param learning how much to label, by the nearest learning curve
 * @param file the annotation plan, where one was written
 */
public record TaskAdvice(ChooseTaskOptions options, Advice advice, QuestionAnalysis reading,
	Words words, NextCommand command, String reason, LearningAdvice learning,
	Optional<Path> file)
{

	/** Columns of the row, in the order of {@link #table()}. */
	static final List<String> COLUMNS = List.of("Task", "Certainty", "RunnerUp", "MissingAnswer",
		"Start", "Escalate", "Affordable", "MoneyLow", "MoneyHigh", "HoursLow", "HoursHigh",
		"ImagesAffordable", "Metric", "Command", "Reason", "ImagesNeeded", "ExpectedLow",
		"ExpectedHigh");

	/** The highest certainty that is shown: a text never tells everything. */
	private static final double SUREST = 99;

	/** From this certainty on, no other task is named beside it. */
	private static final double NO_DOUBT = 0.9;

	/** Advice for keys given as in a macro; writes nothing. */
	public static TaskAdvice of(Map<String, String> keys) {
		QuestionAnalysis read = QuestionReader.read(keys.getOrDefault("question", ""),
			keys.getOrDefault("language", "auto"));
		Words words = Words.in(read.language());
		ChooseTaskOptions options = Options.of(ChooseTaskOptions.class,
			GivenNumber.plain(keys, words));
		NextCommand.Finder finder = new NextCommand.Finder(options.question());
		Advisor advisor = new Advisor(options.budget(), options.ownPrices(words),
			t -> finder.models(t).map(FoundModels::name), words);
		Advice advice = advisor.advise(read, options.needs());
		NextCommand command = NextCommand.of(advice.task(), finder, words);
		QuestionAnalysis answered = read.with(options.needs());
		LearningAdvice learning = LearningAdvice.of(advice.task(), answered.needs().several(),
			command, options.budget(), words);
		// Which model a task would need tells nothing while the task is open.
		boolean open = advice.vague() && !command.runs();
		String reason = open ? advice.reason()
			: words.join(List.of(advice.reason(), command.why(), learning.sentence()));
		return new TaskAdvice(options, advice, answered, words, command, reason, learning,
			Optional.empty());
	}

	public TaskAdvice writtenTo(Path plan) {
		return new TaskAdvice(options, advice, reading, words, command, reason, learning,
			Optional.of(plan));
	}

	/**
	 * The language that advice is given in without a question; a question that is not empty tells its
	 * own.
	 */
	public static Language languageOf(Locale locale) {
		for (Language l : Language.values())
			if (l.key().equals(locale.getLanguage())) return l;
		return Language.EN;
	}

	/** From 0 to 1, that the task is the right one. */
	public double certainty() {
		return advice.certainty();
	}

	/**
	 * The key whose answer would decide between the two most probable tasks, blank where that is
	 * clear.
	 */
	public String missingAnswer() {
		return advice.missing().map(q -> q.need().key()).orElse("");
	}

	/** Such as "How sure this is: 63 %. It could also be: Detection: a box around every object". */
	public String certaintyInWords() {
		String percent = String.format(Locale.ROOT, "%.0f", Math.min(SUREST, 100 * certainty()));
		return isElse() ? words.say("certainty.next", percent, name(advice.runnerUp(), words))
			: words.say("certainty", percent);
	}

	/** Whether there is doubt, and the other task would give what the question names. */
	private boolean isElse() {
		// That another kind of tool may be meant is worth saying only where that is asked.
		boolean other = advice.runnerUp() == TaskChoice.NONE;
		boolean doubt = advice.open() || certainty() < NO_DOUBT && !other;
		return doubt && reading.unanswered(advice.runnerUp()).isEmpty();
	}

	/**
	 * The reason for somebody who writes no macros: without the keys and values in brackets, and
	 * without the contradictions, which are told by themselves.
	 */
	public String plainReason() {
		String left = advice.reason();
		for (String sentence : advice.contradictions())
			left = left.replace(sentence, "");
		return withoutKeys(left).strip();
	}

	/** What cannot hold together, likewise; blank where nothing does not. */
	public String plainContradictions() {
		return withoutKeys(words.join(advice.contradictions()));
	}

	private static String withoutKeys(String text) {
		return text.replaceAll(" \\([a-z]+=[^ )]+\\)", "");
	}

	/** What a task is called, such as "Classification: one label for each image". */
	public static String name(TaskChoice task, Words words) {
		return words.say("task." + task.key());
	}

	/** What a task is called within a sentence, such as "outlined objects". */
	public static String shortName(TaskChoice task, Words words) {
		return words.say("short." + task.key());
	}

	/** One row; a number that is not known is NaN. */
	public Table table() {
		List<Object> row = new ArrayList<>(
			List.of(advice.task().key(), rounded(certainty()), advice.runnerUp().key(), missingAnswer(),
				advice.route().start().key(), advice.route().escalationKey(), advice.affordable().key()));
		Optional<Range> money = advice.cost().flatMap(Cost::money),
			hours = advice.cost().flatMap(Cost::hours);
		row.addAll(List.of(end(money, Range::low), end(money, Range::high), end(hours, Range::low),
			end(hours, Range::high), end(advice.cost().flatMap(Cost::images), Range::low),
			advice.metric(), command.line(), reason, learning.needed(), rounded(learning.low()),
			rounded(learning.high())));
		return Table.ofText(COLUMNS, List.of(row), "");
	}

	private static double end(Optional<Range> range, ToDoubleFunction<Range> end) {
		return range.map(r -> rounded(end.applyAsDouble(r))).orElse(Double.NaN);
	}

	/** Without the last digits, which come from sums in binary. */
	static double rounded(double n) {
		return !Double.isFinite(n) ? n : Math.round(n * 1e4) / 1e4;
	}

	/** The keys that were given, as a macro writes them. */
	public Map<String, String> keys() {
		Map<String, String> keys = Options.values(options);
		for (Key key : Options.keys(ChooseTaskOptions.class)) {
			keys.remove(key.name(), key.fallback());
			if (key.isNumber())
				keys.computeIfPresent(key.name(), (k, n) -> TypedNumber.unmistakable(n));
		}
		return keys;
	}

	/** The advice as lines for a terminal; of an open question, only what is to be answered. */
	public String text() {
		if (advice.vague()) return line("Reason", reason) + question();
		StringBuilder text = new StringBuilder();
		List<Object> row = table().rows().get(0);
		for (int i = 0; i < COLUMNS.size(); i++) {
			String cell = cell(row.get(i));
			if (!cell.isEmpty()) text.append(line(COLUMNS.get(i), cell));
		}
		return text.append(question()).toString();
	}

	private String question() {
		return advice.missing().map(q -> line("Please answer", asked(q))).orElse("");
	}

	private static String line(String name, String text) {
		return String.format(Locale.ROOT, "%-17s%s%n", name, text);
	}

	private static String cell(Object value) {
		if (!(value instanceof Double d)) return String.valueOf(value);
		return Double.isNaN(d) ? "" : Key.plain(d);
	}

	/** The question with its answers as keys. */
	private String asked(DecidingQuestion question) {
		StringBuilder asked = new StringBuilder(question.question(words));
		for (String answer : question.need().answers())
			asked.append(String.format(Locale.ROOT, "%n%-17s%s=%s: %s", "", question.need().key(),
				answer, question.need().answer(answer, words)));
		return asked.toString();
	}
}
