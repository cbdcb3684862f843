package triptych.plugin.teach;

import java.awt.Component;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;

/**
 * Clicks and keys on the images before ImageJ gets them: a click on an object is a class, every
 * other one goes to ImageJ's tool as ever. All goes back to ImageJ in the end.
 */
final class ImageClicks {

	/** Who is told. */
	interface Listener {

		/**
		 * A click on a pixel.
		 *
		 * @param away true where a class is to be taken away, with Alt
		 * @return false where it is ImageJ's, as there is no object
		 */
		boolean clicked(ImagePlus image, int x, int y, boolean away);

		/** A key that is pressed; false where it is ImageJ's. */
		boolean pressed(char key);
	}

	private final Listener hears;
	private final Map<ImageCanvas, Watched> watched = new LinkedHashMap<>();

	ImageClicks(Listener hears) {
		this.hears = hears;
	}

	/** Hears of all images that are open by now. */
	void watch() {
		watched.keySet().removeIf(canvas -> !canvas.isDisplayable());
		int[] ids = WindowManager.getIDList();
		if (ids == null) return;
		for (int id : ids) {
			ImagePlus image = WindowManager.getImage(id);
			ImageCanvas canvas = image == null ? null : image.getCanvas();
			if (canvas != null) watched.computeIfAbsent(canvas, c -> new Watched(image, c));
		}
	}

	/** ImageJ hears everything itself again. */
	void close() {
		watched.values().forEach(Watched::close);
		watched.clear();
	}

	private final class Watched implements MouseListener, MouseMotionListener, KeyListener {

		private final ImagePlus image;
		private final ImageCanvas canvas;
		private final Map<Component, List<KeyListener>> others = new LinkedHashMap<>();
		/** From a click of ours until the button is released. */
		private boolean ours;

		Watched(ImagePlus image, ImageCanvas canvas) {
			this.image = image;
			this.canvas = canvas;
			canvas.removeMouseListener(canvas);
			canvas.removeMouseMotionListener(canvas);
			canvas.addMouseListener(this);
			canvas.addMouseMotionListener(this);
			take(canvas);
			if (image.getWindow() != null) take(image.getWindow());
		}

		private void take(Component part) {
			List<KeyListener> before = new ArrayList<>(List.of(part.getKeyListeners()));
			before.forEach(part::removeKeyListener);
			part.addKeyListener(this);
			others.put(part, before);
		}

		void close() {
			canvas.removeMouseListener(this);
			canvas.removeMouseMotionListener(this);
			canvas.addMouseListener(canvas);
			canvas.addMouseMotionListener(canvas);
			others.forEach((part, before) -> {
				part.removeKeyListener(this);
				before.forEach(part::addKeyListener);
			});
		}

		@Override
		public void mousePressed(MouseEvent e) {
			boolean moves = Toolbar.getToolId() == Toolbar.HAND
				|| Toolbar.getToolId() == Toolbar.MAGNIFIER || IJ.spaceBarDown();
			int keys = InputEvent.SHIFT_DOWN_MASK | InputEvent.CTRL_DOWN_MASK
				| InputEvent.META_DOWN_MASK;
			boolean plain = e.getButton() == MouseEvent.BUTTON1 && !e.isPopupTrigger()
				&& (e.getModifiersEx() & keys) == 0;
			ours = plain && !moves && hears.clicked(image, canvas.offScreenX(e.getX()),
				canvas.offScreenY(e.getY()), e.isAltDown());
			if (!ours) canvas.mousePressed(e);
		}

		@Override
		public void mouseReleased(MouseEvent e) {
			if (!ours) canvas.mouseReleased(e);
		}

		@Override
		public void mouseClicked(MouseEvent e) {
			if (!ours) canvas.mouseClicked(e);
		}

		@Override
		public void mouseDragged(MouseEvent e) {
			if (!ours) canvas.mouseDragged(e);
		}

		@Override
		public void mouseMoved(MouseEvent e) {
			canvas.mouseMoved(e);
		}

		@Override
		public void mouseEntered(MouseEvent e) {
			canvas.mouseEntered(e);
		}

		@Override
		public void mouseExited(MouseEvent e) {
			canvas.mouseExited(e);
		}

		@Override
		public void keyPressed(KeyEvent e) {
			boolean plain = !e.isControlDown() && !e.isMetaDown() && !e.isAltDown();
			if (plain && hears.pressed(e.getKeyChar())) e.consume();
			else before(e).forEach(k -> k.keyPressed(e));
		}

		@Override
		public void keyReleased(KeyEvent e) {
			before(e).forEach(k -> k.keyReleased(e));
		}

		@Override
		public void keyTyped(KeyEvent e) {
			before(e).forEach(k -> k.keyTyped(e));
		}

		private List<KeyListener> before(KeyEvent e) {
			return others.getOrDefault(e.getComponent(), List.of());
		}
	}
}
