package triptych.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import triptych.options.Key;

/** The keys of a command as flags of its verb, and their values on a line. */
final class Flags {

	private Flags() {}

	/** A verb without flags of its own but --help: picocli's own are read by reflection, slowly. */
	static CommandSpec described(String text) {
		CommandSpec spec = CommandSpec.create();
		spec.usageMessage().description(text);
		spec.addOption(OptionSpec.builder("-h", "--help")
			.usageHelp(true)
			.description("Show this help message and exit.")
			.build());
		return spec;
	}

	/** What stands on the line without a flag. */
	static PositionalParamSpec several(String label, String text, boolean required) {
		return PositionalParamSpec.builder()
			.index("0..*")
			.paramLabel(label)
			.required(required)
			.type(List.class)
			.auxiliaryTypes(String.class)
			.description(text)
			.build();
	}

	/** A flag for each key. */
	static void addFlags(CommandSpec spec, List<Key> keys) {
		keys.forEach(key -> spec.addOption(flag(key)));
	}

	private static OptionSpec flag(Key key) {
		String usual = key.fallback().isEmpty() ? "" : "; default " + key.fallback();
		return OptionSpec.builder("--" + key.name())
			.paramLabel(key.isNumber() ? "NUMBER" : "VALUE")
			.type(String.class)
			.description(key.help() + " (" + key.allowed() + usual + ")")
			.build();
	}

	/** The values of the flags that were given. */
	static Map<String, String> given(ParseResult parsed, List<Key> keys) {
		Map<String, String> values = new LinkedHashMap<>();
		for (Key key : keys) {
			String flag = "--" + key.name();
			if (parsed.hasMatchedOption(flag)) {
				values.put(key.name(), parsed.matchedOptionValue(flag, ""));
			}
		}
		return values;
	}
}
