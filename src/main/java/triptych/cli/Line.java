package triptych.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import triptych.model.Similar;
import triptych.options.Key;

/**
 * What stands on the line behind a verb: {@code --flag=value}, {@code --flag value}, and words
 * without a flag, in any order. Behind {@code --} all are words.
 */
final class Line {

	static final String HELP_ROW = "  -h, --help";

	private static final Set<String> HELP = Set.of("-h", "--help");
	private static final String END = "--", TRUE = "true";

	private final String verb;
	private final Usage usage;
	private final List<String> words = new ArrayList<>();
	private final Map<String, String> values = new HashMap<>();

	private Line(String verb, Usage usage) {
		this.verb = verb;
		this.usage = usage;
	}

	/** True where the line asks for help, whatever else it says. */
	static boolean asksForHelp(List<String> line) {
		int end = line.indexOf(END);
		return line.subList(0, end < 0 ? line.size() : end).stream().anyMatch(HELP::contains);
	}

	/** @throws WrongLine with a sentence for the user */
	static Line of(String verb, Usage usage, List<String> behind) {
		Line line = new Line(verb, usage);
		int end = behind.indexOf(END);
		List<String> free = behind.subList(0, end < 0 ? behind.size() : end);
		for (int i = 0; i < free.size(); i++)
			i += line.take(free.get(i), free.subList(i + 1, free.size()));
		if (end >= 0) line.words.addAll(behind.subList(end + 1, behind.size()));
		line.checkWords();
		return line;
	}

	/** How many of the next words belong to this one. */
	private int take(String word, List<String> next) {
		if (!word.startsWith("-") || word.length() == 1) {
			words.add(word);
			return 0;
		}
		int equals = word.indexOf('=');
		Flag flag = flag(equals < 0 ? word : word.substring(0, equals));
		if (equals >= 0) return set(flag, word.substring(equals + 1), 0);
		if (!flag.hasValue()) return set(flag, TRUE, 0);
		boolean none = next.isEmpty() || usage.flag(next.get(0).split("=", 2)[0]).isPresent();
		if (none) throw wrong("The flag " + flag.name() + " needs a value: " + flag.shown());
		return set(flag, next.get(0), 1);
	}

	private Flag flag(String name) {
		return usage.flag(name).orElseThrow(() -> {
			String similar = Similar.to(name, usage.flagNames());
			String meant = similar.isEmpty() ? "" : "; did you mean " + similar + "?";
			return wrong("The verb " + verb + " has no flag \"" + name + "\"" + meant);
		});
	}

	private int set(Flag flag, String value, int taken) {
		if (!flag.hasValue() && !value.equals(TRUE) && !value.equals("false"))
			throw wrong("The flag " + flag.name() + " takes no value");
		if (values.put(flag.name(), value) != null)
			throw wrong("The flag " + flag.name() + " is given twice");
		return taken;
	}

	private void checkWords() {
		List<Usage.Words> known = usage.words();
		for (int i = words.size(); i < known.size(); i++)
			if (known.get(i).required()) throw wrong("The verb " + verb + " needs " + known.get(i).shown()
				+ ": " + known.get(i).help());
		boolean more = !known.isEmpty() && known.get(known.size() - 1).several();
		if (words.size() > known.size() && !more) throw wrong(
			"The word \"" + words.get(known.size()) + "\" is more than the verb " + verb + " takes");
	}

	private WrongLine wrong(String what) {
		String end = what.endsWith("?") ? " " : ". ";
		return new WrongLine(what + end + verb + " --help lists what can stand on its line.");
	}

	/** Those without a flag. */
	List<String> words() {
		return words;
	}

	/** The word of this number, from 0 on; blank where there are not so many. */
	String word(int number) {
		return number < words.size() ? words.get(number) : "";
	}

	/** @param flag one without a value */
	boolean has(String flag) {
		return TRUE.equals(values.get(flag));
	}

	/** The value of a flag, or another one where it is not on the line. */
	String value(String flag, String otherwise) {
		return values.getOrDefault(flag, otherwise);
	}

	/** The values of those keys whose flags are on the line. */
	Map<String, String> keys(List<Key> keys) {
		Map<String, String> given = new LinkedHashMap<>();
		for (Key key : keys) {
			String value = values.get("--" + key.name());
			if (value != null) given.put(key.name(), value);
		}
		return given;
	}
}
