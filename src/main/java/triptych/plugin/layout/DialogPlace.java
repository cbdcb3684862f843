package triptych.plugin.layout;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.List;
import java.util.stream.Stream;

import ij.gui.GUI;
import ij.gui.GenericDialog;
import ij.gui.ImageWindow;

/**
 * Keeps a dialog on the screen, with all of its buttons, and off the image that it works on. What
 * is taller or wider than the screen can be scrolled; an image without room beside the dialog is
 * shown smaller until the dialog is closed.
 */
public final class DialogPlace {

	/** Between the dialog and the image. */
	private static final int GAP = 10;

	/** Pixels of the screen; an image that would have fewer stays as it is. */
	private static final int LEAST = 100;

	private final Window dialog;
	/** Null where there is no image. */
	private final AsideWindow image;
	/** Null while all rows fit the screen. */
	private ScrolledRows scrolled;

	/**
	 * @param dialog of ImageJ's, whose rows can be scrolled, or a window that does it itself
	 * @param window of the image, null where there is none
	 */
	public DialogPlace(Window dialog, ImageWindow window) {
		this.dialog = dialog;
		image = window == null ? null : new AsideWindow(window);
	}

	/** Lets the dialog take the room of what is in sight now. */
	public void fit() {
		if (dialog.isShowing()) dialog.pack();
	}

	/** Called by the dialog whenever it has been packed, before it is seen. */
	public void packed() {
		within(GUI.getMaxWindowBounds(dialog));
	}

	void within(Rectangle screen) {
		if (scrolled == null && dialog instanceof GenericDialog rows && !fits(tallest(), screen))
			scrolled = new ScrolledRows(rows);
		if (scrolled != null) scrolled.within(screen);
		if (image != null) beside(screen);
		else if (dialog.isShowing()) onto(screen);
	}

	private static boolean fits(Dimension size, Rectangle screen) {
		return size.width <= screen.width && size.height <= screen.height;
	}

	/** With all rows in sight that are folded away now. */
	private Dimension tallest() {
		List<Component> hidden =
			Stream.of(dialog.getComponents()).filter(row -> !row.isVisible()).toList();
		hidden.forEach(row -> row.setVisible(true));
		Dimension size = dialog.getPreferredSize();
		hidden.forEach(row -> row.setVisible(false));
		return size;
	}

	private void onto(Rectangle screen) {
		int lowest = Math.max(screen.y, screen.y + screen.height - dialog.getHeight());
		int rightmost = Math.max(screen.x, screen.x + screen.width - dialog.getWidth());
		dialog.setLocation(Math.min(dialog.getX(), rightmost), Math.min(dialog.getY(), lowest));
	}

	/** On the right of the image where there is room, else on its left, else with it moved away. */
	private void beside(Rectangle screen) {
		int width = dialog.getWidth(), room = screen.width - width - GAP;
		if (room >= LEAST) image.shrinkTo(room);
		Rectangle shown = image.bounds();
		int lowest = Math.max(screen.y, screen.y + screen.height - dialog.getHeight());
		int y = Math.max(screen.y, Math.min(shown.y, lowest));
		int right = shown.x + shown.width + GAP, left = shown.x - GAP - width;
		boolean free = dialog.isShowing() && !dialog.getBounds().intersects(shown);
		if (free) onto(screen);
		if (free && !dialog.getBounds().intersects(shown)) return;
		if (right + width <= screen.x + screen.width) dialog.setLocation(right, y);
		else if (left >= screen.x) dialog.setLocation(left, y);
		else {
			image.moveTo(screen.x);
			dialog.setLocation(Math.max(screen.x, screen.x + screen.width - width), y);
		}
	}

	/** The image is shown again as it was. */
	public void close() {
		if (image != null) image.restore();
	}
}
