package triptych.doors;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;

import javax.swing.JButton;
import javax.swing.JFrame;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.Roi;
import ij.measure.ResultsTable;

/** In a child JVM with a display: runs a folder, reviews it with the buttons of the window, and prints what is seen. */
final class FolderReviewer {

	private FolderReviewer() {}

	/** @param arguments a folder with one image, and one for the results */
	public static void main(String... arguments) throws Exception {
		try {
			new ImageJ();
			IJ.run("Process Folder...", "task=instance model=nuclei input=[" + arguments[0] + "] save=[" + arguments[1] + "]");
			// As the run does from its dialog.
			ResultsTable.open(arguments[1] + "/all-summary.csv").show("all-summary.csv");
			IJ.run("Review Folder...", "results=[" + arguments[1] + "]");
			// The line of the macro has ended, so the image is there.
			ImagePlus image = WindowManager.getCurrentImage();
			int found = image.getOverlay().size();
			Roi first = image.getOverlay().get(0);
			double[] middle = first.getContourCentroid();
			double reach = first.getFloatWidth() + first.getFloatHeight();
			image.setRoi(new Line(middle[0], middle[1] - reach, middle[0], middle[1] + reach));
			press("Split (S)");
			System.out.println("SPLIT " + (image.getOverlay().size() > found));
			press("Undo (Z)");
			System.out.println("UNDONE " + (image.getOverlay().size() == found));
			image.setRoi(first.getBounds());
			press("Delete (D)");
			System.out.println("DELETED " + (image.getOverlay().size() < found));
			press("Finish (Q)");
			// The sentence comes when the window has gone.
			String log = DialogDriver.await("the end", () -> {
				String now = window() == null ? IJ.getLog() : null;
				return now != null && now.contains("images reviewed") ? now : null;
			});
			System.out.println("FINISHED " + log.contains("1 of 1 images reviewed"));
			ResultsTable table = ResultsTable.getResultsTable("all-summary.csv");
			System.out.println("ANEW " + table.columnExists("Reviewed"));
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	private static JFrame window() {
		for (Frame frame : Frame.getFrames())
			if (frame.isShowing() && frame.getTitle().equals("Review Folder")) return (JFrame) frame;
		return null;
	}

	private static void press(String name) throws Exception {
		JButton button = DialogDriver.await(name, () -> {
			for (Component c : DialogDriver.all(window()))
				if (c instanceof JButton b && b.getText().equals(name) && b.isEnabled()) return b;
			return null;
		});
		EventQueue.invokeAndWait(button::doClick);
	}
}
