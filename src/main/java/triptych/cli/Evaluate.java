package triptych.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import triptych.core.Progress;
import triptych.evaluation.EvaluationOptions;
import triptych.evaluation.EvaluationResult;
import triptych.metrics.Figure;
import triptych.metrics.Interval;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** {@code evaluate}: Evaluate Predictions..., its figures a line each. */
final class Evaluate {

	static final String VERB = "evaluate";

	private Evaluate() {}

	static CommandSpec spec() {
		CommandSpec spec = Flags
			.described("Evaluate Predictions...: how good predictions are, held against the truth.");
		Flags.addFlags(spec, Options.keys(EvaluationOptions.class));
		return spec;
	}

	/** What is to be printed. */
	static String run(ParseResult parsed) {
		System.setProperty("java.awt.headless", "true");
		Map<String, String> keys = Flags.given(parsed, Options.keys(EvaluationOptions.class));
		EvaluationResult result = Triptych.evaluate(keys, Progress.NONE);
		StringBuilder text = new StringBuilder();
		Map<String, Map<String, Figure>> figures = result.outcome().figures();
		figures.get(Figure.ALL).forEach((name, f) -> text.append(line(result, Figure.ALL, name, f)));
		if (result.outcome().classes().size() > 1) result.outcome().classes().forEach(c -> {
			text.append(c).append('\n');
			figures.get(c).forEach((name, f) -> text.append(line(result, c, name, f)));
		});
		text.append(result.summary()).append('\n');
		result.sentences().forEach(s -> text.append(s).append('\n'));
		result.files().forEach(f -> text.append("wrote ").append(f).append('\n'));
		return text.toString();
	}

	/** Such as {@code AP50 0.861 0.812 to 0.903}. */
	private static String line(EvaluationResult result, String className, String name, Figure f) {
		double value = f.value();
		if (Double.isNaN(value)) return "";
		Interval interval = result.intervals().of(className, name);
		List<Object> ends = interval == null || Double.isNaN(interval.low()) ? List.of()
			: List.of(interval.low(), interval.high());
		String range = ends.isEmpty() ? "" : String.format(Locale.ROOT, "  %.3f to %.3f", ends.toArray());
		return String.format(Locale.ROOT, "  %-18s%10.3f%s%n", name, value, range);
	}
}
