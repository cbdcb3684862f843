package triptych.engine;

import java.util.Locale;

import triptych.core.TriptychException;

/** The device that a user asked for: auto, cpu, gpu or gpu:N. */
public record Device(Kind kind, int index) {

	/** Auto takes a usable GPU, else the CPU, and says why. */
	public enum Kind { AUTO, CPU, GPU }

	public static Device of(String key) {
		if (key.equals("auto")) return new Device(Kind.AUTO, 0);
		if (key.equals("cpu")) return new Device(Kind.CPU, 0);
		if (key.equals("gpu")) return new Device(Kind.GPU, 0);
		if (key.matches("gpu:\\d{1,3}"))
			return new Device(Kind.GPU, Integer.parseInt(key.substring(4)));
		throw new TriptychException(
			"device=" + key + " is not known; it can be auto, cpu, gpu or gpu:N.");
	}

	/** As a macro writes it. */
	@Override
	public String toString() {
		String word = kind.name().toLowerCase(Locale.ROOT);
		return index == 0 ? word : word + ":" + index;
	}
}
