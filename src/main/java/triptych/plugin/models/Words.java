package triptych.plugin.models;

import java.awt.Color;

import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

/** Sentences in a window. */
final class Words {

	/** Red, green and blue of a dark ground, together. */
	private static final int DARK = 3 * 128;

	private static final Color ON_LIGHT = new Color(0xb0, 0, 0);
	private static final Color ON_DARK = new Color(0xff, 0x8a, 0x80);

	private Words() {}

	/** Text that is wrapped and cannot be typed into. */
	static JTextArea area() {
		JTextArea area = new JTextArea();
		area.setEditable(false);
		area.setFocusable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setOpaque(false);
		area.setColumns(60);
		// What is written into it must not scroll what it lies in.
		((DefaultCaret) area.getCaret()).setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
		return area;
	}

	/** For what is wrong. */
	static Color wrong() {
		Color ground = UIManager.getColor("Panel.background");
		boolean dark = ground != null && ground.getRed() + ground.getGreen() + ground.getBlue() < DARK;
		return dark ? ON_DARK : ON_LIGHT;
	}
}
