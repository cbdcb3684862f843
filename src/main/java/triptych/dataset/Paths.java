package triptych.dataset;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import triptych.core.TriptychException;

/** Paths as keys give them. */
final class Paths {

	private Paths() {}

	/** @throws TriptychException naming the key where nothing or no path is given */
	static Path of(String key, String value) {
		if (value.isEmpty())
			throw new TriptychException("The key " + key + " must be given: a file or a folder.");
		try {
			return Path.of(value);
		}
		catch (InvalidPathException e) {
			throw new TriptychException(
				"The key " + key + " has the value \"" + value + "\"; it must be a file or a folder.", e);
		}
	}
}
