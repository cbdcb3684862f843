package triptych.architecture.planted.run;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import ij.IJ;

/** Breaks the silence below the doors, by a reference to a method. */
public class WritesALog {

	Consumer<String> log() {
		return IJ::log;
	}

	/** Breaks the rule on languages by a reference, and keeps it with a language. */
	UnaryOperator<String> small() {
		String.format(Locale.ROOT, "%d", 1);
		return String::toLowerCase;
	}
}
