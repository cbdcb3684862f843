package triptych.options;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.core.TriptychException;

/**
 * Between options records and text: reads a macro's options string with a tokenizer of its own (ImageJ's finds keys
 * inside values), fills a record, and writes the string that gives the same record again. The dialog, the terminal and
 * the README's tables come from the same {@link Key}s.
 */
public final class Options {

	private Options() {}

	/** The keys of a command, in the order of its record. */
	public static List<Key> keys(Class<? extends Record> type) {
		return Arrays.stream(type.getRecordComponents()).map(Key::of).toList();
	}

	/** Options from {@code key=value key=[value with blanks]}; a missing key means its default. */
	public static <T extends Record> T parse(Class<T> type, String macro) {
		return of(type, tokens(macro));
	}

	/** Options from values by key; a missing key means its default, an unknown one is an error. */
	public static <T extends Record> T of(Class<T> type, Map<String, String> given) {
		List<Key> keys = keys(type);
		for (String name : given.keySet())
			if (keys.stream().noneMatch(k -> k.name().equals(name))) throw new TriptychException("Unknown key \"" + name
				+ "\"; the keys of this command are " + keys.stream().map(Key::name).collect(Collectors.joining(", ")) + ".");
		Object[] values = keys.stream().map(k -> k.parse(given.getOrDefault(k.name(), k.fallback()))).toArray();
		try {
			Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
			Constructor<T> constructor = type.getDeclaredConstructor(types);
			return constructor.newInstance(values);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException("Options record " + type + " cannot be made", e);
		}
	}

	/** What is wrong with these values, in one sentence; blank where nothing is. */
	public static String problem(Class<? extends Record> type, Map<String, String> values) {
		try {
			of(type, values);
			return "";
		}
		catch (TriptychException e) {
			return e.getMessage();
		}
	}

	/** Every key with its value as a macro writes it. */
	public static Map<String, String> values(Record options) {
		Map<String, String> values = new LinkedHashMap<>();
		try {
			for (RecordComponent c : options.getClass().getRecordComponents())
				values.put(c.getName(), Key.of(c).write(c.getAccessor().invoke(options)));
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException("Options record " + options.getClass() + " cannot be read", e);
		}
		return values;
	}

	/** The options string of a macro; empty values are left out where they are the default. */
	public static String macro(Map<String, String> values) {
		return values.entrySet().stream().filter(e -> !e.getValue().isEmpty()).map(e -> e.getKey() + "=" + quoted(e
			.getValue())).collect(Collectors.joining(" "));
	}

	/** A value as it may stand in a macro: no {@code ]}, forward slashes in paths, brackets around blanks. */
	public static String quoted(String value) {
		String safe = value.replace('[', '(').replace(']', ')').replace('\\', '/');
		return safe.matches("[^\\s]+") ? safe : "[" + safe + "]";
	}

	/** Splits an options string into its keys and values. */
	public static Map<String, String> tokens(String macro) {
		Map<String, String> tokens = new LinkedHashMap<>();
		int i = 0, n = macro.length();
		while (i < n) {
			if (Character.isWhitespace(macro.charAt(i))) {
				i++;
				continue;
			}
			int start = i;
			while (i < n && macro.charAt(i) != '=' && !Character.isWhitespace(macro.charAt(i))) i++;
			String key = macro.substring(start, i);
			if (i >= n || macro.charAt(i) != '=') throw new TriptychException("The key \"" + key
				+ "\" has no value; write key=value, with [ ] around values that hold blanks.");
			int end;
			if (++i < n && macro.charAt(i) == '[') {
				end = macro.indexOf(']', ++i);
				if (end < 0) throw new TriptychException("The value of " + key + " starts with [ and never ends with ].");
			}
			else for (end = i; end < n && !Character.isWhitespace(macro.charAt(end));) end++;
			if (tokens.put(key, macro.substring(i, end)) != null) throw new TriptychException("The key " + key
				+ " is given twice.");
			i = end < n && macro.charAt(end) == ']' ? end + 1 : end;
		}
		return tokens;
	}
}
