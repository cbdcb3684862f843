package triptych.draft;

import java.util.Map;

/**
 * What a model gave for an image, read by one description.
 *
 * @param seen what its values are, in a sentence; blank where they tell nothing
 * @param hint why nothing was found, or what speaks against the description, with what would find
 *          more; blank where nothing does
 * @param proposed lines that fit its values better, by their places
 */
public record Trial(String seen, String hint, Map<String, String> proposed) {

	/** Where there is nothing to try, or nothing but a sentence. */
	public static Trial without(String hint) {
		return new Trial("", hint, Map.of());
	}
}
