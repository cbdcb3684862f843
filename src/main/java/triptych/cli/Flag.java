package triptych.cli;

import java.util.function.Supplier;

import triptych.options.Key;

/**
 * A flag of a verb.
 *
 * @param name with its dashes
 * @param label what its value is, blank where it has none
 * @param help put together only where it is shown
 */
record Flag(String name, String label, Supplier<String> help) {

	private static final String NUMBER = "NUMBER", VALUE = "VALUE";

	/** The flag that gives a key its value. */
	static Flag of(Key key) {
		return new Flag("--" + key.name(), key.isNumber() ? NUMBER : VALUE, () -> help(key));
	}

	private static String help(Key key) {
		String usual = key.fallback().isEmpty() ? "" : "; default " + key.fallback();
		return key.help() + " (" + key.allowed() + usual + ")";
	}

	static Flag of(String name, String label, String help) {
		return new Flag(name, label, () -> help);
	}

	static Flag number(String name, String help) {
		return new Flag(name, NUMBER, () -> help);
	}

	/** One that stands on the line or does not. */
	static Flag alone(String name, String help) {
		return new Flag(name, "", () -> help);
	}

	boolean hasValue() {
		return !label.isEmpty();
	}

	/** As it stands on a line. */
	String shown() {
		return hasValue() ? name + "=" + label : name;
	}
}
