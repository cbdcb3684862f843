package triptych.decode;

import java.util.Arrays;
import java.util.List;

import triptych.model.DecoderSpec;

/**
 * A key of a description's decoder section.
 *
 * @param choices the words that it can be, empty for other kinds
 * @param needed whether a description must tell it
 * @param value what counts where it is missing, in the words of a description or of a reader; of a
 *          needed one an example
 * @param help what it means
 */
public record Parameter(String name, Kind kind, List<String> choices, boolean needed, String value,
	String help)
{

	/** What the value looks like; OUTPUT is the number of an output, MAPS those of maps, from 0. */
	public enum Kind { CHOICE, WHOLE, NUMBER, YES_NO, OUTPUT, MAPS }

	/** Of families that read one of several outputs. */
	public static final Parameter OUTPUT = of("output", Kind.OUTPUT, "0",
		"which output of the model, from 0");

	public static Parameter needed(String name, String example, String help, String... choices) {
		return new Parameter(name, Kind.CHOICE, List.of(choices), true, example, help);
	}

	public static Parameter choice(String name, String fallback, String help, String... choices) {
		return new Parameter(name, Kind.CHOICE, List.of(choices), false, fallback, help);
	}

	public static Parameter of(String name, Kind kind, String fallback, String help) {
		return new Parameter(name, kind, List.of(), false, fallback, help);
	}

	/** The values that it can have, in words. */
	public String allowed() {
		return switch (kind) {
			case CHOICE -> listed(choices, "or");
			case WHOLE, OUTPUT -> "a whole number";
			case NUMBER -> "a number";
			case YES_NO -> "yes or no";
			case MAPS -> "a list such as [0, 2]";
		};
	}

	/** Ends with a sentence where the description holds something else than what is allowed. */
	public void check(DecoderSpec spec) {
		switch (kind) {
			case CHOICE -> choice(spec);
			case WHOLE, OUTPUT -> whole(spec, 0);
			case NUMBER -> spec.number(name, 0);
			case YES_NO -> yes(spec, false);
			case MAPS -> maps(spec);
		}
	}

	public String choice(DecoderSpec spec) {
		String told = spec.text(name, needed ? "" : value);
		if (choices.contains(told)) return told;
		throw spec.wrong(name, allowed());
	}

	public int whole(DecoderSpec spec) {
		return whole(spec, Integer.parseInt(value));
	}

	public int whole(DecoderSpec spec, int fallback) {
		int told = spec.integer(name, fallback);
		if (told < 0 && spec.parameters().containsKey(name)) throw spec.wrong(name, allowed());
		return told;
	}

	public double number(DecoderSpec spec) {
		return spec.number(name, Double.parseDouble(value));
	}

	public boolean yes(DecoderSpec spec, boolean fallback) {
		return spec.yes(name, fallback);
	}

	/** Empty where the description tells none. */
	public int[] maps(DecoderSpec spec) {
		return maps(spec, "");
	}

	/** What counts where the description tells none. */
	public int[] mapsOrUsual(DecoderSpec spec) {
		return maps(spec, value);
	}

	private int[] maps(DecoderSpec spec, String usual) {
		String told = spec.text(name, usual);
		List<String> numbers = Arrays.stream(told.split(","))
			.map(String::strip)
			.filter(s -> !s.isEmpty())
			.toList();
		for (String n : numbers)
			if (!n.matches("\\d{1,6}")) throw spec.wrong(name, allowed());
		return numbers.stream().mapToInt(Integer::parseInt).toArray();
	}

	/** "a, b or c" for the word "or". */
	public static String listed(List<String> words, String last) {
		int n = words.size();
		if (n < 2) return String.join("", words);
		return String.join(", ", words.subList(0, n - 1)) + " " + last + " " + words.get(n - 1);
	}
}
