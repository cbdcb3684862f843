package triptych.options;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import triptych.core.TriptychException;

/**
 * One key of a command: its name, default, meaning and allowed values, read off a component of the options record.
 */
public record Key(String name, Class<?> type, String fallback, String help, double min, double max, List<String> choices,
	String form)
{

	static Key of(RecordComponent component) {
		Option option = component.getAnnotation(Option.class);
		List<String> choices = List.of(option.choices());
		if (component.getType().isEnum() && choices.isEmpty()) choices = Arrays.stream(component.getType().getEnumConstants()).map(Key::word)
			.toList();
		return new Key(component.getName(), component.getType(), option.value(), option.help(), option.min(), option.max(),
			choices, option.form());
	}

	/** True for keys whose default comes from the model. */
	public boolean fromModel() {
		return fallback.equals("model");
	}

	public boolean isNumber() {
		return type == int.class || type == double.class || type == OptionalDouble.class;
	}

	/** Several of the choices, separated by commas. */
	public boolean isList() {
		return type == Set.class;
	}

	/** What may be written, in words. */
	public String allowed() {
		if (!form.isEmpty()) return form;
		if (isList()) return "one or more of " + String.join(", ", choices) + ", separated by commas";
		if (!choices.isEmpty()) return String.join(", ", choices);
		if (!isNumber()) return "text";
		String kind = type == int.class ? "a whole number" : "a number";
		if (Double.isInfinite(max)) return kind + (Double.isInfinite(min) ? "" : " from " + plain(min) + " up");
		return kind + " from " + plain(min) + " to " + plain(max);
	}

	/** The typed value of what the user wrote. */
	Object parse(String text) {
		if (type == OptionalDouble.class) return text.equals(fallback) && (fromModel() || text.isEmpty()) ? OptionalDouble
			.empty() : OptionalDouble.of(number(text));
		if (type == double.class) return number(text);
		if (type == int.class) {
			double n = number(text);
			if (n != Math.rint(n) || Math.abs(n) > Integer.MAX_VALUE) throw wrong(text);
			return (int) n;
		}
		if (type.isEnum()) for (Object constant : type.getEnumConstants())
			if (word(constant).equals(text) && choices.contains(text)) return constant;
		if (isList()) return list(text);
		if (!choices.isEmpty() && !choices.contains(text)) throw wrong(text);
		return text;
	}

	/** How a value of this key is written in a macro; nothing for a number that was left open. */
	String write(Object value) {
		return value instanceof OptionalDouble d && d.isEmpty() ? fallback : text(value);
	}

	private static String text(Object value) {
		if (value instanceof Enum<?> e) return word(e);
		if (value instanceof Set<?> set) return set.stream().map(Key::word).collect(Collectors.joining(","));
		if (value instanceof OptionalDouble d) return plain(d.getAsDouble());
		if (value instanceof Double d) return plain(d);
		return String.valueOf(value);
	}

	private Set<Output> list(String text) {
		Set<Output> set = new LinkedHashSet<>();
		for (String part : text.split(",")) {
			String word = part.strip();
			if (!choices.contains(word)) throw wrong(word);
			set.add(Output.valueOf(word.toUpperCase(Locale.ROOT)));
		}
		return set;
	}

	private double number(String text) {
		try {
			double n = Double.parseDouble(text.strip());
			if (n >= min && n <= max) return n;
		}
		catch (NumberFormatException e) {
			throw wrong(text);
		}
		throw wrong(text);
	}

	TriptychException wrong(String text) {
		return new TriptychException("The key " + name + " " + refusal(text));
	}

	private String refusal(String text) {
		return "has the value \"" + text + "\"; it must be " + (isNumber() || isList() || !form.isEmpty() ? allowed()
			: "one of " + allowed()) + ".";
	}

	/** Why a value cannot be taken, to follow the name that a window gives the key; blank where it can. */
	public String problem(String text) {
		try {
			parse(text);
			return "";
		}
		catch (TriptychException e) {
			return refusal(text);
		}
	}

	public static String plain(double d) {
		return d == Math.rint(d) && Math.abs(d) < 1e15 ? String.valueOf((long) d) : String.valueOf(d);
	}

	private static String word(Object constant) {
		return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
