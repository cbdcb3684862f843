package triptych.doors;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;

/** In a child JVM with a display: changes ROIs in the ROI Manager, measures from the menu, and prints what is said. */
final class ReviewingUser {

	private ReviewingUser() {}

	/** @param arguments an image */
	public static void main(String... arguments) throws InterruptedException {
		try {
			new ImageJ();
			Recorder recorder = new Recorder();
			ImagePlus image = IJ.openImage(arguments[0]);
			image.show();
			IJ.run(image, "Segment Objects...", "outputs=overlay,rois");
			int all = RoiManager.getInstance2().getCount();
			System.out.println("BOTH " + measured(image) + " of " + all);
			RoiManager.getInstance2().select(0);
			RoiManager.getInstance2().runCommand("Delete");
			System.out.println("DELETED " + measured(image) + " of " + all);
			RoiManager.getInstance2().reset();
			for (Roi roi : image.getOverlay())
				RoiManager.getInstance2().addRoi(roi);
			image.getOverlay().remove(0);
			System.out.println("OVERLAY " + measured(image) + " of " + all);
			RoiManager.getInstance2().reset();
			System.out.println("EMPTY " + measured(image) + " of " + all);
			System.out.println("RECORDED " + recorder.getText().replace('\n', ' '));
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}

	/** What the dialog proposes and tells, and how many rows there are after OK. */
	private static String measured(ImagePlus image) throws InterruptedException {
		IJ.run("Clear Results");
		// The window of the ROI Manager shows what it holds when the events of this moment are through.
		DialogDriver.pause(800);
		String[] seen = new String[1];
		DialogDriver.command("Measure Objects...", image, () -> {
			GenericDialog dialog = DialogDriver.await("a dialog", DialogDriver::dialog);
			DialogDriver.await("a line", () -> PreviewingUser.note(dialog).contains("area ROI") ? dialog : null);
			seen[0] = "from=" + DialogDriver.value(dialog, "from") + " " + PreviewingUser.note(dialog);
			DialogDriver.press(dialog, "OK");
			DialogDriver.await("the closing of the dialog", () -> dialog.isShowing() ? null : dialog);
		});
		DialogDriver.pause(500);
		return seen[0] + " " + ResultsTable.getResultsTable().size();
	}
}
