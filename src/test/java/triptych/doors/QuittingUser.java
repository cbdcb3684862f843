package triptych.doors;

import java.awt.EventQueue;
import java.awt.event.WindowEvent;
import java.nio.file.Path;

import javax.swing.JFrame;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.process.ByteProcessor;

/**
 * In a child JVM with a display: clicks an example, and quits ImageJ by its menu and by closing its
 * window without having saved; each time it is asked. In the end it lets the example go. Argument: a
 * folder for the models.
 */
final class QuittingUser {

	private static final int LONG = 30_000;

	private QuittingUser() {}

	public static void main(String... arguments) {
		try {
			System.setProperty("triptych.models", Path.of(arguments[0]).toString());
			ImageJ imagej = new ImageJ();
			imagej.exitWhenQuitting(true);
			quit(imagej);
		}
		catch (Exception | AssertionError e) {
			e.printStackTrace();
		}
		System.out.println("STAYED");
		System.exit(1);
	}

	private static void quit(ImageJ imagej) throws Exception {
		ByteProcessor pixels = new ByteProcessor(300, 200);
		OvalRoi disc = new OvalRoi(100, 60, 60, 60);
		pixels.setValue(200);
		pixels.fill(disc);
		ImagePlus image = new ImagePlus("one disc", pixels);
		image.setOverlay(new Overlay(disc));
		image.show();
		DialogDriver.pause(600);
		JFrame window = TeachWindows.open();
		TeachWindows.add(window, "bright");
		TeachWindows.click(image, disc, 0);
		IJ.doCommand("Quit");
		TeachWindows.answer("Teach Classes", "", "Go on");
		DialogDriver.pause(1000);
		System.out.println("AFTER QUIT " + window.isShowing() + " " + image.isVisible());
		EventQueue.invokeLater(() -> imagej.dispatchEvent(new WindowEvent(imagej,
			WindowEvent.WINDOW_CLOSING)));
		TeachWindows.answer("Teach Classes", "", "Go on");
		DialogDriver.pause(1000);
		System.out.println("AFTER CLOSING " + window.isShowing() + " " + imagej.isShowing() + " "
			+ TeachWindows.said(window).contains("is bright"));
		IJ.doCommand("Quit");
		TeachWindows.answer("Teach Classes", "", "Close without saving");
		System.out.println("LET GO");
		DialogDriver.pause(LONG);
	}
}
