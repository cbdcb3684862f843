package triptych.command;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;

/**
 * The keys of a Command: its inputs that are text. One that is left out is left out here too, and
 * means its default.
 */
final class TextInputs {

	private TextInputs() {}

	static Map<String, String> of(Command command) {
		Map<String, String> keys = new LinkedHashMap<>();
		for (Class<?> c = command.getClass(); c != Object.class; c = c.getSuperclass())
			for (Field f : c.getDeclaredFields())
				if (f.isAnnotationPresent(Parameter.class) && f.getType() == String.class) {
					String value = value(command, f);
					if (value != null && !value.isEmpty()) keys.put(f.getName(), value);
				}
		return keys;
	}

	private static String value(Command command, Field field) {
		try {
			field.setAccessible(true);
			return (String) field.get(command);
		}
		catch (IllegalAccessException e) {
			throw new IllegalStateException("Own field " + field + " cannot be read", e);
		}
	}
}
