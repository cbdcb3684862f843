package triptych.doors;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.MedianCut;

/**
 * Uses the window of Teach Classes... as a user does, and takes its picture: the argument is the
 * folder of the picture. Needs a display.
 */
public final class TeachWindows {

	private TeachWindows() {}

	/** Large and small nuclei. */
	public static void main(String... folder) throws Exception {
		new ImageJ().setLocation(0, 0);
		ImagePlus image = IJ.openImage("test-images/nuclei.tif");
		image.show();
		IJ.run(image, "Segment Objects...", "outputs=overlay");
		DialogDriver.pause(800);
		image.getWindow().setLocation(0, 110);
		image.getCanvas().zoomIn(0, 0);
		Roi[] rois = Arrays.stream(image.getOverlay().toArray()).filter(Roi::isArea).toArray(
			Roi[]::new);
		double[] areas = Arrays.stream(rois).mapToDouble(r -> r.getStatistics().area).sorted()
			.toArray();
		JFrame window = open();
		add(window, "large");
		add(window, "small");
		for (int k = 0; k < rois.length; k += 2) {
			key(image, rois[k].getStatistics().area > areas[areas.length / 2] ? '1' : '2');
			click(image, rois[k], 0);
		}
		DialogDriver.pause(3000);
		key(image, 'n');
		window.setLocation(image.getWindow().getWidth(), 0);
		window.toFront();
		DialogDriver.pause(800);
		int width = image.getWindow().getWidth() + window.getWidth();
		picture(Path.of(folder[0]).resolve("teach-classes.png"), width, window.getHeight());
		System.exit(0);
	}

	static JFrame open() {
		IJ.doCommand("Teach Classes...");
		return DialogDriver.await("the window", () -> {
			for (Frame f : Frame.getFrames())
				if (f instanceof JFrame j && f.isShowing() && f.getTitle().equals("Teach Classes")) return j;
			return null;
		});
	}

	static void press(JFrame window, String button) {
		EventQueue.invokeLater(() -> button(window, button).doClick());
	}

	static JButton button(JFrame window, String text) {
		return DialogDriver.all(window)
			.stream()
			.filter(c -> c instanceof JButton b && text.equals(b.getText()))
			.map(JButton.class::cast)
			.findFirst()
			.orElseThrow();
	}

	/** A class by its button and the message that asks for its name. */
	static void add(JFrame window, String name) {
		press(window, "Add class...");
		answer("Add class", name, "OK");
	}

	/** Types into a message, where there is something to type, and presses a button of it. */
	static void answer(String title, String text, String button) {
		java.awt.Dialog asks = DialogDriver.await(title, () -> {
			for (java.awt.Window w : java.awt.Window.getWindows())
				if (w instanceof java.awt.Dialog d && d.isShowing() && title.equals(d.getTitle())) return d;
			return null;
		});
		EventQueue.invokeLater(() -> {
			DialogDriver.all(asks)
				.stream()
				.filter(c -> c instanceof JTextField)
				.forEach(c -> ((JTextField) c).setText(text));
			DialogDriver.all(asks)
				.stream()
				.filter(c -> c instanceof JButton b && button.equals(b.getText()))
				.forEach(c -> ((JButton) c).doClick());
		});
		DialogDriver.await("the end of " + title, () -> asks.isShowing() ? null : asks);
	}

	/** Into the middle of a ROI. */
	static void click(ImagePlus image, Roi roi, int keys) throws Exception {
		click(image, roi.getBounds().getCenterX(), roi.getBounds().getCenterY(), keys);
	}

	static void click(ImagePlus image, double x, double y, int keys) throws Exception {
		ImageCanvas canvas = image.getCanvas();
		int sx = canvas.screenXD(x), sy = canvas.screenYD(y);
		EventQueue.invokeAndWait(() -> {
			for (int id : new int[] { MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
				MouseEvent.MOUSE_CLICKED })
				canvas.dispatchEvent(new MouseEvent(canvas, id, System.currentTimeMillis(),
					keys | InputEvent.BUTTON1_DOWN_MASK, sx, sy, 1, false, MouseEvent.BUTTON1));
		});
	}

	static void key(ImagePlus image, char key) throws Exception {
		ImageCanvas canvas = image.getCanvas();
		EventQueue.invokeAndWait(() -> {
			KeyEvent pressed = new KeyEvent(canvas, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0,
				KeyEvent.getExtendedKeyCodeForChar(key), key);
			for (var listener : canvas.getKeyListeners())
				listener.keyPressed(pressed);
		});
	}

	/** Everything that the window says. */
	static String said(JFrame window) {
		StringBuilder text = new StringBuilder();
		for (var c : DialogDriver.all(window))
			if (c instanceof JTextArea area) text.append(area.getText()).append('\n');
		return text.toString();
	}

	static void name(JFrame window, String name) throws Exception {
		EventQueue.invokeAndWait(() -> DialogDriver.all(window)
			.stream()
			.filter(c -> c instanceof JTextField && c.getParent() instanceof javax.swing.JPanel)
			.forEach(c -> ((JTextComponent) c).setText(name)));
	}

	static void picture(Path file, int width, int height) throws Exception {
		BufferedImage seen = new Robot().createScreenCapture(new Rectangle(0, 0, width, height));
		ImageIO.write(new MedianCut(new ColorProcessor(seen)).convertToByte(256).getBufferedImage(),
			"png", file.toFile());
	}

	static List<Path> files(Path folder) throws Exception {
		try (var all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).sorted().toList();
		}
	}
}
