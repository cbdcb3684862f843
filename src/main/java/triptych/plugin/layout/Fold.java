package triptych.plugin.layout;

import java.awt.Button;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;

import ij.gui.GenericDialog;

/** The rows of a dialog that are out of sight until a button is pressed. */
public final class Fold {

	private static final String MORE = "More keys...", FEWER = "Fewer keys";

	private final GenericDialog dialog;
	private final DialogPlace place;
	private final Button button = new Button(MORE);
	private final List<Component> rows = new ArrayList<>();
	private boolean open;

	/** @param place of the dialog, which grows and shrinks with the rows in sight */
	public Fold(GenericDialog dialog, DialogPlace place) {
		this.dialog = dialog;
		this.place = place;
		button.addActionListener(e -> open(!open));
		WideRow.add(dialog, button);
	}

	/** Takes what has been added to the dialog since then. */
	public void takeFrom(int first) {
		for (int i = first; i < dialog.getComponentCount(); i++) {
			rows.add(dialog.getComponent(i));
			dialog.getComponent(i).setVisible(open);
		}
	}

	/** Shows the rows or hides them. */
	public void open(boolean wanted) {
		if (wanted == open) return;
		open = wanted;
		button.setLabel(open ? FEWER : MORE);
		rows.forEach(row -> row.setVisible(open));
		place.fit();
	}
}
