package triptych.plugin.layout;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.ScrollPane;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;

import ij.gui.GenericDialog;

/**
 * The rows of a dialog in a pane that scrolls. What is wrong and the buttons stay below it, always
 * in sight.
 */
final class ScrolledRows {

	/** The last rows: the note on what is wrong, and the buttons. */
	private static final int STAY = 2;

	/** Of the pane's edge, all sides. */
	private static final int EDGE = 8;

	private final GenericDialog dialog;
	private final Panel rows = new Panel();
	private final ScrollPane pane = new ScrollPane(ScrollPane.SCROLLBARS_AS_NEEDED);

	ScrolledRows(GenericDialog dialog) {
		this.dialog = dialog;
		GridBagLayout from = (GridBagLayout) dialog.getLayout(), to = new GridBagLayout();
		rows.setLayout(to);
		Component[] all = dialog.getComponents();
		for (int i = 0; i < all.length - STAY; i++) {
			GridBagConstraints place = from.getConstraints(all[i]);
			dialog.remove(all[i]);
			rows.add(all[i], place);
			follow(all[i]);
		}
		pane.add(rows);
		GridBagConstraints place = new GridBagConstraints();
		place.gridx = 0;
		place.gridy = 0;
		place.gridwidth = GridBagConstraints.REMAINDER;
		dialog.add(pane, place, 0);
	}

	/** The field that is typed into is in sight. */
	private void follow(Component part) {
		if (part instanceof Container inside)
			for (Component c : inside.getComponents())
				follow(c);
		part.addFocusListener(new FocusAdapter() {

			@Override
			public void focusGained(FocusEvent e) {
				scrollTo(part);
			}
		});
	}

	private void scrollTo(Component part) {
		int y = 0;
		for (Component c = part; c != null && c != rows; c = c.getParent())
			y += c.getY();
		int top = pane.getScrollPosition().y, height = pane.getViewportSize().height;
		if (y < top) pane.setScrollPosition(pane.getScrollPosition().x, y);
		int bottom = y + part.getHeight() - height;
		if (bottom > top) pane.setScrollPosition(pane.getScrollPosition().x, bottom);
	}

	/** Lets the pane have what the screen leaves beside the buttons. */
	void within(Rectangle screen) {
		Dimension wanted = rows.getPreferredSize();
		Insets border = dialog.getInsets();
		int most = screen.height - border.top - border.bottom - below();
		int widest = screen.width - border.left - border.right;
		int width = wanted.width + EDGE, height = wanted.height + EDGE;
		if (height > most) width += pane.getVScrollbarWidth();
		if (width > widest) height += pane.getHScrollbarHeight();
		Dimension size = new Dimension(Math.min(width, widest), Math.min(height, most));
		pane.setPreferredSize(size);
		pane.setMinimumSize(size);
		pane.invalidate();
		Dimension whole = dialog.getPreferredSize();
		if (!whole.equals(dialog.getSize())) dialog.setSize(whole);
		dialog.validate();
	}

	private int below() {
		int height = 0;
		Component[] all = dialog.getComponents();
		for (int i = all.length - STAY; i < all.length; i++) {
			Insets around = ((GridBagLayout) dialog.getLayout()).getConstraints(all[i]).insets;
			height += around.top + all[i].getPreferredSize().height + around.bottom;
		}
		return height;
	}
}
