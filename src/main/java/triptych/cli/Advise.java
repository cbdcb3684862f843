package triptych.cli;

import java.util.List;
import java.util.Map;

import triptych.advice.AdviceJson;
import triptych.advice.ChooseTaskOptions;
import triptych.advice.TaskAdvice;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** {@code advise}: Choose Task... for a question, as text or JSON. */
final class Advise {

	static final String VERB = "advise";

	private static final String JSON = "--json";

	private Advise() {}

	static Usage usage() {
		return new Usage(
			"Choose Task...: which task answers a question, and what labelling for it costs.")
			.words("QUESTION", "the question, instead of --question", false)
			.keys(Options.keys(ChooseTaskOptions.class))
			.flag(Flag.alone(JSON, "prints JSON in place of lines"));
	}

	/** What is to be printed. */
	static String run(Line line) {
		Map<String, String> keys = line.keys(Options.keys(ChooseTaskOptions.class));
		List<String> words = line.words();
		if (!words.isEmpty() && keys.put("question", String.join(" ", words)) != null) {
			throw new TriptychException(
				"The question is given twice, with --question and without.");
		}
		TaskAdvice advice = Triptych.chooseTask(keys);
		if (line.has(JSON)) return AdviceJson.of(advice);
		return advice.text() + advice.file().map(f -> "wrote " + f + System.lineSeparator()).orElse("");
	}
}
