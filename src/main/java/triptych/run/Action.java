package triptych.run;

import java.util.List;
import java.util.stream.Stream;

import triptych.core.TriptychException;
import triptych.options.CommandSpec;

/** A command that works on one image: a run of a model, or a step of the review after it. */
public sealed interface Action permits Verb, Review {

	/** What it is called and leaves. */
	CommandSpec spec();

	/** Its name in the terminal. */
	String key();

	/** Its name in the menu and in macros, such as {@code Detect Objects...}. */
	String command();

	/** The record of its keys. */
	Class<? extends Record> options();

	/** The end of the table's file name, blank where there is none. */
	String csv();

	/** The end of the label image's title and file name, blank where there is none. */
	String labels();

	/** True where the objects of each plane are counted and summed up in a row. */
	boolean summed();

	static List<Action> all() {
		return Stream.of(Verb.values(), Review.values()).flatMap(Stream::of).map(Action.class::cast).toList();
	}

	static Action of(String key) {
		return all().stream().filter(a -> a.key().equals(key)).findFirst().orElseThrow(() -> new TriptychException(
			"Unknown command \"" + key + "\"."));
	}
}
