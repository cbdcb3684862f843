package triptych.cli;

import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import triptych.core.Progress;
import triptych.evaluation.EvaluationOptions;
import triptych.evaluation.EvaluationText;
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
		return EvaluationText.of(Triptych.evaluate(keys, r -> {}, Progress.NONE));
	}
}
