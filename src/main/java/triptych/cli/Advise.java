package triptych.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import triptych.advice.AdviceJson;
import triptych.advice.ChooseTaskOptions;
import triptych.advice.TaskAdvice;
import triptych.core.TriptychException;
import triptych.options.Options;
import triptych.workflow.Triptych;

/** {@code advise}: Choose Task... for a question, as text or JSON. */
final class Advise {

	static final String VERB = "advise";

	private Advise() {}

	static CommandSpec spec() {
		CommandSpec spec = Flags.described(
			"Choose Task...: which task answers a question, and what labelling for it costs.");
		spec.addPositional(Flags.several("QUESTION", "the question, instead of --question", false));
		Flags.addFlags(spec, Options.keys(ChooseTaskOptions.class));
		spec.addOption(OptionSpec.builder("--json")
			.type(boolean.class)
			.description("prints JSON in place of lines")
			.build());
		return spec;
	}

	/** What is to be printed. */
	static String run(ParseResult parsed) {
		Map<String, String> keys = Flags.given(parsed, Options.keys(ChooseTaskOptions.class));
		List<String> words = parsed.matchedPositionalValue(0, List.of());
		if (!words.isEmpty() && keys.put("question", String.join(" ", words)) != null) {
			throw new TriptychException(
				"The question is given twice, with --question and without.");
		}
		TaskAdvice advice = Triptych.chooseTask(keys);
		if (parsed.hasMatchedOption("--json")) return AdviceJson.of(advice);
		return advice.text() + advice.file().map(f -> "wrote " + f + System.lineSeparator()).orElse("");
	}
}
