package triptych.model;

import java.util.Map;

import triptych.core.TriptychException;

/**
 * The output family of a model and its parameters, as a format wrote them down.
 *
 * @param where for sentences: what told it, such as "the description cells.triptych.yaml"
 */
public record DecoderSpec(String name, Map<String, String> parameters, String where) {

	/** Of a model that tells it itself. */
	public DecoderSpec(String name, Map<String, String> parameters) {
		this(name, parameters, "the model's description");
	}

	public String text(String key, String fallback) {
		return parameters.getOrDefault(key, fallback);
	}

	public int integer(String key, int fallback) {
		String value = parameters.get(key);
		if (value == null) return fallback;
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException e) {
			throw wrong(key, "a whole number");
		}
	}

	/** A finite number. */
	public double number(String key, double fallback) {
		String value = parameters.get(key);
		if (value == null) return fallback;
		try {
			double number = Double.parseDouble(value);
			if (Double.isFinite(number)) return number;
		}
		catch (NumberFormatException e) {
			// Told below, as what is no finite number.
		}
		throw wrong(key, "a number");
	}

	public boolean yes(String key, boolean fallback) {
		String value = parameters.get(key);
		if (value == null) return fallback;
		if (value.equals("yes") || value.equals("true")) return true;
		if (value.equals("no") || value.equals("false")) return false;
		throw wrong(key, "yes or no");
	}

	/** @param allowed what the key can be, in words */
	public TriptychException wrong(String key, String allowed) {
		String value = text(key, ""), is = value.isEmpty() ? "missing" : "\"" + value + "\"";
		return new TriptychException("In " + where + ", decoder, the key " + key + " is " + is
			+ "; it must be " + allowed + ".");
	}
}
