package triptych.plugin.layout;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;

import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;

/** The window of an image, which makes room for a dialog and takes it back. */
final class AsideWindow {

	private final ImageWindow window;
	private Dimension size;
	private Rectangle part;
	private Point place;
	private double magnification;
	/** Ours; 0 while it is the user's. */
	private double small;

	AsideWindow(ImageWindow window) {
		this.window = window;
	}

	Rectangle bounds() {
		return window.getBounds();
	}

	/** Shows the whole image, at the largest of ImageJ's magnifications that is narrow enough. */
	void shrinkTo(int room) {
		ImageCanvas canvas = window.getCanvas();
		int frame = window.getWidth() - canvas.getWidth();
		if (window.getWidth() <= room) return;
		int width = window.getImagePlus().getWidth();
		int height = window.getImagePlus().getHeight();
		double smaller = canvas.getMagnification();
		while (width * smaller + frame > room) {
			double next = ImageCanvas.getLowerZoomLevel(smaller);
			if (next >= smaller) return;
			smaller = next;
		}
		remember(canvas);
		small = smaller;
		show(canvas, new Rectangle(width, height), small,
			new Dimension((int) (width * small), (int) (height * small)));
	}

	void moveTo(int x) {
		remember(window.getCanvas());
		window.setLocation(x, window.getY());
	}

	private void remember(ImageCanvas canvas) {
		if (place != null) return;
		place = window.getLocation();
		size = canvas.getSize();
		part = new Rectangle(canvas.getSrcRect());
		magnification = canvas.getMagnification();
	}

	/** As it was, where the user has not changed it meanwhile. */
	void restore() {
		if (place == null || !window.isShowing()) return;
		ImageCanvas canvas = window.getCanvas();
		if (small > 0 && canvas.getMagnification() == small) show(canvas, part, magnification, size);
		window.setLocation(place);
	}

	private void show(ImageCanvas canvas, Rectangle seen, double zoom, Dimension pixels) {
		canvas.setSourceRect(seen);
		canvas.setMagnification(zoom);
		canvas.setSize(pixels);
		window.pack();
		canvas.repaint();
	}
}
