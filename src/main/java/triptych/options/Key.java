package triptych.options;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import triptych.core.TriptychException;
import triptych.engine.Device;
import triptych.pipeline.tiles.TileSize;

/**
 * One key of a command: its name, default, meaning and allowed values, read off a component of the
 * options record.
 */
public record Key(String name, Class<?> type, String fallback, String help, double min, double max,
	List<String> choices, String form)
{

	/** How the text of a key becomes a value of its type; the value's toString writes it again. */
	private static final Map<Class<?>, BiFunction<Key, String, Object>> PARSERS = Map.of(
		PlaneRange.class, (key, text) -> PlaneRange.parse(key.name(), text), Device.class,
		(key, text) -> Device.of(text), TileSize.class, (key, text) -> TileSize.of(text),
		ChannelList.class, (key, text) -> ChannelList.parse(text), ClassLimits.class,
		(key, text) -> ClassLimits.parse(text), NameList.class, (key, text) -> NameList.parse(text),
		ObjectOrigin.class, (key, text) -> ObjectOrigin.parse(text));

	static Key of(RecordComponent component) {
		Option option = component.getAnnotation(Option.class);
		Class<?> type = component.getType();
		List<String> choices = List.of(option.choices());
		if (type.isEnum() && choices.isEmpty()) {
			choices = Arrays.stream(type.getEnumConstants()).map(Key::word).toList();
		}
		return new Key(component.getName(), type, option.value(), option.help(), option.min(),
			option.max(), choices, option.form());
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
		String words = String.join(", ", choices);
		if (isList()) return "one or more of " + words + ", separated by commas";
		if (!choices.isEmpty()) return words;
		if (!isNumber()) return "text";
		String kind = type == int.class ? "a whole number" : "a number";
		if (!Double.isInfinite(max)) return kind + " from " + plain(min) + " to " + plain(max);
		return Double.isInfinite(min) ? kind : kind + " from " + plain(min) + " up";
	}

	/** The typed value of what the user wrote. */
	Object parse(String text) {
		if (type == OptionalDouble.class) return optional(text);
		if (type == double.class) return number(text);
		if (type == int.class) return whole(text);
		if (type.isEnum()) return constant(text);
		if (isList()) return list(text);
		BiFunction<Key, String, Object> parser = PARSERS.get(type);
		if (parser != null) return parser.apply(this, text);
		if (!choices.isEmpty() && !choices.contains(text)) throw wrong(text);
		return text;
	}

	private OptionalDouble optional(String text) {
		boolean open = text.equals(fallback) && (fromModel() || text.isEmpty());
		return open ? OptionalDouble.empty() : OptionalDouble.of(number(text));
	}

	private int whole(String text) {
		double n = number(text);
		if (n != Math.rint(n) || Math.abs(n) > Integer.MAX_VALUE) throw wrong(text);
		return (int) n;
	}

	private Object constant(String text) {
		for (Object constant : type.getEnumConstants())
			if (word(constant).equals(text) && choices.contains(text)) return constant;
		throw wrong(text);
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

	/** How a value of this key is written in a macro; nothing for a number that was left open. */
	String write(Object value) {
		return value instanceof OptionalDouble d && d.isEmpty() ? fallback : text(value);
	}

	private static String text(Object value) {
		if (value instanceof Enum<?> e) return word(e);
		if (value instanceof Set<?> set) {
			return set.stream().map(Key::word).collect(Collectors.joining(","));
		}
		if (value instanceof OptionalDouble d) return plain(d.getAsDouble());
		if (value instanceof Double d) return plain(d);
		return String.valueOf(value);
	}

	TriptychException wrong(String text) {
		return new TriptychException("The key " + name + " " + refusal(text));
	}

	private String refusal(String text) {
		boolean sentence = isNumber() || isList() || !form.isEmpty();
		String what = sentence ? allowed() : "one of " + allowed();
		return "has the value \"" + text + "\"; it must be " + what + ".";
	}

	/**
	 * Why a value cannot be taken, to follow the name that a window gives the key; blank where it
	 * can.
	 */
	public String problem(String text) {
		try {
			parse(text);
			return "";
		}
		catch (TriptychException e) {
			return refusal(text);
		}
	}

	/** A number as a macro holds it: no digit is lost, and a whole number has no point. */
	public static String plain(double d) {
		boolean whole = d == Math.rint(d) && Math.abs(d) < 1e15;
		return whole ? String.valueOf((long) d) : String.valueOf(d);
	}

	private static String word(Object constant) {
		return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
