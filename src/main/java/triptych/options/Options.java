package triptych.options;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import triptych.core.TriptychException;

/**
 * Between options records and text: fills a record from the text of its keys and writes the text
 * that gives the same record again. The dialog, the terminal and the documentation's tables come
 * from the same {@link Key}s.
 */
public final class Options {

	/** What a record is made of. Java takes its annotations apart anew whenever it is asked. */
	private record Parts(List<Key> keys, List<Method> accessors, Constructor<?> constructor) {

		static Parts of(Class<?> type) {
			RecordComponent[] components = type.getRecordComponents();
			Class<?>[] types = Arrays.stream(components)
				.map(RecordComponent::getType)
				.toArray(Class[]::new);
			try {
				return new Parts(Arrays.stream(components).map(Key::of).toList(),
					Arrays.stream(components).map(RecordComponent::getAccessor).toList(),
					type.getDeclaredConstructor(types));
			}
			catch (NoSuchMethodException e) {
				throw new IllegalStateException("Options record " + type + " cannot be made", e);
			}
		}
	}

	private static final ClassValue<Parts> PARTS = new ClassValue<>() {

		@Override
		protected Parts computeValue(Class<?> type) {
			return Parts.of(type);
		}
	};

	private Options() {}

	/** The keys of a command, in the order of its record. */
	public static List<Key> keys(Class<? extends Record> type) {
		return PARTS.get(type).keys();
	}

	/** Options from {@code key=value key=[value with blanks]}; a missing key means its default. */
	public static <T extends Record> T parse(Class<T> type, String macro) {
		return of(type, tokens(macro));
	}

	/** Options from values by key; a missing key means its default, an unknown one is an error. */
	public static <T extends Record> T of(Class<T> type, Map<String, String> given) {
		List<Key> keys = keys(type);
		List<String> names = keys.stream().map(Key::name).toList();
		for (String name : given.keySet())
			if (!names.contains(name))
				throw new TriptychException("Unknown key \"" + name + "\"; the keys of this command are "
					+ String.join(", ", names) + ".");
		Object[] values = keys.stream()
			.map(k -> k.parse(given.getOrDefault(k.name(), k.fallback())))
			.toArray();
		try {
			return type.cast(PARTS.get(type).constructor().newInstance(values));
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
		Parts parts = PARTS.get(options.getClass());
		try {
			for (int i = 0; i < parts.keys().size(); i++) {
				Key key = parts.keys().get(i);
				values.put(key.name(), key.write(parts.accessors().get(i).invoke(options)));
			}
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException("Options record " + options.getClass() + " cannot be read",
				e);
		}
		return values;
	}

	/** The options string of a macro; empty values are left out where they are the default. */
	public static String macro(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.filter(e -> !e.getValue().isEmpty())
			.map(e -> e.getKey() + "=" + MacroTokens.quoted(e.getValue()))
			.collect(Collectors.joining(" "));
	}

	/** The line of a macro that runs a command with these keys. */
	public static String line(String command, Map<String, String> values) {
		return "run(\"" + command + "\", \"" + macro(values) + "\");";
	}

	/** A value as it may stand in a macro: no {@code ]}, forward slashes, brackets around blanks. */
	public static String quoted(String value) {
		return MacroTokens.quoted(value);
	}

	/** Splits an options string into its keys and values. */
	public static Map<String, String> tokens(String macro) {
		return MacroTokens.of(macro);
	}
}
