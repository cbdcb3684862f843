package triptych.plugin.layout;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;

import ij.gui.GenericDialog;

/** Rows of a dialog that are as wide as two of its fields. */
public final class WideRow {

	private WideRow() {}

	/** Adds a row of these parts. */
	public static void add(GenericDialog dialog, Component... parts) {
		Panel row = new Panel();
		for (Component part : parts)
			row.add(part);
		dialog.addPanel(row);
		widen(dialog, row);
	}

	/** Lets a component take the rest of its row. */
	public static void widen(GenericDialog dialog, Component part) {
		GridBagLayout grid = (GridBagLayout) dialog.getLayout();
		GridBagConstraints place = grid.getConstraints(part);
		place.gridwidth = GridBagConstraints.REMAINDER;
		grid.setConstraints(part, place);
	}
}
