package triptych.model.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import triptych.core.Numbers;
import triptych.core.TriptychException;

/**
 * The keys of one section of a description; it remembers which were asked for, so that
 * {@link #done} finds slips.
 */
final class DescriptionKeys {

	private final String where;
	private final Map<String, Object> values;
	private final Set<String> asked = new LinkedHashSet<>();

	DescriptionKeys(String where, Map<String, Object> values) {
		this.where = where;
		this.values = values;
	}

	/** Those of a value that YAML has read, which must be lines of keys. */
	static Map<String, Object> values(String where, Object yaml) {
		if (!(yaml instanceof Map<?, ?> map)) throw new TriptychException("In " + where
			+ " there must be lines of the form key: value.");
		Map<String, Object> values = new LinkedHashMap<>();
		map.forEach((k, v) -> values.put(String.valueOf(k), v));
		return values;
	}

	/** The named section, empty where it is missing. */
	DescriptionKeys section(String key) {
		asked.add(key);
		String inside = where + ", " + key;
		return new DescriptionKeys(inside, values(inside, values.getOrDefault(key, Map.of())));
	}

	Map<String, String> texts() {
		Map<String, String> texts = new LinkedHashMap<>();
		values.forEach((k, v) -> texts.put(k,
			v instanceof List<?> l ? String.join(",", strings(l)) : word(k, v)));
		return texts;
	}

	/** YAML gives null for a key without a value, and maps for keys that are indented below it. */
	private String word(String key, Object value) {
		if (value != null && !(value instanceof Iterable<?>) && !(value instanceof Map<?, ?>))
			return String.valueOf(value);
		String what = value == null ? "has no value" : "holds a list or a section";
		throw new TriptychException("In " + where + " the key " + key + " " + what
			+ "; it must be one word or number, or the line be deleted.");
	}

	String need(String key) {
		String value = text(key, "");
		if (value.isEmpty())
			throw new TriptychException("In " + where + " the key " + key + " is missing.");
		return value;
	}

	String text(String key, String fallback) {
		asked.add(key);
		return values.containsKey(key) ? word(key, values.get(key)) : fallback;
	}

	/** The name of an enum constant, written in lower or upper case with "-" for "_". */
	<E extends Enum<E>> String choice(String key, String fallback, Class<E> type) {
		boolean told = values.containsKey(key);
		String value = text(key, fallback).replace('-', '_').toUpperCase(Locale.ROOT);
		List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
		if (!told || allowed.contains(value)) return value;
		String words = String.join(", ", allowed).toLowerCase(Locale.ROOT).replace('_', '-');
		throw new TriptychException("In " + where + " the key " + key + " is \"" + values.get(key)
			+ "\"; it can be " + words + ".");
	}

	/** A number, or a fraction such as 1/255; finite. */
	double number(String key, double fallback) {
		asked.add(key);
		return values.containsKey(key) ? number(key, values.get(key)) : fallback;
	}

	/** The same, from {@code least} to {@code most}; the fallback may be any. */
	double number(String key, double fallback, double least, double most) {
		double value = number(key, fallback);
		boolean fits = value >= least && value <= most;
		if (!values.containsKey(key) || fits) return value;
		throw wrong(key, "a number from " + Numbers.rounded(least) + " to " + Numbers.rounded(most));
	}

	/** A number without a fraction. */
	int whole(String key, int fallback, int least, int most) {
		double value = number(key, fallback);
		boolean fits = value == Math.rint(value) && value >= least && value <= most;
		if (!values.containsKey(key) || fits) return (int) value;
		throw wrong(key, "a whole number from " + least + " to " + most);
	}

	/** What is wrong with the value of a key, which is there. */
	TriptychException wrong(String key, String allowed) {
		return new TriptychException("In " + where + " the key " + key + " is " + values.get(key)
			+ "; it must be " + allowed + ".");
	}

	double[] numbers(String key, double[] fallback, int count) {
		asked.add(key);
		Object value = values.get(key);
		if (!values.containsKey(key)) return fallback;
		if (!(value instanceof List<?> list) || list.size() != count) {
			String example = Arrays.toString(Arrays.copyOf(new int[] { 1, 2, 3, 4 }, count));
			throw new TriptychException("In " + where + " the key " + key + " is " + value
				+ "; it must be a list of " + count + " numbers such as " + example + ".");
		}
		return list.stream().mapToDouble(v -> number(key, v)).toArray();
	}

	/** The numbers of a list of any length; empty where there is none. */
	double[] each(String key) {
		asked.add(key);
		if (!(values.get(key) instanceof List<?> list)) return new double[0];
		return list.stream().mapToDouble(v -> number(key, v)).toArray();
	}

	List<String> list(String key) {
		asked.add(key);
		Object value = values.get(key);
		if (!values.containsKey(key)) return List.of();
		if (value instanceof List<?> list) return strings(list);
		throw new TriptychException("In " + where + " the key " + key + " is \"" + value
			+ "\"; it must be a list such as [cell, debris].");
	}

	/** To be called when all known keys have been asked for. */
	void done() {
		for (String key : values.keySet())
			if (!asked.contains(key)) throw new TriptychException("In " + where + " the key " + key
				+ " is unknown; known are " + String.join(", ", asked) + ".");
	}

	private double number(String key, Object value) {
		String text = word(key, value).strip();
		try {
			int slash = text.indexOf('/');
			double number = Double.parseDouble(slash < 0 ? text : text.substring(0, slash));
			if (slash >= 0) number /= Double.parseDouble(text.substring(slash + 1));
			if (Double.isFinite(number)) return number;
		}
		catch (NumberFormatException e) {
			// Told below, as what is no finite number.
		}
		throw new TriptychException("In " + where + " the key " + key + " is \"" + value
			+ "\"; it must be a number.");
	}

	private static List<String> strings(List<?> list) {
		List<String> strings = new ArrayList<>(list.size());
		for (Object o : list)
			strings.add(String.valueOf(o));
		return strings;
	}
}
