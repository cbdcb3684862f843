package triptych.cli;

import java.util.Map;

import triptych.core.Progress;
import triptych.evaluation.EvaluationOptions;
import triptych.evaluation.EvaluationText;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** {@code evaluate}: Evaluate Predictions..., its figures a line each. */
final class Evaluate {

	static final String VERB = "evaluate";

	private Evaluate() {}

	static Usage usage() {
		return new Usage("Evaluate Predictions...: how good predictions are, held against the truth.")
			.keys(Options.keys(EvaluationOptions.class));
	}

	/** What is to be printed. */
	static String run(Line line) {
		System.setProperty("java.awt.headless", "true");
		Map<String, String> keys = line.keys(Options.keys(EvaluationOptions.class));
		return EvaluationText.of(Triptych.evaluate(keys, r -> {}, Progress.NONE));
	}
}
