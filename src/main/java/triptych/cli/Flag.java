package triptych.cli;

import triptych.options.Key;

/**
 * A flag of a verb.
 *
 * @param name with its dashes
 * @param label what its value is, blank where it has none
 */
record Flag(String name, String label, String help) {

	private static final String NUMBER = "NUMBER", VALUE = "VALUE";

	/** The flag that gives a key its value. */
	static Flag of(Key key) {
		String usual = key.fallback().isEmpty() ? "" : "; default " + key.fallback();
		return new Flag("--" + key.name(), key.isNumber() ? NUMBER : VALUE,
			key.help() + " (" + key.allowed() + usual + ")");
	}

	static Flag number(String name, String help) {
		return new Flag(name, NUMBER, help);
	}

	/** One that stands on the line or does not. */
	static Flag alone(String name, String help) {
		return new Flag(name, "", help);
	}

	boolean hasValue() {
		return !label.isEmpty();
	}

	/** As it stands on a line. */
	String shown() {
		return hasValue() ? name + "=" + label : name;
	}
}
