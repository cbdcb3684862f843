package triptych.advisor.need;

import java.util.Locale;

import triptych.core.TriptychException;

/** The languages that questions are read in and advice is given in. */
public enum Language {

	EN, DE, FR, ES, ZH, JA;

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @param key two letters, such as de */
	public static Language of(String key) {
		for (Language l : values())
			if (l.key().equals(key.strip().toLowerCase(Locale.ROOT))) return l;
		throw new TriptychException(
			"language=" + key + ": say en, de, fr, es, zh or ja, or leave it out.");
	}
}
