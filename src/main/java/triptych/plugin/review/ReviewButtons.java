package triptych.plugin.review;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JPanel;

/** The buttons of a review, in two columns; each has a key. */
final class ReviewButtons extends JPanel {

	private static final long serialVersionUID = 1L;
	private static final int GAP = 4;

	/** @param help what it does, to follow "Key D: " */
	record Button(String name, char key, String help, Runnable work) {}

	private final transient Map<Character, JButton> buttons = new LinkedHashMap<>();

	/**
	 * @param correcting what corrects an image
	 * @param going what leads to another one
	 * @param pressed told what a button does, when it is pressed
	 */
	ReviewButtons(List<Button> correcting, JPanel between, List<Button> going,
		Consumer<Runnable> pressed)
	{
		super(new BorderLayout(2 * GAP, 2 * GAP));
		add(column(correcting, pressed), BorderLayout.NORTH);
		add(between, BorderLayout.CENTER);
		add(column(going, pressed), BorderLayout.SOUTH);
	}

	private JPanel column(List<Button> some, Consumer<Runnable> pressed) {
		JPanel two = new JPanel(new GridLayout(0, 2, GAP, GAP));
		for (Button each : some) {
			JButton button = new JButton(each.name() + " (" + each.key() + ")");
			button.setToolTipText("Key " + each.key() + ": " + each.help());
			button.addActionListener(e -> pressed.accept(each.work()));
			// The image keeps the keyboard.
			button.setFocusable(false);
			buttons.put(each.key(), button);
			two.add(button);
		}
		return two;
	}

	/** Presses the button of a key; false where it is the key of none. */
	boolean press(char key) {
		JButton button = buttons.get(key);
		if (button == null) return false;
		button.doClick(0);
		return true;
	}

	void enableAll(boolean enabled) {
		buttons.values().forEach(b -> b.setEnabled(enabled));
	}
}
