package triptych.model;

import java.util.Map;

import triptych.core.TriptychException;

/** The output family of a model and its parameters, as a format wrote them down. */
public record DecoderSpec(String name, Map<String, String> parameters) {

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
			throw new TriptychException("The model's description gives decoder " + key + " \"" + value
				+ "\"; it must be a whole number.");
		}
	}

	public double number(String key, double fallback) {
		String value = parameters.get(key);
		if (value == null) return fallback;
		try {
			return Double.parseDouble(value);
		}
		catch (NumberFormatException e) {
			throw new TriptychException("The model's description gives decoder " + key + " \"" + value
				+ "\"; it must be a number.", e);
		}
	}

	public boolean yes(String key, boolean fallback) {
		String value = parameters.get(key);
		if (value == null) return fallback;
		if (value.equals("yes") || value.equals("true")) return true;
		if (value.equals("no") || value.equals("false")) return false;
		throw new TriptychException("The model's description gives decoder " + key + " \"" + value
			+ "\"; it must be yes or no.");
	}
}
