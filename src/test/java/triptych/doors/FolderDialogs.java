package triptych.doors;

import java.awt.TextArea;

import ij.IJ;
import ij.ImageJ;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;

/** In a child JVM: fills the two dialogs of Process Folder... in with the Recorder open. Arguments: images, results. */
final class FolderDialogs {

	private FolderDialogs() {}

	public static void main(String... folders) throws InterruptedException {
		try {
			new ImageJ();
			Recorder recorder = new Recorder();
			for (var c : recorder.getComponents())
				if (c instanceof TextArea t) t.setText("");
			DialogDriver.command("Process Folder...", null, () -> {
				DialogDriver.fillIn("task", "instance", "input", folders[0], "save", folders[1], "pattern", "*.tif", "settings", "yes");
				DialogDriver.fillIn("smallest", "5");
			});
			String recorded = DialogDriver.await("a recorded line", () -> recorder.getText().contains("run(") ? recorder.getText()
				: null);
			System.out.println("RECORDED " + recorded.strip().replace("\n", "|"));
			System.out.println(IJ.getLog());
			ResultsTable shown = DialogDriver.await("the table", () -> ResultsTable.getResultsTable("all-summary.csv"));
			System.out.println("SHOWN " + shown.size() + " " + shown.getStringValue("File", 0) + " " + shown.getValue("Count",
				0));
		}
		catch (AssertionError | RuntimeException e) {
			e.printStackTrace();
		}
		System.exit(0);
	}
}
