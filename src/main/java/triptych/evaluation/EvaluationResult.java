package triptych.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import triptych.core.Plural;
import triptych.core.table.Table;
import triptych.evaluation.compare.Outcome;
import triptych.evaluation.source.Pictures;
import triptych.metrics.Figure;
import triptych.metrics.Interval;
import triptych.options.Options;

/**
 * What Evaluate Predictions... answers.
 *
 * @param differences of predictions and compare, by class and figure; empty where nothing is
 *          compared
 * @param verdict what to do next; empty where there is no target
 * @param training what more training images would bring; empty where no numbers of them are given
 * @param notes sentences that a reader of the figures must know
 * @param unmatched what has no partner, each with the reason
 * @param files what was written
 */
public record EvaluationResult(EvaluationOptions options, Outcome outcome, Intervals intervals,
	Map<String, Map<String, Interval>> differences, Table table, Optional<Verdict> verdict,
	Optional<TrainingForecast> training, Evaluated evaluated, List<String> notes,
	List<String> unmatched, List<Path> files)
{	/** At most this many of the images that were left out are named in a sentence. */
	private static final int NAMED = 5;

	EvaluationResult with(List<Path> written) {
		return new EvaluationResult(options, outcome, intervals, differences, table, verdict, training,
			evaluated, notes, unmatched, written);
	}

	/** Every key with its value, for the recorder. */
	public Map<String, String> keys() {
		return Options.values(options);
	}

	/** The headline with its interval, such as "AP50 0.86 (95 % interval 0.81 to 0.90)". */
	public String headline() {
		return FigureText.of(outcome.headline(), outcome.value(outcome.headline()),
			intervals.of(Figure.ALL, outcome.headline()));
	}

	/** In one line. */
	public String summary() {
		return headline() + ", " + Plural.of(outcome.images(), "image");
	}

	/** What goes with the figures, a sentence a line: warnings, thresholds, verdict, differences. */
	public List<String> sentences() {
		List<String> all = new ArrayList<>(notes);
		Interval difference = differences.getOrDefault(Figure.ALL, Map.of()).get(outcome.headline());
		if (difference != null) all.add(against(difference));
		outcome.thresholds()
			.filter(t -> !t.keys().isEmpty())
			.ifPresent(t -> all.add("Best F1 on these images with " + t.keys()
				+ " (chosen on them, so expect somewhat less on others)."));
		verdict.ifPresent(v -> all.add("Verdict: " + v.text()));
		training.ifPresent(t -> all.add(t.sentence()));
		String end = unmatched.size() > NAMED ? "; ..." : ".";
		if (!unmatched.isEmpty())
			all.add(Plural.of(unmatched.size(), "image or plane was", "images or planes were")
				+ " left out: " + String.join("; ", unmatched.subList(0, Math.min(NAMED, unmatched.size())))
				+ end);
		return all;
	}	private String against(Interval difference) {
		String chance = difference.excludesZero() ? "is more than chance" : "may be chance";
		return "Against " + options.compare() + ": " + FigureText
			.of(outcome.headline() + " differs by", difference.value(), difference) + ", which " + chance
			+ ".";
	}

	/** The images themselves, as far as they are found. */
	public Pictures pictures() {
		List<Path> folders = new ArrayList<>();
		Pictures.named(options.images()).ifPresent(folders::add);
		evaluated.predictions().get(0).pictures().ifPresent(folders::add);
		evaluated.truth().pictures().ifPresent(folders::add);
		return new Pictures(folders);
	}
}
