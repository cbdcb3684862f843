package triptych.options;

/**
 * A choice instead of a checkbox: an absent checkbox would mean false in a macro, whatever its
 * default.
 */
public enum YesNo {
	NO, YES
}
