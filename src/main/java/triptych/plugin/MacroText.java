package triptych.plugin;

import java.util.LinkedHashMap;
import java.util.Map;

import ij.Macro;
import ij.macro.Interpreter;
import triptych.core.TriptychException;
import triptych.options.Options;

/** The options a macro gave to run(), with the values of its variables put in. */
public final class MacroText {

	private MacroText() {}

	/** Null where the command was not called with options. */
	public static String options() {
		String options = Macro.getOptions();
		return options == null || options.isBlank() ? null : options;
	}

	/** Keys and values; {@code key=&name} takes the value of the macro variable. */
	public static Map<String, String> values(String options) {
		Map<String, String> values = new LinkedHashMap<>(Options.tokens(options));
		values.replaceAll(MacroText::meant);
		return values;
	}

	private static String meant(String key, String value) {
		return value.startsWith("&") ? variable(key, value.substring(1)) : value;
	}

	private static String variable(String key, String name) {
		Interpreter interpreter = Interpreter.getInstance();
		String value = interpreter == null ? null : interpreter.getVariableAsString(name);
		if (value == null) {
			throw new TriptychException("The key " + key + " asks for the macro variable \"" + name
				+ "\", which does not exist.");
		}
		return value;
	}
}
