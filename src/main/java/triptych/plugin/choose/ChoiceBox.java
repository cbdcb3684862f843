package triptych.plugin.choose;

import java.awt.Dimension;
import java.util.List;
import java.util.function.UnaryOperator;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;

/** Values of a key by their words, which change with the language; the blank value comes first. */
final class ChoiceBox extends JComboBox<ChoiceBox.Choice> {

	private static final long serialVersionUID = 1L;

	/** A value of a key and its words. */
	record Choice(String value, UnaryOperator<String> words) {

		@Override
		public String toString() {
			return words.apply(value);
		}
	}

	private final transient List<Choice> choices;
	private boolean layingOut;

	/** @param words for a value, asked whenever it is shown */
	ChoiceBox(List<String> values, UnaryOperator<String> words) {
		choices = values.stream().map(v -> new Choice(v, words)).toList();
		relabel();
		// Asks for the text below.
		setToolTipText("");
	}

	String value() {
		return ((Choice) getSelectedItem()).value();
	}

	/** Takes the words anew, which may be wider or narrower. */
	void relabel() {
		int selected = Math.max(0, getSelectedIndex());
		setModel(new DefaultComboBoxModel<>(choices.toArray(Choice[]::new)));
		setSelectedIndex(selected);
	}

	/** Where the field is too narrow for its words, they are read here. */
	@Override
	public String getToolTipText() {
		return String.valueOf(getSelectedItem());
	}

	@Override
	public void doLayout() {
		layingOut = true;
		super.doLayout();
		layingOut = false;
	}

	/** The list that drops down takes its width from here: as wide as its words. */
	@Override
	public Dimension getSize() {
		Dimension size = super.getSize();
		if (!layingOut) size.width = Math.max(size.width, getPreferredSize().width);
		return size;
	}
}
