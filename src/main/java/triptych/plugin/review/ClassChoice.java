package triptych.plugin.review;

import java.awt.GridLayout;
import java.util.List;

import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;

import triptych.review.ReviewKind;

/** The list of classes; the first nine have a key each, and stand behind its number. */
final class ClassChoice extends JPanel {

	private static final long serialVersionUID = 1L;
	/** The number keys. */
	static final int KEYS = 9;

	private final JComboBox<String> list = new JComboBox<>();
	private final boolean always;
	private List<String> names = List.of();

	ClassChoice(ReviewKind kind) {
		super(new GridLayout(0, 1));
		always = kind == ReviewKind.ANSWERS || kind == ReviewKind.REGIONS;
		add(new JLabel(switch (kind) {
			case OBJECTS, BOXES -> "Class of what is added";
			case REGIONS -> "Class to paint";
			case ANSWERS -> "Class";
		}));
		add(list);
	}

	/** Keeps the class that was chosen, which the next image mostly needs too. */
	void set(List<String> classes) {
		String before = chosen();
		names = classes;
		list.removeAllItems();
		for (int i = 0; i < names.size(); i++)
			list.addItem(i < KEYS ? i + 1 + "  " + names.get(i) : names.get(i));
		if (names.contains(before)) list.setSelectedIndex(names.indexOf(before));
		setVisible(always || names.size() > 1);
	}

	/** Blank where there is no class yet. */
	String chosen() {
		int at = list.getSelectedIndex();
		return at < 0 || at >= names.size() ? "" : names.get(at);
	}

	void choose(String name) {
		if (names.contains(name)) list.setSelectedIndex(names.indexOf(name));
	}

	/** @return false where no class has this number */
	boolean choose(int number) {
		if (number < 1 || number > Math.min(KEYS, names.size())) return false;
		list.setSelectedIndex(number - 1);
		return true;
	}
}
