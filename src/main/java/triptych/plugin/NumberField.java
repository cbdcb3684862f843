package triptych.plugin;

import java.awt.Color;
import java.util.regex.Pattern;

import javax.swing.JTextField;

import triptych.options.Key;

/** A field for a number as people write it, with separators between thousands; macros take none. */
public final class NumberField extends JTextField {

	private static final long serialVersionUID = 1L;
	private static final Color WRONG = new Color(255, 205, 195);
	private static final Pattern THOUSANDS = Pattern.compile(
		"\\d{1,3}([,' \u2019\u00a0\u202f]\\d{3})+(\\.\\d+)?");

	private final transient Key key;
	private final String words;
	private final Color usual = getBackground();

	/** @param words beside the field */
	public NumberField(Key key, String words) {
		super(8);
		this.key = key;
		this.words = words;
	}

	/** As a macro writes it. */
	public String value() {
		String typed = getText().strip();
		return THOUSANDS.matcher(typed).matches() ? typed.replaceAll("[^\\d.]", "") : typed;
	}

	/** What is wrong, in the words of the window, and marks the field; blank where nothing is. */
	public String problem() {
		String wrong = key.problem(value());
		setBackground(wrong.isEmpty() ? usual : WRONG);
		return wrong.isEmpty() ? "" : "\"" + words + "\" " + wrong;
	}
}
