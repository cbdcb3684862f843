package triptych.architecture.planted.run;

import java.util.function.Consumer;

import ij.IJ;

/** Breaks the silence below the doors, by a reference to a method. */
public class WritesALog {

	Consumer<String> log() {
		return IJ::log;
	}
}
