package triptych.model.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
			v instanceof List<?> l ? String.join(",", strings(l)) : String.valueOf(v)));
		return texts;
	}

	String need(String key) {
		String value = text(key, "");
		if (value.isEmpty())
			throw new TriptychException("In " + where + " the key " + key + " is missing.");
		return value;
	}

	String text(String key, String fallback) {
		asked.add(key);
		return values.containsKey(key) ? String.valueOf(values.get(key)) : fallback;
	}

	/** The name of an enum constant, written in lower or upper case with "-" for "_". */
	<E extends Enum<E>> String choice(String key, String fallback, Class<E> type) {
		String value = text(key, fallback).replace('-', '_').toUpperCase(Locale.ROOT);
		List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
		if (value.isEmpty() || allowed.contains(value)) return value;
		String words = String.join(", ", allowed).toLowerCase(Locale.ROOT).replace('_', '-');
		throw new TriptychException("In " + where + " the key " + key + " is \"" + values.get(key)
			+ "\"; it can be " + words + ".");
	}

	/** A number, or a fraction such as 1/255. */
	double number(String key, double fallback) {
		asked.add(key);
		return values.containsKey(key) ? number(key, values.get(key)) : fallback;
	}

	double[] numbers(String key, double[] fallback, int count) {
		asked.add(key);
		Object value = values.get(key);
		if (value == null) return fallback;
		if (!(value instanceof List<?> list) || list.size() != count) {
			String example = Arrays.toString(Arrays.copyOf(new int[] { 1, 2, 3, 4 }, count));
			throw new TriptychException("In " + where + " the key " + key + " is " + value
				+ "; it must be a list of " + count + " numbers such as " + example + ".");
		}
		return list.stream().mapToDouble(v -> number(key, v)).toArray();
	}

	List<String> list(String key) {
		asked.add(key);
		Object value = values.get(key);
		if (value == null) return List.of();
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
		String text = String.valueOf(value).strip();
		try {
			int slash = text.indexOf('/');
			if (slash < 0) return Double.parseDouble(text);
			return Double.parseDouble(text.substring(0, slash))
				/ Double.parseDouble(text.substring(slash + 1));
		}
		catch (NumberFormatException e) {
			throw new TriptychException("In " + where + " the key " + key + " is \"" + value
				+ "\"; it must be a number.", e);
		}
	}

	private static List<String> strings(List<?> list) {
		List<String> strings = new ArrayList<>(list.size());
		for (Object o : list)
			strings.add(String.valueOf(o));
		return strings;
	}
}
