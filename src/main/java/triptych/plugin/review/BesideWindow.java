package triptych.plugin.review;

import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Window;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GUI;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

/** Puts windows beside each other: the review at the right edge, the image in what is left. */
final class BesideWindow {

	private static final int GAP = 8;

	private BesideWindow() {}

	/** At the right edge of the screen, no taller than that; below ImageJ's own window if it can. */
	static void atTheRight(Window window) {
		Rectangle screen = GUI.getMaxWindowBounds();
		int height = Math.min(window.getHeight(), screen.height - 2 * GAP);
		window.setSize(window.getWidth(), height);
		int x = screen.x + screen.width - window.getWidth() - GAP, y = screen.y + GAP;
		ImageJ bar = IJ.getInstance();
		boolean over = bar != null && bar.isVisible() && bar.getX() + bar.getWidth() > x;
		int below = over ? bar.getY() + bar.getHeight() + GAP : y;
		window.setLocation(x, below + height <= screen.y + screen.height ? below : y);
	}

	/** As large as the screen allows beside the window. */
	static void fit(ImagePlus whole, Window beside) {
		ImageWindow window = whole.getWindow();
		if (window == null) return;
		Rectangle screen = GUI.getMaxWindowBounds();
		ImageJ bar = IJ.getInstance();
		int top = bar == null ? screen.y : Math.min(bar.getY() + bar.getHeight(), screen.height / 3);
		Dimension room = new Dimension(beside.getX() - screen.x - 2 * GAP, screen.y + screen.height
			- top - 2 * GAP);
		Insets edges = window.getInsets();
		ImageCanvas canvas = window.getCanvas();
		int across = room.width - edges.left - edges.right - 2 * GAP;
		int down = room.height - edges.top - edges.bottom - 2 * GAP;
		double zoom = Math.min((double) across / whole.getWidth(), (double) down / whole.getHeight());
		canvas.setSourceRect(new Rectangle(whole.getWidth(), whole.getHeight()));
		canvas.setMagnification(zoom);
		canvas.setSize((int) (whole.getWidth() * zoom), (int) (whole.getHeight() * zoom));
		window.pack();
		window.setLocation(screen.x + GAP, top + GAP);
	}
}
