package triptych.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import triptych.options.Key;

/** What may stand on the line of a verb. */
final class Usage {

	private final String text;
	private final List<Flag> flags = new ArrayList<>();
	private final List<Words> words = new ArrayList<>();
	private String footer = "";

	/**
	 * Words without a flag.
	 *
	 * @param several the last ones, any number of them
	 */
	record Words(String label, String help, boolean required, boolean several) {

		String shown() {
			String name = several ? label + "..." : label;
			return required ? name : "[" + name + "]";
		}
	}

	/** @param text what the verb does */
	Usage(String text) {
		this.text = text;
	}

	/** The next word. */
	Usage word(String label, String help, boolean required) {
		words.add(new Words(label, help, required, false));
		return this;
	}

	/** All further words. */
	Usage words(String label, String help, boolean required) {
		words.add(new Words(label, help, required, true));
		return this;
	}

	/** A flag for each key. */
	Usage keys(List<Key> keys) {
		keys.forEach(key -> flags.add(Flag.of(key)));
		return this;
	}

	Usage flag(Flag flag) {
		flags.add(flag);
		return this;
	}

	/** What stands below the flags. */
	Usage footer(String last) {
		footer = last;
		return this;
	}

	String text() {
		return text;
	}

	List<Words> words() {
		return words;
	}

	List<String> flagNames() {
		return flags.stream().map(Flag::name).toList();
	}

	Optional<Flag> flag(String name) {
		return flags.stream().filter(flag -> flag.name().equals(name)).findFirst();
	}

	/** Several lines: what the verb does, and all that may stand on its line. */
	String help(String verb) {
		StringBuilder line = new StringBuilder("Usage: triptych " + verb);
		if (!flags.isEmpty()) line.append(" [FLAG...]");
		words.forEach(word -> line.append(' ').append(word.shown()));
		HelpText help = new HelpText().paragraph(line.toString()).paragraph(text);
		words.forEach(word -> help.row("      " + word.shown(), word.help()));
		help.row(Line.HELP_ROW, "says this and exits");
		flags.forEach(flag -> help.row("      " + flag.shown(), flag.help().get()));
		return help.paragraph(footer).toString();
	}
}
