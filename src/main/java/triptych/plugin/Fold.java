package triptych.plugin;

import java.awt.Button;
import java.awt.Component;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

import ij.gui.GUI;
import ij.gui.GenericDialog;

/** The rows of a dialog that are out of sight until a button is pressed. */
final class Fold {

	private static final String MORE = "More keys...", FEWER = "Fewer keys";

	private final GenericDialog dialog;
	private final Button button = new Button(MORE);
	private final List<Component> rows = new ArrayList<>();
	private boolean open;

	Fold(GenericDialog dialog) {
		this.dialog = dialog;
		button.addActionListener(e -> open(!open));
		WideRow.add(dialog, button);
	}

	/** Takes what has been added to the dialog since then. */
	void takeFrom(int first) {
		for (int i = first; i < dialog.getComponentCount(); i++) {
			rows.add(dialog.getComponent(i));
			dialog.getComponent(i).setVisible(open);
		}
	}

	/** Shows the rows or hides them. */
	void open(boolean wanted) {
		if (wanted == open) return;
		open = wanted;
		button.setLabel(open ? FEWER : MORE);
		rows.forEach(row -> row.setVisible(open));
		fit(dialog);
	}

	/** Lets a dialog take the room of what is in sight now, and keeps it on the screen. */
	static void fit(GenericDialog dialog) {
		if (!dialog.isShowing()) return;
		dialog.pack();
		Rectangle screen = GUI.getMaxWindowBounds(dialog), bounds = dialog.getBounds();
		int lowest = Math.max(screen.y, screen.y + screen.height - bounds.height);
		int rightmost = Math.max(screen.x, screen.x + screen.width - bounds.width);
		dialog.setLocation(Math.min(bounds.x, rightmost), Math.min(bounds.y, lowest));
	}
}
