package triptych.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import triptych.advice.TaskAdvice;
import triptych.core.Progress;
import triptych.core.Task;
import triptych.core.TriptychException;
import triptych.core.table.Table;
import triptych.evaluation.compare.Comparison;
import triptych.evaluation.compare.Comparisons;
import triptych.evaluation.compare.Limits;
import triptych.evaluation.compare.Outcome;
import triptych.evaluation.source.Item;
import triptych.evaluation.source.Pictures;
import triptych.evaluation.source.Places;
import triptych.evaluation.source.Source;
import triptych.metrics.Figure;
import triptych.metrics.Interval;
import triptych.options.Options;
import triptych.options.Output;

/** Evaluate Predictions...: from its keys to figures, and to the files of the key save. */
public final class EvaluationRun {

	/** The name of the command in the menu and in macros. */
	public static final String COMMAND = "Evaluate Predictions...";

	private final EvaluationOptions options;
	private final Optional<EvaluationFiles> files;
	private final List<Source> opened = new ArrayList<>();
	private final Set<String> notes = new LinkedHashSet<>();
	private final List<String> unmatched = new ArrayList<>();

	private EvaluationRun(EvaluationOptions options) {
		this.options = options;
		Comparisons.check(options.classes());
		TrainingForecast.check(options.training());
		this.files = EvaluationFiles.of(options);
		if (options.outputs().contains(Output.REPORT) && files.isEmpty())
			throw new TriptychException(
				"The key outputs has the value report, which needs a folder in the key save.");
	}

	/**
	 * @param keys as in a macro
	 * @param advice of Choose Task... in this session, whose path the verdict follows
	 * @param page makes the report
	 * @param shown gets the result while the images can still be read once more
	 * @param progress hears of each image, and may stop, which leaves nothing
	 * @throws TriptychException with a sentence that says what is wrong
	 */
	public static EvaluationResult run(Map<String, String> keys, Optional<TaskAdvice> advice,
		EvaluationFiles.Page page, Consumer<EvaluationResult> shown, Progress progress)
	{
		EvaluationRun run = new EvaluationRun(Options.of(EvaluationOptions.class, keys));
		try {
			EvaluationResult result = run.run(advice, progress);
			EvaluationResult written = run.files.map(f -> result.with(f.write(result, page)))
				.orElse(result);
			shown.accept(written);
			return written;
		}
		finally {
			run.opened.forEach(Source::close);
		}
	}

	/** What is wrong with these values before anything is read; blank where nothing is. */
	public static String problem(Map<String, String> keys) {
		try {
			EvaluationOptions options = Options.of(EvaluationOptions.class, keys);
			new EvaluationRun(options);
			Places.check("truth", options.truth());
			Places.check("predictions", options.predictions());
			Pictures.named(options.images());
			if (!options.compare().isEmpty()) Places.check("compare", options.compare());
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	private EvaluationResult run(Optional<TaskAdvice> advice, Progress progress) {
		Optional<Task> wanted = EvaluationTask.wanted(options.task());
		Places.check("truth", options.truth());
		Pictures.named(options.images());
		Source predictions = predictions("predictions", options.predictions(), wanted);
		Optional<Task> guess = wanted.isPresent() ? wanted : predictions.task();
		Source truth = Places.of("truth", options.truth(), options.format(), guess, "");
		opened.add(truth);
		Task task = EvaluationTask.of(wanted, truth, predictions);
		List<Source> sets = new ArrayList<>(List.of(predictions));
		if (!options.compare().isEmpty()) {
			sets.add(predictions("compare", options.compare(), Optional.of(task)));
			EvaluationTask.of(Optional.of(task), truth, sets.get(1));
		}
		if (wanted.isEmpty() && truth.task().isEmpty() && predictions.task().isEmpty())
			notes.add("Label images were compared as objects; with task=semantic their numbers are"
				+ " classes.");
		NameMatching matching = NameMatching.of(truth, sets);
		unmatched.addAll(matching.unmatched());
		List<Comparison> comparisons = comparisons(task, matching, sets.size());
		PairReader reader = new PairReader(unmatched);
		int done = 0;
		for (NameMatching.Pair pair : matching.pairs()) {
			progress.check();
			progress.at(done++, matching.pairs().size());
			reader.read(pair, comparisons);
		}
		if (reader.planes() == 0) throw new TriptychException(
			"No image could be compared: " + String.join("; ", unmatched) + ".");
		if (reader.stacks() || matching.apart())
			notes.add("The planes of a stack count as images of their own, which"
			+ " resemble each other, so the intervals are too narrow.");
		List<Outcome> outcomes = comparisons.stream().map(Comparison::outcome).toList();
		sets.forEach(s -> notes.addAll(s.notes().get()));
		notes.addAll(truth.notes().get());
		return result(advice, new Evaluated(truth, sets, matching.pairs(), reader.names()), outcomes);
	}

	private Source predictions(String key, String text, Optional<Task> wanted) {
		Source source = Places.of(key, text, "auto", wanted, options.truth());
		opened.add(source);
		return source;
	}

	private List<Comparison> comparisons(Task task, NameMatching matching, int sets) {
		Limits limits = new Limits(options.iou(), options.confidence(), options.thresholds());
		List<Item> truth = matching.pairs().stream().map(p -> p.truth()).toList();
		List<Comparison> comparisons = new ArrayList<>();
		for (int i = 0; i < sets; i++) {
			int set = i;
			List<Item> items = matching.pairs()
				.stream()
				.map(p -> p.predictions().get(set))
				.filter(item -> item != null)
				.toList();
			comparisons.add(Comparisons.of(task, limits, options.classes(), truth, items));
		}
		return comparisons;
	}

	private EvaluationResult result(Optional<TaskAdvice> advice, Evaluated evaluated,
		List<Outcome> outcomes)
	{
		Outcome outcome = outcomes.get(0);
		notes.addAll(outcome.notes());
		Intervals intervals = Intervals.of(outcome);
		Interval headline = intervals.of(Figure.ALL, outcome.headline());
		if (headline != null) notes.addAll(headline.warnings());
		Map<String, Map<String, Interval>> differences = outcomes.size() < 2 ? Map.of()
			: Differences.of(outcome, outcomes.get(1));
		Map<String, Interval> ofHeadline = new LinkedHashMap<>();
		differences.forEach((c, all) -> ofHeadline.put(c, all.get(outcome.headline())));
		Optional<TrainingForecast> training = options.training().isEmpty() ? Optional.empty()
			: Optional.of(TrainingForecast.of(options.training(), outcome, headline, options.target()));
		Table table = EvaluationTable.of(outcome, intervals, ofHeadline);
		return new EvaluationResult(options, outcome, intervals, differences,
			training.map(t -> t.with(table)).orElse(table),
			Verdict.of(outcome, headline, options.target(), advice), training, evaluated,
			List.copyOf(notes), List.copyOf(unmatched), List.of());
	}
}
