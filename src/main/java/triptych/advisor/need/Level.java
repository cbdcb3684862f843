package triptych.advisor.need;

import java.util.Locale;

import triptych.core.TriptychException;

/** What one answer belongs to: the image as a whole, objects in it, or its pixels. */
public enum Level {

	IMAGE, OBJECT, PIXEL, UNKNOWN;

	public boolean known() {
		return this != UNKNOWN;
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @param value image, object or pixel, or one of unknown, auto and nothing */
	public static Level of(String value) {
		return switch (value.strip().toLowerCase(Locale.ROOT)) {
			case "image" -> IMAGE;
			case "object" -> OBJECT;
			case "pixel" -> PIXEL;
			case "unknown", "auto", "" -> UNKNOWN;
			default -> throw new TriptychException(
				"level=" + value + ": say image, object or pixel, or leave it out.");
		};
	}
}
