package triptych.advisor;

import java.util.Locale;

/** The questions that decide between the tasks; their names are the macro keys that answer them. */
public enum Need {

	LEVEL("Is one answer per image enough, do you need objects (where, how many), or pixels (exact shape, area)?"),
	SEVERAL("Can more than one label be right for one image?"),
	ONE("Is there always exactly one object in every image?"),
	INDIVIDUALS("Must every object be told apart, even where they touch, or is the total area enough?"),
	SIZE("Do you need size, shape or outline of each object, or only number and position?"),
	BACKGROUND("Must the background regions be labelled as well?");

	private final String question;

	Need(String question) {
		this.question = question;
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The question in plain words. */
	public String question() {
		return question;
	}

	public static Need of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT));
	}
}
