package triptych.plugin.choose;

import java.awt.Color;
import java.util.function.Supplier;

import javax.swing.JTextField;

import triptych.advice.GivenNumber;
import triptych.advisor.need.Words;
import triptych.options.Key;

/** A field for a number as people of a language write it; macros get it plain. */
final class NumberField extends JTextField {

	private static final long serialVersionUID = 1L;
	private static final Color WRONG = new Color(255, 205, 195);

	private final transient Key key;
	private final transient Supplier<Words> words;
	private final Color usual = getBackground(), letters = getForeground();

	/** @param words in the language that the window speaks now */
	NumberField(Key key, Supplier<Words> words) {
		super(8);
		this.key = key;
		this.words = words;
	}

	/** As a macro writes it. */
	String value() {
		return number().plain();
	}

	/** What is wrong, in the words of the window, and marks the field; blank where nothing is. */
	String problem() {
		String name = words.get().say("wrong.field", words.get().say("window." + key.name()));
		String wrong = number().problem(name);
		setBackground(wrong.isEmpty() ? usual : WRONG);
		setForeground(wrong.isEmpty() ? letters : Color.BLACK);
		return wrong;
	}

	private GivenNumber number() {
		return new GivenNumber(key, getText(), words.get());
	}
}
